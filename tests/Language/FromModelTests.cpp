// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/File.h"
#include "Language/English.h"
#include "Language/Oddities.h"
#include "Language/Translation.h"
#include "Model/Cuts.h"
#include "Model/Differences.h"
#include "Model/Lint.h"
#include "Model/Placing.h"
#include "Model/Repair.h"
#include "Model/Verdict.h"
#include "Support/Chapters.h"
#include "Support/Outlines.h"
#include "Support/Places.h"
#include "Support/Speaking.h"

#include <catch2/catch_test_macros.hpp>

#include <tuple>

// What is said of chapters and of files comes out in German.

namespace earmark::tests
{

namespace
{

void hearLint (const Outline& outline, std::optional<Duration> length, Said& said)
{
    Findings findings;
    applyRules (listRules(), ListToLint { outline, length }, findings);
    applyRules (platformRules(), ListToLint { outline, length }, findings);

    for (const auto& finding : findings)
        said.insert (finding.message);
}

void hearDifferences (const Outline& first, const Outline& second, Said& said)
{
    for (const auto& [a, b] : { std::tie (first, second), std::tie (second, first) })
    {
        Findings findings;
        applyRules (comparingRules(), ListsToCompare { a, b }, findings);

        for (const auto& finding : findings)
            said.insert (finding.message);
    }
}

} // namespace

TEST_CASE ("What the sound says of a marker is told in German", "[language]")
{
    const auto marker = Position::fromSeconds (10);
    const std::vector<Candidate> pauses { { Candidate::Kind::pauseStart, marker } };
    Said said { verdictOn ({}, {}, {}).words,
                verdictOn (marker, {}, {}).words,
                verdictOn (marker, {}, pauses).words,
                verdictOn (marker, marker, pauses).words };

    for (const auto ms : { -1250, 1250 })
        said.insert (verdictOn (marker, marker + Duration::fromMilliseconds (ms), pauses).words);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() == 6);
}

TEST_CASE ("How clear the pauses are that titles go to is told in German", "[language]")
{
    const auto pause = lasting ("2.1");
    const Said said { howClear ({ .edit = {}, .shortestUsed = pause, .longestUnused = {} }),
                      howClear ({ .edit = {}, .shortestUsed = pause, .longestUnused = lasting ("0.9") }) };
    CHECK (untranslated (said) == Said());
    CHECK (said.size() == 2);
}

TEST_CASE ("What is wrong with chapters is told in German", "[language]")
{
    Said said;
    hearLint (brokenOutline(), lasting ("8:00"), said);
    hearLint (brokenOutline(), lasting ("20:00"), said);
    hearLint (manyChapters(), {}, said);

    for (const auto& repair : repaired (brokenOutline()).repairs)
        said.insert (repair);

    CHECK (untranslated (said) == Said());
    CHECK (said.size() >= 30);
}

TEST_CASE ("How two lists differ is told in German", "[language]")
{
    const auto outline =
        outlineOf ({ chapter ("0:00", "Dr. No"), chapter ("1:00"), chapter ("2:00", "It begins") });
    const auto later =
        outlineOf ({ chapter ("0:00", "Dr. No"), chapter ("1:03"), chapter ("2:03", "It begins") });
    const auto other =
        outlineOf ({ chapter ("0:07", "Dr. No"), chapter ("2:00", "More"), chapter ("3:00", "Else") });
    const auto uneven =
        outlineOf ({ chapter ("0:07", "Dr. No"), chapter ("1:00"), chapter ("2:30", "It begins") });
    const auto last =
        outlineOf ({ chapter ("0:00", "Dr. No"), chapter ("1:00"), chapter ("2:09", "It begins") });

    Said said;

    for (const auto* second : { &later, &other, &uneven, &last })
        hearDifferences (outline, *second, said);

    for (const auto* length : { "8:00", "13:00" })
        said.insert (sentenceAboutLength (brokenOutline(), lasting (length)));

    said.insert (sentenceAboutLength (outline, lasting ("1:30")));

    for (const auto by : { lasting ("3"), lasting ("-3") })
    {
        said.insert (sentenceAboutCut (outline, { {}, 0, by }));
        said.insert (sentenceAboutCut (outline, { 0, 1, by }));
    }

    CHECK (untranslated (said) == Said());
    CHECK (said.size() > 12);

    const Speaking german (Language::german);
    CHECK (trMade (describe (compareLists (outline, later, {}), outline, later, "the outline", "this file"))
           == "Ab Kapitel 2 beginnt alles in dieser Datei 3 s später als in der Gliederung.");
}

TEST_CASE ("What is wrong with files is told in German", "[language]")
{
    Said said;

    for (const auto code :
         { std::errc::no_such_file_or_directory, std::errc::permission_denied, std::errc::is_a_directory })
        said.insert (openError (std::make_error_code (code)).message);

    said.insert (writeFile (projectFolder(), "x").error().message);
    CHECK (untranslated (said) == Said());

    // The system has its own words for everything else.
    const Speaking german (Language::german);
    CHECK (trMade (openError (std::make_error_code (std::errc::io_error)).message)
               .starts_with ("Sie ist nicht lesbar: "));
}

} // namespace earmark::tests
