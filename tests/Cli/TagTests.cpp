// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <fstream>
#include <utility>

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

} // namespace

TEST_CASE ("tag writes an outline's chapters and says so")
{
    const TagDesk desk;
    const auto result = desk.tag ({ desk.mp3, desk.m4a });
    CHECK (result.exitCode == done);
    CHECK (result.err.empty());
    CHECK (result.out.find (desk.mp3 + ": 3 chapters written (MP3)\n") != std::string::npos);
    CHECK (result.out.find (desk.m4a + ": 3 chapters written (MP4)\n") != std::string::npos);

    for (const auto& file : { desk.mp3, desk.m4a })
    {
        CHECK (chaptersOf (file) == outlineChapters);
        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == outlineChapters);
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
    const TagDesk desk;
    const auto result =
        earmark ({ "tag", desk.mp3, "--outline", "-" }, { .input = std::string (outlineText), .folder = {} });
    CHECK (result.exitCode == done);
    CHECK (chaptersOf (desk.mp3) == outlineChapters);

    CHECK (earmark ({ "tag", desk.m4a, "--outline", desk.mp3 }).exitCode == done);
    CHECK (chaptersOf (desk.m4a) == outlineChapters);
}

TEST_CASE ("One file that fails keeps no other from being written")
{
    const TagDesk desk;
    const auto text = desk.folder.file ("text.mp3", "no audio at all").string();
    const auto result = desk.tag ({ desk.mp3, text, desk / "none.m4a", desk.m4a });
    CHECK (result.exitCode == problem);
    CHECK (chaptersOf (desk.mp3) == outlineChapters);
    CHECK (chaptersOf (desk.m4a) == outlineChapters);
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
    const TagDesk desk;
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
    const TagDesk desk;
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

TEST_CASE ("tag --episode-tags says what becomes of title and album")
{
    const TagDesk desk;
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

TEST_CASE ("The same file given twice is written once")
{
    const TagDesk desk;
    const auto result = desk.tag ({ desk.mp3, desk.mp3 });
    CHECK (result.exitCode == done);
    CHECK (result.out.find ("nothing written") != std::string::npos);
    CHECK (chaptersOf (desk.mp3) == outlineChapters);
}

} // namespace earmark::tests
