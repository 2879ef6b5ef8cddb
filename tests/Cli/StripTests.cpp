// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace earmark::tests
{

TEST_CASE ("strip takes chapters out and leaves everything else")
{
    const TagDesk desk;
    const auto before = std::pair (bytesOf (desk.mp3), bytesOf (desk.m4a));
    desk.tag ({ desk.mp3, desk.m4a, "--episode-tags", "keep" });
    const auto result = earmark ({ "strip", desk.mp3, desk.m4a });
    CHECK (result.exitCode == done);
    CHECK (result.out
           == desk.mp3 + ": chapters taken out (MP3)\n" + desk.m4a + ": chapters taken out (MP4)\n");
    CHECK (hasBytes (desk.mp3, before.first));
    CHECK (hasBytes (desk.m4a, before.second));
    CHECK (earmark ({ "strip", desk.mp3 }).out == desk.mp3 + ": has no chapters already; nothing written\n");

    const auto copy = desk / "copy.mp3";
    CHECK (earmark ({ "strip", desk.mp3, "-o", copy, "--dry-run" })
               .out.starts_with (desk.mp3 + ": has no chapters already; would be copied to " + copy
                                 + " (MP3)\n"));
    CHECK (earmark ({ "strip", desk.mp3, "-o", copy }).out
           == desk.mp3 + ": has no chapters already; copied to " + copy + " (MP3)\n");
    CHECK (hasBytes (copy, before.first));
}

} // namespace earmark::tests
