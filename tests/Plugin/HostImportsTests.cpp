// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostImports.h"

#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"
#include "Plugin/Documents.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>

namespace earmark::tests
{

namespace
{

Document twoChapters()
{
    Outline outline;
    outline.chapters.resize (2);
    outline.chapters[0].title = "Welcome";
    outline.chapters[1].title = "Tides";
    outline.chapters[1].start = Position::fromSeconds (75);
    auto document = makeDocument (outline);
    document.episodeStart = Position::fromSeconds (30);
    return document;
}

} // namespace

TEST_CASE ("Every file of the table of hosts is written, and holds the markers where the host has them",
           "[plugin]")
{
    Services services;
    documents::provide (services);
    std::size_t files = 0;

    for (const auto& row : hostImports())
    {
        CAPTURE (row.host);

        if (row.format.empty())
            continue;

        ++files;
        const auto* format = findFormat (row.format);
        REQUIRE (format != nullptr);
        const auto path =
            services.handOver (onHostTimeline (twoChapters()), std::string (row.format), "Tide: 1/2");
        REQUIRE (path);
        const auto name = toUtf8 (pathFromUtf8 (*path).filename());
        const auto kinds = services.documentKinds();
        const auto kind = std::ranges::find (kinds, row.format, &DocumentKind::id);
        REQUIRE (kind != kinds.end());
        CHECK (name == "Tide- 1-2" + kind->suffix);
        const auto bytes = readFile (pathFromUtf8 (*path), 1u << 20);
        REQUIRE (bytes);

        if (format->read == nullptr)
        {
            CHECK (bytes->contains ("{ 105.000000000, \"Tides\" }"));
            continue;
        }

        const auto again = importOutline (*bytes, name, {}, row.format);
        REQUIRE (again);
        REQUIRE (again->reading.outline.chapters.size() == 2);
        CHECK (again->reading.outline.chapters[1].title == "Tides");
        CHECK (again->reading.outline.chapters[1].start == Position::fromSeconds (105));
        CHECK (std::filesystem::remove (pathFromUtf8 (*path)));
    }

    CHECK (files > 8);
}

} // namespace earmark::tests
