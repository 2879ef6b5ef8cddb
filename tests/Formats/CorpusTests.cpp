// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Foundation/File.h"
#include "Support/Corpus.h"
#include "Support/LoseNothing.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>

// Real outlines and what a careful person finds in them. Skipped, and said so, where they are not beside the project.

namespace earmark
{

using namespace tests;

namespace
{

using Json = nlohmann::json;

std::vector<CorpusSample> outlines()
{
    auto samples = corpusSamples ("outline-");
    std::ranges::copy (corpusSamples ("youtube-description"), std::back_inserter (samples));

    if (samples.empty())
        SKIP ("the corpus is not beside the project");

    return samples;
}

std::string textOf (const Json& object, const char* name)
{
    const auto found = object.find (name);
    return found != object.end() && found->is_string() ? collapseSpaces (found->get<std::string>())
                                                       : std::string {};
}

std::vector<std::string> titlesOf (const Json& chapter)
{
    std::vector titles { textOf (chapter, "title") };

    for (const auto& title : chapter.value ("title_alternatives", Json::array()))
        titles.push_back (collapseSpaces (title.get<std::string>()));

    return titles;
}

void compare (const Chapter& got, const Json& wanted)
{
    CHECK (got.start.milliseconds (Rounding::nearest) == wanted["start_ms"].get<std::int64_t>());

    if (! wanted["end_ms"].is_null())
    {
        REQUIRE (got.end);
        CHECK (got.end->milliseconds (Rounding::nearest) == wanted["end_ms"].get<std::int64_t>());
    }

    const auto titles = titlesOf (wanted);
    INFO ("for the title '" << titles.front() << "'");
    CHECK (std::ranges::contains (titles, collapseSpaces (got.title)));

    if (const auto url = textOf (wanted, "url"); ! url.empty())
        CHECK ((got.link ? got.link->url : "") == url);

    if (const auto summary = textOf (wanted, "summary"); ! summary.empty())
        CHECK (collapseSpaces (got.summary) == summary);

    if (wanted.contains ("bullets") && ! wanted["bullets"].empty())
    {
        std::vector<std::string> points, wantedPoints;

        for (const auto& point : got.points)
            points.push_back (collapseSpaces (point));

        for (const auto& point : wanted["bullets"])
            wantedPoints.push_back (collapseSpaces (point.get<std::string>()));

        CHECK (points == wantedPoints);
    }
}

} // namespace

TEST_CASE ("The corpus of outlines is read as expected")
{
    for (const auto& sample : outlines())
    {
        INFO (sample.document.filename().string());
        const auto bytes = readFile (sample.document, maxDocumentBytes);
        REQUIRE (bytes);
        const auto expected = Json::parse (readFile (sample.expected, maxDocumentBytes).value());
        const auto imported = importOutline (*bytes, toUtf8 (sample.document));

        std::vector<Json> wanted (expected["chapters"].begin(), expected["chapters"].end());
        std::ranges::stable_sort (
            wanted, {}, [] (const Json& c) { return c["start_ms"].get<std::int64_t>(); });

        if (wanted.empty())
        {
            CHECK_FALSE (imported);
            continue;
        }

        REQUIRE (imported);
        const auto& chapters = imported->reading.outline.chapters;
        REQUIRE (chapters.size() == wanted.size());

        for (std::size_t i = 0; i < wanted.size(); ++i)
            compare (chapters[i], wanted[i]);
    }
}

TEST_CASE ("Nothing in the corpus of outlines is lost")
{
    for (const auto& sample : outlines())
    {
        INFO (sample.document.filename().string());
        const auto bytes = readFile (sample.document, maxDocumentBytes);
        REQUIRE (bytes);
        const auto imported = importOutline (*bytes, toUtf8 (sample.document));

        if (imported)
            CHECK (lostWords (decodeText (*bytes)->utf8, imported->reading) == std::vector<std::string> {});
    }
}

} // namespace earmark
