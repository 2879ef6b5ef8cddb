// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Parallel.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <vector>

namespace earmark
{

TEST_CASE ("Each piece of work is done once, however many do it")
{
    const auto count = GENERATE (std::size_t (0), std::size_t (1), std::size_t (3), std::size_t (1000));
    const auto workers = GENERATE (0u, 1u, 4u, 50u);
    CAPTURE (count, workers);
    std::vector<int> done (
        count); // no two threads have an index in common, and all have ended when it returns
    inParallel (count, workers, [&] (std::size_t i) { ++done[i]; });
    CHECK (done == std::vector<int> (count, 1));
}

TEST_CASE ("There is always somebody to work")
{
    CHECK (workersForDisk() >= 1);
}

} // namespace earmark
