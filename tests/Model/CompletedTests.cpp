// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Completed.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

TEST_CASE ("An episode is completed where it says nothing, and nowhere else")
{
    const Episode full { .show = "Show",
                         .title = "Title",
                         .number = "7",
                         .date = "2026-11-29",
                         .author = "Anna",
                         .description = "About",
                         .cover = LinkedImage { "https://example.org/cover.jpg" } };

    CHECK (completed ({}, full) == full);
    CHECK (completed (full, {}) == full);
    CHECK (completed (full, { .show = "Other", .author = "Bo", .cover = LinkedImage { "other" } }) == full);

    auto partly = full;
    partly.title = "Mine";
    CHECK (completed ({ .title = "Mine" }, full) == partly);
}

} // namespace earmark
