// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

// Documents of DAWs and editors: what is refused and why, and what is asked. What they hold, Samples says.

namespace earmark
{

using namespace tests;

namespace
{

/** Why it is refused. */
std::string refusalOf (std::string_view document)
{
    INFO (document);
    const auto imported = importOutline (document, {});
    REQUIRE_FALSE (imported);
    CHECK (imported.error().kind == Error::Kind::empty);
    return imported.error().message;
}

std::string chaptersOf (std::string_view document, const Answers& answers = {})
{
    INFO (document);
    const auto imported = importOutline (document, {}, { .answers = answers });
    REQUIRE (imported);
    return summaryOf (imported->reading.outline.chapters);
}

} // namespace

TEST_CASE ("REAPER's samples and frames are no seconds")
{
    CHECK (refusalOf ("#,Name,Start,End,Length\nM1,Welcome,0,,\nM2,The gauge,44100,,\n")
           == "It holds no markers or regions with a time. Whole numbers such as '44100' are samples or "
              "frames, which "
              "nothing here places in time. Set REAPER's ruler to seconds, then export again.");
    CHECK (refusalOf ("#,Name,Start,End,Length\nR1,Welcome,0,2646000,2646000\n").contains ("'2646000'"));

    SECTION ("but with decimals they are, however many")
    {
        CHECK (chaptersOf ("#,Name,Start,End,Length\nM1,Welcome,0,,\nM2,The gauge,44100.000,,\n")
               == "0:00 Welcome, 12:15:00 The gauge");
    }
}

TEST_CASE ("Where all rows of a list are left out, the refusal says why")
{
    CHECK (refusalOf ("#,Name,Start,End,Length\nM1,Welcome,1.1.00,,\nM2,The gauge,9.1.00,,\n")
               .ends_with ("'1.1.00' is no time that can be placed without the project's tempo; the row was "
                           "left out. Set "
                           "REAPER's ruler to seconds, then export again."));
    CHECK (refusalOf ("Name\tStart\tDuration\tTime Format\tType\tDescription\n"
                      "Welcome\t0\t0\tSamples\tCue\t\nThe gauge\t48000\t0\tSamples\tCue\t\n")
               .contains ("Set Audition's time display to decimal"));
    CHECK (refusalOf ("Name\tStart\tDuration\tTime Format\tType\tDescription\n"
                      "Welcome\t1:1.00\t0:0.00\tbars and beats\tCue\t\n")
               .contains ("'1:1.00'"));
}

TEST_CASE ("A document with a signature is no list of titles")
{
    CHECK (looksLikeTitles ("Welcome\nThe gauge\nLetters\n"));
    CHECK_FALSE (looksLikeTitles ("#,Name,Start,End,Length\nM1,Welcome,1.1.00,,\n"));
}

TEST_CASE ("Where an editor's timeline begins is asked, and taken off")
{
    constexpr std::string_view premiere = "Marker Name\tDescription\tIn\tOut\tDuration\tMarker Type\n"
                                          "Welcome\t\t01:00:00:00\t01:00:30:00\t00:00:30:00\tChapter\n"
                                          "The gauge\t\t01:02:00:24\t01:02:00:24\t00:00:00:00\tChapter\n";
    CHECK (chaptersOf (premiere) == "0:00-0:30 Welcome, 2:00.960 The gauge");
    CHECK (chaptersOf (premiere, { { "start", "00:00:00:00" } })
           == "1:00:00-1:00:30 Welcome, 1:02:00.960 The gauge");
}

TEST_CASE ("The encoding of a MIDI file's names can be chosen")
{
    constexpr std::string_view document (
        "MThd\0\0\0\6\0\0\0\1\3\xE8MTrk\0\0\0\x11\0\xFF\x51\3\x0F\x42\x40\0\xFF\6\2\x8D\x60"
        "\0\xFF\x2F\0",
        14 + 8 + 17);
    CHECK (chaptersOf (document, { { "encoding", "Shift_JIS" } }) == "0:00 港");
}

TEST_CASE ("An interchange XML whose sequence has no markers of its own says so")
{
    CHECK (
        refusalOf (
            "<xmeml "
            "version=\"4\"><sequence><rate><timebase>25</timebase></rate><media><clipitem><marker><in>5</in>"
            "</marker></clipitem></media></sequence></xmeml>")
        == "Its clips have markers, but the sequence has none.");
}

} // namespace earmark
