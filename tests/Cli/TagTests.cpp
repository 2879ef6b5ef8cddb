// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Readers.h"
#include "Support/Rights.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view outlineText = "0:00 Intro\n0:03 Main part 🎧\n0:07 Outro\n";

/** A folder with an MP3, an M4A and an outline. */
struct Desk
{
    TemporaryFolder folder;
    std::string mp3 =
        folder
            .copyOf (mp3Sample (10, { "-b:a", "64k", "-metadata", "artist=A", "-id3v2_version", "3" }),
                     "a.mp3")
            .string();
    std::string m4a = folder.copyOf (m4aFaststart (10), "b.m4a").string();
    std::string outline = folder.file ("outline.txt", outlineText).string();

    std::string operator/ (std::string_view name) const { return (folder / name).string(); }

    ProcessResult tag (std::vector<std::string> arguments) const
    {
        arguments.insert (arguments.begin(), { "tag", "--outline", outline });
        return earmark (arguments);
    }
};

Listed chaptersOf (const std::string& file)
{
    Listed list;
    const auto json = Json::parse (earmark ({ "show", "--json", file }).out);

    for (const auto& chapter : json.value ("chapters", Json::array()))
        list.emplace_back (chapter["start_ms"].get<std::int64_t>(), chapter["title"].get<std::string>());

    return list;
}

std::vector<std::int64_t> startsOf (const std::string& file)
{
    std::vector<std::int64_t> starts;

    for (const auto& [ms, title] : chaptersOf (file))
        starts.push_back (ms);

    return starts;
}

using Starts = std::vector<std::int64_t>;

const Listed expected { { 0, "Intro" }, { 3000, "Main part 🎧" }, { 7000, "Outro" } };

} // namespace

TEST_CASE ("tag writes an outline's chapters and says so")
{
    const Desk desk;
    const auto result = desk.tag ({ desk.mp3, desk.m4a });
    CHECK (result.exitCode == done);
    CHECK (result.err.empty());
    CHECK (result.out.find (desk.mp3 + ": 3 chapters written (MP3)\n") != std::string::npos);
    CHECK (result.out.find (desk.m4a + ": 3 chapters written (MP4)\n") != std::string::npos);

    for (const auto& file : { desk.mp3, desk.m4a })
    {
        CHECK (chaptersOf (file) == expected);
        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == expected);
    }

    SECTION ("and the second time that there was nothing to write")
    {
        const auto times = std::pair (fs::last_write_time (desk.mp3), fs::last_write_time (desk.m4a));
        const auto again = desk.tag ({ desk.mp3, desk.m4a });
        CHECK (again.exitCode == done);
        CHECK (again.out
               == desk.mp3 + ": has exactly these chapters already; nothing written\n" + desk.m4a
                      + ": has exactly these chapters already; nothing written\n");
        CHECK (times == std::pair (fs::last_write_time (desk.mp3), fs::last_write_time (desk.m4a)));
    }
}

TEST_CASE ("tag takes the outline from standard input, and from the chapters of another file")
{
    const Desk desk;
    const auto result =
        earmark ({ "tag", desk.mp3, "--outline", "-" }, { .input = std::string (outlineText), .folder = {} });
    CHECK (result.exitCode == done);
    CHECK (chaptersOf (desk.mp3) == expected);

    CHECK (earmark ({ "tag", desk.m4a, "--outline", desk.mp3 }).exitCode == done);
    CHECK (chaptersOf (desk.m4a) == expected);
}

TEST_CASE ("One file that fails keeps no other from being written")
{
    const Desk desk;
    const auto text = desk.folder.file ("text.mp3", "no audio at all").string();
    const auto result = desk.tag ({ desk.mp3, text, desk / "none.m4a", desk.m4a });
    CHECK (result.exitCode == problem);
    CHECK (chaptersOf (desk.mp3) == expected);
    CHECK (chaptersOf (desk.m4a) == expected);
    CHECK (result.err.starts_with ("error: " + text + ": "));
    CHECK (std::ranges::count (result.err, '\n') == 2);
    CHECK (hasBytes (text, "no audio at all"));

    SECTION ("and JSON tells of each, in order")
    {
        const auto json = Json::parse (desk.tag ({ "--json", desk.mp3, text, desk.m4a }).out);
        REQUIRE (json.size() == 3);
        CHECK (json[0]["outcome"] == "unchanged");
        CHECK (json[1]["outcome"] == "failed");
        CHECK (json[1]["file"] == text);
        CHECK (json[1]["error"]["kind"] == "unsupported");
        CHECK (json[1]["error"]["message"].get<std::string>().ends_with ('.'));
        CHECK (json[2]["outcome"] == "unchanged");
    }
}

