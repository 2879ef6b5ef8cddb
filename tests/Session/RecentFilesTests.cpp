// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/RecentFiles.h"

#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Recent files are remembered, the last first, each once", "[session]")
{
    World world;
    Workspace w (world.services());

    for (int i = 0; i < 20; ++i)
        w.openFile ("/" + std::to_string (i % 15) + ".m4a");

    const auto recent = w.recentFiles().paths();
    CHECK (recent.size() == 12);
    CHECK (recent[0] == "/4.m4a");
    CHECK (std::ranges::count (recent, "/3.m4a") == 1);
}

} // namespace earmark::tests
