// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostImports.h"

#include "Formats/ChapterFormat.h"
#include "Foundation/File.h"
#include "Plugin/Documents.h"

#include <catch2/catch_test_macros.hpp>

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
        CHECK (name == "Tide- 1-2" + std::string (format->suffixes.front()));
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

TEST_CASE ("A file for a host is written in its format whatever it is called", "[plugin]")
{
    const auto path = std::filesystem::temp_directory_path() / "earmark-markers.dat";
    REQUIRE (documents::writeAs (toUtf8 (path), twoChapters().outline, "midi"));
    CHECK (readFile (path, 1000)->starts_with ("MThd"));
    CHECK (std::filesystem::remove (path));
    CHECK_FALSE (documents::writeAs (toUtf8 (path), twoChapters().outline, "ardour")); // is read only
    CHECK (documents::suffixOf ("dawproject") == ".dawproject");
    CHECK (documents::suffixOf ("no such").empty());
}

} // namespace earmark::tests