TEST_CASE ("tag --json has the shape that is documented")
{
    const Desk desk;
    const auto before = fs::file_size (desk.mp3);
    const auto result = desk.tag ({ "--json", desk.mp3 });
    CHECK (result.exitCode == done);
    const auto json = Json::parse (result.out);
    REQUIRE (json.size() == 1);
    CHECK (json[0]["file"] == desk.mp3);
    CHECK (json[0]["outcome"] == "written");
    CHECK (json[0]["destination"] == desk.mp3);
    CHECK (json[0]["container"] == "mp3");
    CHECK (json[0]["chapters"] == 3);
    CHECK (json[0]["bytes_before"] == before);
    CHECK (json[0]["bytes_after"] == fs::file_size (desk.mp3));
    CHECK (json[0]["changes"].is_array());
    CHECK (json[0]["notices"].is_array());

    SECTION ("also when the outline is what fails")
    {
        const auto bad = earmark ({ "tag", "--json", desk.mp3, "--outline", desk / "none.txt" });
        CHECK (bad.exitCode == problem);
        CHECK (Json::parse (bad.out)["error"]["kind"] == "not-found");
        CHECK (isOneSentence (bad.err));
    }
}

TEST_CASE ("tag --dry-run says what would be done and does nothing")
{
    const Desk desk;
    const auto before = bytesOf (desk.mp3);
    const auto time = fs::last_write_time (desk.mp3);
    const auto names = desk.folder.names();

    const auto result = desk.tag ({ "--dry-run", desk.mp3, "--episode-tags", "keep" });
    CHECK (result.exitCode == done);
    CHECK (result.out == desk.mp3 + ": would have 3 chapters (MP3)\n");
    CHECK (hasBytes (desk.mp3, before));
    CHECK (fs::last_write_time (desk.mp3) == time);
    CHECK (Json::parse (desk.tag ({ "-n", "--json", desk.mp3 }).out)[0]["outcome"] == "planned");

    CHECK (desk.tag ({ "-n", desk.mp3, "-o", desk / "new.mp3" }).exitCode == done);
    CHECK (desk.folder.names() == names);
}

