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

} // namespace earmark::tests
