// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Rights.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace earmark::tests
{

void dropRootsPowers()
{
    if (::geteuid() != 0)
        return;

    // A child of root gets all powers again, but for those that are out of bounds.
    for (const int power : { CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH })
        if (::prctl (PR_CAPBSET_DROP, power, 0, 0, 0) != 0 && ::prctl (PR_CAPBSET_READ, power, 0, 0, 0) == 1)
            SKIP ("root's powers cannot be dropped here");

    __user_cap_header_struct header { _LINUX_CAPABILITY_VERSION_3, 0 };
    std::array<__user_cap_data_struct, 2> data {};
    REQUIRE (::syscall (SYS_capget, &header, data.data()) == 0);

    constexpr auto powers = ~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH);
    data[0].effective &= powers;
    data[0].permitted &= powers;
    REQUIRE (::syscall (SYS_capset, &header, data.data()) == 0);
}

} // namespace earmark::tests
