// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace earmark::tests
{

namespace
{

std::vector<std::int64_t> startsOf (const std::string& file)
{
    std::vector<std::int64_t> starts;

    for (const auto& [ms, title] : chaptersOf (file))
        starts.push_back (ms);

    return starts;
}

using Starts = std::vector<std::int64_t>;

} // namespace

TEST_CASE ("tag --shift moves all chapters; positive is later")
{
    const TagDesk desk;

    SECTION ("later")
    {
        CHECK (desk.tag ({ desk.mp3, "--shift", "0:02.5" }).exitCode == done);
        CHECK (startsOf (desk.mp3) == Starts { 2500, 5500, 9500 });
    }

    SECTION ("earlier, with what falls off at the beginning told")
    {
        const auto result = desk.tag ({ desk.mp3, "--shift", "-4" });
        CHECK (result.exitCode == done);
        CHECK (result.err.find ("warning: ") == 0);
        CHECK (result.err.find ("2 chapters would begin before the audio") != std::string::npos);
        CHECK (startsOf (desk.mp3) == Starts { 0, 1, 3000 });
    }

    SECTION ("earlier, written with an equals sign")
    {
        CHECK (desk.tag ({ desk.mp3, "--shift=-0.5" }).exitCode == done);
        CHECK (startsOf (desk.mp3) == Starts { 0, 2500, 6500 });
    }

    SECTION ("too late for the audio")
    {
        const auto before = bytesOf (desk.mp3);
        const auto result = desk.tag ({ desk.mp3, "--shift", "1:00" });
        CHECK (result.exitCode == problem);
        CHECK (isOneSentence (result.err));
        CHECK (hasBytes (desk.mp3, before));
    }

    SECTION ("what is no time is wrong usage")
    {
        for (const auto* text :
             { "soon", "1:2:3:4", "", "--", "99999999999999999999", "-99999999999999999999:00:00" })
        {
            const auto result = desk.tag ({ desk.mp3, std::string ("--shift=") + text });
            INFO (text);
            CHECK (result.exitCode == usage);
        }
    }
}

TEST_CASE ("tag --fit stretches between pins")
{
    const TagDesk desk;
    CHECK (desk.tag ({ desk.mp3, "--fit", "0=0:01,0:07=0:08" }).exitCode == done);
    CHECK (startsOf (desk.mp3) == Starts { 1000, 4000, 8000 });
    CHECK (desk.tag ({ desk.mp3, "--fit", "0=0,0:06=0:03" }).exitCode == done);
    CHECK (startsOf (desk.mp3) == Starts { 0, 1500, 4000 });

    SECTION ("and tells what would begin before the audio, of the two options together")
    {
        const auto result = desk.tag ({ desk.mp3, "--fit", "0:03=0:02", "--shift", "-0:01" });
        CHECK (result.err.find ("1 chapter would begin before the audio") != std::string::npos);
        CHECK (result.err.find ("2 chapters") == std::string::npos);
        CHECK (startsOf (desk.mp3) == Starts { 0, 1000, 5000 });
        return;
    }

    for (const auto* text : { "0", "0=x", "0=1,0=2", "1=3,2=1", "=", "," })
    {
        INFO (text);
        const auto result = desk.tag ({ desk.mp3, "--fit", text });
        CHECK (result.exitCode == usage);
        CHECK_FALSE (result.err.empty());
    }

    CHECK (startsOf (desk.mp3) == Starts { 0, 1500, 4000 });
}

TEST_CASE ("tag --cuts takes out what a list says was removed, before anything else moves")
{
    const TagDesk desk;
    const auto cuts = [&] (std::string_view text) { return desk.folder.file ("cuts.csv", text).string(); };

    CHECK (desk.tag ({ desk.mp3, "--cuts", cuts ("start,end\n3,4\n0:01,0:02\n") }).exitCode == done);
    CHECK (startsOf (desk.mp3) == Starts { 0, 2000, 5000 });
    CHECK (desk.tag ({ desk.mp3, "--cuts", cuts ("1 2\n"), "--fit", "0=0,6=8", "--shift", "1" }).exitCode
           == done);
    CHECK (startsOf (desk.mp3) == Starts { 1000, 3666, 9000 });

    const auto result = desk.tag ({ desk.mp3, "--cuts", cuts ("0:02 - 0:05\n0:04 - 0:07\n") });
    CHECK (result.exitCode == done);
    CHECK (result.err.contains (" at 0:03 lay in what was cut, and goes."));
    CHECK (startsOf (desk.mp3) == Starts { 0, 2000 });

    // Nothing is written by half a list.
    for (const auto* text : { "1 2\n3\n", "2 1\n", "" })
    {
        INFO (text);
        const auto refused = desk.tag ({ desk.mp3, "--cuts", cuts (text) });
        CHECK (refused.exitCode == problem);
        CHECK (isOneSentence (refused.err));
        CHECK (refused.err.contains ("cuts.csv: "));
        CHECK_FALSE (refused.err.contains ("line 1: " + desk.folder.path().string()));
    }

    const auto second = desk.tag ({ desk.mp3, "--cuts", cuts ("1 2\n3\n") });
    CHECK (second.err.contains ("cuts.csv: line 2: '3' is no cut"));

    CHECK (desk.tag ({ desk.mp3, "--cuts", desk / "none.csv" }).exitCode == problem);
    CHECK (startsOf (desk.mp3) == Starts { 0, 2000 });

    const auto late = desk.tag ({ desk.mp3, "--cuts", cuts ("8 9\n") });
    CHECK (late.exitCode == done);
    CHECK (late.err.contains ("cuts.csv: No chapter lies behind these cuts"));
    CHECK (startsOf (desk.mp3) == Starts { 0, 3000, 7000 });
}

TEST_CASE ("tag --cuts says in one line what it moved")
{
    const TagDesk desk;
    const auto saidOf = [&] (std::string_view cuts)
    {
        const auto list = desk.folder.file ("cuts.txt", cuts).string();
        const auto result = desk.tag ({ desk.mp3, "--cuts", list, "--dry-run" });
        INFO (result.err);
        CHECK (result.exitCode == done);
        return result.out;
    };

    CHECK (saidOf ("0:03 to 0:04, a cough\n0:01 to 0:02.5\n")
               .contains ("also: 2 cuts, 0:02.500 in all: chapters 2, 3 begin earlier\n"));
    CHECK (saidOf ("2 7\n").contains (
        "also: 1 cut, 0:05: chapter 3 begins earlier\n")); // that chapter 2 goes, a warning says
    CHECK (saidOf ("2 4\n").contains (
        "also: 1 cut, 0:02: chapter 3 begins earlier, chapter 2 began in a cut and begins at it\n"));
    CHECK_FALSE (saidOf ("8 9\n").contains ("1 cut"));

    // A chapter that begins where a cut does, or right behind it, began in none.
    CHECK (saidOf ("1 2\n3 5\n").contains ("also: 2 cuts, 0:03 in all: chapters 2, 3 begin earlier\n"));
    CHECK (saidOf ("1 3\n6 6.5\n").contains ("also: 2 cuts, 0:02.500 in all: chapters 2, 3 begin earlier\n"));

    const auto ends = desk.folder.file ("ends.txt", "0:00 - 0:02 A\n0:03 - 0:08 B\n").string();
    CHECK (earmark ({ "tag",
                      desk.mp3,
                      "--outline",
                      ends,
                      "--cuts",
                      desk.folder.file ("cuts.txt", "4 5\n").string(),
                      "--dry-run" })
               .out.contains ("also: 1 cut, 0:01: only ends move\n"));

    // Several that go are told of at once.
    const auto many = desk.folder.file ("many.txt", "0:00 A\n0:01 B\n0:02 C\n0:03 D\n0:08 E\n").string();
    const auto result = earmark ({ "tag",
                                   desk.mp3,
                                   "--outline",
                                   many,
                                   "--cuts",
                                   desk.folder.file ("cuts.txt", "1 8\n").string(),
                                   "--dry-run" });
    CHECK (result.err.contains ("Chapters 2\u20134 lay in what was cut, and go."));
}

TEST_CASE ("What was cut off the end of the audio takes its chapters with it")
{
    const TagDesk desk;
    const auto outline = desk.folder.file ("longer.txt", "0:00 A\n0:03 B\n0:07 C\n0:14 D\n").string();
    const auto tag = [&] (std::string_view cuts, std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments {
            "tag", desk.mp3, "--outline", outline, "--cuts", desk.folder.file ("cuts.txt", cuts).string()
        };
        arguments.append_range (more);
        return earmark (arguments);
    };

    SECTION ("the one that began in it")
    {
        CHECK (tag ("0:10 to 0:20\n", { "--dry-run" })
                   .out.contains ("also: 1 cut, 0:10: no other chapter begins earlier\n"));

        const auto result = tag ("0:10 to 0:20\n");
        INFO (result.err);
        CHECK (result.exitCode == done);
        CHECK (result.err.contains ("'D' at 0:14 lay in what was cut, and goes."));
        CHECK (startsOf (desk.mp3) == Starts { 0, 3000, 7000 });
    }

    SECTION ("the one that began with it")
    {
        CHECK (tag ("0:01 to 0:05\n0:14 to 0:20\n").err.contains ("'D' at 0:14 lay in what was cut"));
        CHECK (startsOf (desk.mp3) == Starts { 0, 1000, 3000 });
    }

    SECTION ("in all that is published")
    {
        const auto published = earmark ({ "publish",
                                          desk.mp3,
                                          "--outline",
                                          outline,
                                          "--cuts",
                                          desk.folder.file ("cuts.txt", "0:10 to 0:20\n").string(),
                                          "--documents",
                                          (desk.folder.path() / "docs").string() });
        INFO (published.err);
        CHECK (published.exitCode == done);
        CHECK (published.err.contains ("'D' at 0:14 lay in what was cut, and goes."));
        CHECK (startsOf (desk.mp3) == Starts { 0, 3000, 7000 });
    }

    SECTION ("not one of which something is left, or that began in no cut")
    {
        CHECK_FALSE (tag ("0:05 to 0:06\n0:09 to 0:15\n").err.contains ("lay in what was cut"));
        CHECK (startsOf (desk.mp3) == Starts { 0, 3000, 6000, 8000 });

        const auto refused = tag ("0:01 to 0:04.8\n");
        CHECK (refused.exitCode == problem);
        CHECK_FALSE (refused.err.contains ("lay in what was cut"));
    }
}

TEST_CASE ("A shift makes no chapter end behind the audio that ended with it")
{
    const TagDesk desk;
    REQUIRE (desk.tag ({ desk.mp3 }).exitCode == done);
    const auto result = earmark ({ "tag", desk.mp3, "--outline", desk.mp3, "--shift", "2.5" });
    INFO (result.err);
    CHECK (result.exitCode == done);
    CHECK_FALSE (result.err.contains ("audio ends at"));
    CHECK (startsOf (desk.mp3) == Starts { 2500, 5500, 9500 });

    // What was behind the audio before is still told.
    const auto ends = desk.folder.file ("ends.txt", "0:00 - 0:03 A\n0:03 - 0:20 B\n").string();
    CHECK (earmark ({ "tag", desk.mp3, "--outline", ends, "--shift", "1" })
               .err.contains ("The chapters go on to 0:21, but the audio ends at"));
}

TEST_CASE ("The list of cuts is read from standard input (--cuts -), once")
{
    const TagDesk desk;
    const ProcessOptions piped { .input = "1 2\n", .folder = desk.folder.path() };
    CHECK (earmark ({ "tag", desk.mp3, desk.m4a, "--outline", desk.outline, "--cuts", "-" }, piped).exitCode
           == done);
    CHECK (startsOf (desk.mp3) == Starts { 0, 2000, 6000 });
    CHECK (startsOf (desk.m4a) == Starts { 0, 2000, 6000 });

    const auto bad = earmark ({ "tag", desk.mp3, "--outline", desk.outline, "--cuts", "-" },
                              { .input = "soon\n3\n", .folder = desk.folder.path() });
    CHECK (bad.err.contains ("standard input: line 2: '3' is no cut"));

    for (const auto& command :
         { std::vector<std::string> { "tag", desk.mp3, "--outline", "-", "--cuts", "-" },
           { "tag", desk.mp3, "--outlines", desk.folder.path().string(), "--cuts", "-" },
           { "watch", desk.folder.path().string(), "--outline", desk.outline, "--cuts", "-" },
           { "convert", "-", "--to", "youtube", "--cuts", "-" } })
    {
        CAPTURE (command.front());
        const auto refused = earmark (command, piped);
        CHECK (refused.exitCode == usage);
        CHECK (isOneSentence (refused.err));
    }
}

TEST_CASE ("convert re-times, too")
{
    const TagDesk desk;
    const auto cuts = desk.folder.file ("cuts.txt", "0:01 \u2013 0:02\tcough\n").string();
    const auto result =
        earmark ({ "convert", desk.outline, "--to", "youtube", "--cuts", cuts, "--shift", "0:01" });
    CHECK (result.exitCode == done);
    CHECK (result.out == "0:01 Intro\n0:03 Main part 🎧\n0:07 Outro\n");
    CHECK (result.err.contains ("1 cut, 0:01: chapters 2, 3 begin earlier"));

    const auto refused =
        earmark ({ "convert", desk.outline, "--to", "youtube", "--cuts", desk / "none.txt" });
    CHECK (refused.exitCode == problem);
    CHECK (isOneSentence (refused.err));
    CHECK (earmark ({ "convert", desk.outline, "--to", "youtube", "--shift", "soon" }).exitCode == usage);
}

} // namespace earmark::tests
