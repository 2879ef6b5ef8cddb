// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>

// Files that are written: where to, and under whatever name.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

} // namespace

TEST_CASE ("tag -o leaves the original alone")
{
    const TagDesk desk;
    const auto before = bytesOf (desk.mp3);

    SECTION ("a new file")
    {
        const auto result = desk.tag ({ desk.mp3, "-o", desk / "new.mp3" });
        CHECK (result.exitCode == done);
        CHECK (result.out.find ("3 chapters written to " + (desk / "new.mp3")) != std::string::npos);
        CHECK (chaptersOf (desk / "new.mp3") == outlineChapters);
    }

    SECTION ("into a folder, several files")
    {
        fs::create_directory (desk / "out");
        CHECK (desk.tag ({ desk.mp3, desk.m4a, "-o", desk / "out" }).exitCode == done);
        CHECK (chaptersOf (desk / "out/a.mp3") == outlineChapters);
        CHECK (chaptersOf (desk / "out/b.m4a") == outlineChapters);
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
    const TagDesk desk;
    CHECK (desk.tag ({ desk.mp3, "-o", desk.mp3 }).exitCode == done);
    CHECK (chaptersOf (desk.mp3) == outlineChapters);

    fs::create_symlink ("b.m4a", desk / "link.m4a");
    CHECK (desk.tag ({ desk.m4a, "-o", desk / "link.m4a" }).exitCode == done);
    CHECK (chaptersOf (desk.m4a) == outlineChapters);
    CHECK (fs::is_symlink (desk / "link.m4a"));
    CHECK (desk.tag ({ desk.m4a, "-o", desk / "link.m4a" }).out.find ("nothing written")
           != std::string::npos);
}

TEST_CASE ("Hard links are refused until they may be broken")
{
    const TagDesk desk;
    fs::create_hard_link (desk.mp3, desk / "other.mp3");
    const auto before = bytesOf (desk.mp3);
    const auto refused = desk.tag ({ desk.mp3 });
    CHECK (refused.exitCode == problem);
    CHECK (isOneSentence (refused.err));
    CHECK (refused.err.find ("--break-hardlinks") != std::string::npos);
    CHECK (hasBytes (desk.mp3, before));

    CHECK (desk.tag ({ desk.mp3, "--break-hardlinks" }).exitCode == done);
    CHECK (chaptersOf (desk.mp3) == outlineChapters);
    CHECK (hasBytes (desk / "other.mp3", before));
}

TEST_CASE ("A misleading suffix is told, and the bytes decide")
{
    const TagDesk desk;
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

TEST_CASE ("Names that are no ordinary text are handled and printed without harm")
{
    const TagDesk desk;

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
        CHECK (chaptersOf (desk / name) == outlineChapters);
        CHECK_NOTHROW (std::ignore = Json::parse (desk.tag ({ "--json", desk / name }).out));
    }

    // As an argument of its own it has to be told from an option.
    fs::rename (desk.mp3, desk / "--json");
    CHECK (earmark ({ "tag", "--outline", desk.outline, "--", "--json" },
                    { .input = {}, .folder = desk.folder.path() })
               .exitCode
           == done);
}

TEST_CASE ("A dry run says where to, and convert what it would write")
{
    const TagDesk desk;
    CHECK (desk.tag ({ desk.mp3, "-n", "-o", desk / "d/" }).out
           == desk.mp3 + ": 3 chapters would be written to " + (desk / "d/a.mp3") + " (MP3)\n");

    const auto list = desk / "list.psc";
    CHECK (earmark ({ "convert", desk.outline, "-o", list, "-n" }).out
           == list + ": would have 3 chapters as Podlove Simple Chapters\n");
    CHECK_FALSE (std::filesystem::exists (list));
}

TEST_CASE ("Wrong usage is an error by its first word")
{
    const TagDesk desk;

    for (const auto& words : { std::vector<std::string> { "tag", desk.mp3, "--no-such-option" },
                               { "tag", desk.mp3, "--outline", desk.outline, "--jobs", "0" },
                               { "no-such-verb" },
                               { "convert", desk.outline, "-o", desk / "x.mp3" } })
    {
        CAPTURE (words);
        const auto refused = earmark (words);
        CHECK (refused.exitCode == usage);
        CHECK (refused.err.starts_with ("error: "));
    }

    CHECK (earmark ({ "convert", desk.outline, "-o", desk / "x.mp3" }).err.contains ("`earmark tag`"));
}

} // namespace earmark::tests