TEST_CASE ("tag --shift moves all chapters; positive is later")
{
    const Desk desk;

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
    const Desk desk;
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

TEST_CASE ("tag --episode-tags says what becomes of title and album")
{
    const Desk desk;
    std::ofstream (desk.outline)
        << R"({ "episode": { "title": "New title" }, "chapters": [ { "start_ms": 0, "title": "Intro" } ] })";
    const auto tagged =
        desk.folder
            .copyOf (mp3Sample (10, { "-b:a", "64k", "-metadata", "title=Old", "-id3v2_version", "3" }),
                     "c.mp3")
            .string();
    const auto titleOf = [&]
    {
        return Json::parse (earmark ({ "show", "--json", tagged }).out)["episode"]["title"]
            .get<std::string>();
    };

    CHECK (desk.tag ({ tagged, "--episode-tags", "keep" }).exitCode == done);
    CHECK (titleOf() == "Old");
    CHECK (desk.tag ({ tagged }).exitCode == done);
    CHECK (titleOf() == "Old");
    CHECK (desk.tag ({ tagged, "--episode-tags", "replace" }).exitCode == done);
    CHECK (titleOf() == "New title");
    CHECK (desk.tag ({ tagged, "--episode-tags", "perhaps" }).exitCode == usage);
    CHECK (desk.tag ({ tagged, "--profile", "loud" }).exitCode == usage);
}

TEST_CASE ("tag -o leaves the original alone")
{
    const Desk desk;
    const auto before = bytesOf (desk.mp3);

    SECTION ("a new file")
    {
        const auto result = desk.tag ({ desk.mp3, "-o", desk / "new.mp3" });
        CHECK (result.exitCode == done);
        CHECK (result.out.find ("3 chapters written to " + (desk / "new.mp3")) != std::string::npos);
        CHECK (chaptersOf (desk / "new.mp3") == expected);
    }

    SECTION ("into a folder, several files")
    {
        fs::create_directory (desk / "out");
        CHECK (desk.tag ({ desk.mp3, desk.m4a, "-o", desk / "out" }).exitCode == done);
        CHECK (chaptersOf (desk / "out/a.mp3") == expected);
        CHECK (chaptersOf (desk / "out/b.m4a") == expected);
    }

    SECTION ("several files into one is wrong usage")
    {
        const auto result = desk.tag ({ desk.mp3, desk.m4a, "-o", desk / "one.mp3" });
        CHECK (result.exitCode == usage);
        CHECK (isOneSentence (result.err));
        CHECK_FALSE (fs::exists (desk / "one.mp3"));
    }

    SECTION ("into a folder that is not there")
    {
        const auto result = desk.tag ({ desk.mp3, "-o", desk / "none/new.mp3" });
        CHECK (result.exitCode == problem);
        CHECK (isOneSentence (result.err));
    }

    SECTION ("unchanged files are copied, too")
    {
        CHECK (earmark ({ "strip", desk.mp3, "-o", desk / "copy.mp3" }).exitCode == done);
        CHECK (hasBytes (desk / "copy.mp3", before));
    }

    CHECK (hasBytes (desk.mp3, before));
}

TEST_CASE ("tag -o may name the original itself, also by another way")
{
    const Desk desk;
    CHECK (desk.tag ({ desk.mp3, "-o", desk.mp3 }).exitCode == done);
    CHECK (chaptersOf (desk.mp3) == expected);

    fs::create_symlink ("b.m4a", desk / "link.m4a");
    CHECK (desk.tag ({ desk.m4a, "-o", desk / "link.m4a" }).exitCode == done);
    CHECK (chaptersOf (desk.m4a) == expected);
    CHECK (fs::is_symlink (desk / "link.m4a"));
    CHECK (desk.tag ({ desk.m4a, "-o", desk / "link.m4a" }).out.find ("nothing written")
           != std::string::npos);
}

TEST_CASE ("strip takes chapters out and leaves everything else")
{
    const Desk desk;
    const auto before = std::pair (bytesOf (desk.mp3), bytesOf (desk.m4a));
    desk.tag ({ desk.mp3, desk.m4a, "--episode-tags", "keep" });
    const auto result = earmark ({ "strip", desk.mp3, desk.m4a });
    CHECK (result.exitCode == done);
    CHECK (result.out
           == desk.mp3 + ": chapters taken out (MP3)\n" + desk.m4a + ": chapters taken out (MP4)\n");
    CHECK (hasBytes (desk.mp3, before.first));
    CHECK (hasBytes (desk.m4a, before.second));
    CHECK (earmark ({ "strip", desk.mp3 }).out == desk.mp3 + ": has no chapters already; nothing written\n");
}

TEST_CASE ("A misleading suffix is told, and the bytes decide")
{
    const Desk desk;
    fs::rename (desk.m4a, desk / "really.mp3");
    const auto result = desk.tag ({ desk / "really.mp3" });
    CHECK (result.exitCode == done);
    CHECK (result.err.find ("warning: ") == 0);
    CHECK (result.err.find ("'.mp3'") != std::string::npos);
    CHECK (Json::parse (earmark ({ "show", "--json", desk / "really.mp3" }).out)["container"] == "mp4");

    fs::rename (desk.mp3, desk / "noname");
    const auto none = desk.tag ({ desk / "noname" });
    CHECK (none.exitCode == done);
    CHECK (none.err.find ("no suffix") != std::string::npos);

    fs::rename (desk / "noname", desk / "LOUD.MP3");
    CHECK (desk.tag ({ desk / "LOUD.MP3" }).err.empty());
}

TEST_CASE ("Hard links are refused until they may be broken")
{
    const Desk desk;
    fs::create_hard_link (desk.mp3, desk / "other.mp3");
    const auto before = bytesOf (desk.mp3);
    const auto refused = desk.tag ({ desk.mp3 });
    CHECK (refused.exitCode == problem);
    CHECK (isOneSentence (refused.err));
    CHECK (refused.err.find ("--break-hardlinks") != std::string::npos);
    CHECK (hasBytes (desk.mp3, before));

    CHECK (desk.tag ({ desk.mp3, "--break-hardlinks" }).exitCode == done);
    CHECK (chaptersOf (desk.mp3) == expected);
    CHECK (hasBytes (desk / "other.mp3", before));
}

TEST_CASE ("Names that are no ordinary text are handled and printed without harm")
{
    const Desk desk;

    for (const auto* name : { "with space.mp3",
                              "日本 🎧.mp3",
                              "-dash.mp3",
                              "new\nline.mp3",
                              "esc\033[31m.mp3",
                              "bad\xFF\xC3utf8.mp3" })
    {
        INFO (name);
        fs::copy_file (desk.mp3, desk / name);
        const auto result = desk.tag ({ desk / name });
        CHECK (result.exitCode == done);
        CHECK (result.out.find ('\033') == std::string::npos);
        CHECK (chaptersOf (desk / name) == expected);
        CHECK_NOTHROW (std::ignore = Json::parse (desk.tag ({ "--json", desk / name }).out));
    }

    // As an argument of its own it has to be told from an option.
    fs::rename (desk.mp3, desk / "--json");
    CHECK (earmark ({ "tag", "--outline", desk.outline, "--", "--json" },
                    { .input = {}, .folder = desk.folder.path() })
               .exitCode
           == done);
}

TEST_CASE ("The same file given twice is written once")
{
    const Desk desk;
    const auto result = desk.tag ({ desk.mp3, desk.mp3 });
    CHECK (result.exitCode == done);
    CHECK (result.out.find ("nothing written") != std::string::npos);
    CHECK (chaptersOf (desk.mp3) == expected);
}

} // namespace earmark::tests
