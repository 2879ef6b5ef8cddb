// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

// No output destroys what a run reads, nor other audio.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

/** What lies on a desk, by name. */
std::map<std::string, std::string> contentOf (const TagDesk& desk)
{
    std::map<std::string, std::string> content;

    for (const auto& name : desk.folder.names())
        if (fs::is_regular_file (desk / name))
            content[name] = bytesOf (desk / name);

    return content;
}

/** Whether this is wrong usage, said in one sentence, and nothing was written. */
void checkRefused (const TagDesk& desk, const std::vector<std::string>& arguments)
{
    CAPTURE (arguments);
    const auto before = contentOf (desk);
    const auto refused = earmark (arguments);
    CHECK (refused.exitCode == usage);
    CHECK (isOneSentence (refused.err));
    CHECK (refused.err.contains ("name another file"));
    CHECK (refused.out.empty());

    const bool isUntouched = contentOf (desk) == before; // not printed: these are whole files
    CHECK (isUntouched);
}

} // namespace

TEST_CASE ("No page and no report takes the place of what is read, or of audio")
{
    const TagDesk desk;
    const auto cuts = desk.folder.file ("cuts.txt", "0:01 to 0:02\n").string();
    fs::create_symlink ("outline.txt", desk / "link.html");
    fs::create_hard_link (desk.outline, desk / "other-name.html");

    for (const auto* option : { "--proof", "--report" })
    {
        for (const auto& output :
             { desk.mp3, desk.m4a, desk.outline, cuts, desk / "link.html", desk / "other-name.html" })
            checkRefused (desk,
                          { "tag", desk.mp3, "--outline", desk.outline, "--cuts", cuts, option, output });

        checkRefused (desk, { "strip", desk.mp3, option, desk.mp3 });
        checkRefused (desk, { "publish", desk.mp3, "--outline", desk.outline, option, desk.outline });
    }

    // What is written in one run has places of its own.
    checkRefused (
        desk,
        { "tag", desk.mp3, "--outline", desk.outline, "-o", desk / "new.mp3", "--proof", desk / "new.mp3" });
    checkRefused (desk,
                  { "tag",
                    desk.mp3,
                    "--outline",
                    desk.outline,
                    "--proof",
                    desk / "a.txt",
                    "--report",
                    desk / "a.txt" });

    CHECK (desk.tag ({ desk.mp3, "--proof", desk / "proof.html", "--report", desk / "report.txt" }).exitCode
           == done);
    CHECK (desk.tag ({ desk.mp3, "--proof", desk / "proof.html", "--report", desk / "report.txt" }).exitCode
           == done);
}

TEST_CASE ("A report takes the place of no manifest and of no outline that a manifest or a folder has")
{
    const TagDesk desk;
    fs::create_directory (desk / "outlines");
    fs::copy_file (desk.outline, desk / "outlines/a.txt");
    const auto manifest = desk.folder.file ("list.csv", "media,outline\na.mp3,outline.txt\n").string();

    for (const auto& output : { manifest, desk.outline, desk.mp3 })
        checkRefused (desk, { "tag", "--manifest", manifest, "--report", output });

    checkRefused (desk,
                  { "tag", desk.mp3, "--outlines", desk / "outlines", "--report", desk / "outlines/a.txt" });
    CHECK (hasBytes (desk / "outlines/a.txt", outlineText));
}

TEST_CASE ("tag and strip write over no outline, no other file of the run and no audio of another kind")
{
    const TagDesk desk;
    const auto cuts = desk.folder.file ("cuts.txt", "0:01 to 0:02\n").string();

    for (const auto& output : { desk.outline, desk.m4a, cuts })
        checkRefused (desk, { "tag", desk.mp3, "--outline", desk.outline, "--cuts", cuts, "-o", output });

    checkRefused (desk, { "strip", desk.mp3, "-o", desk.m4a });

    // Whatever somebody has is no export that gives way.
    const auto notes = desk.folder.file ("notes.txt", "my notes\n").string();
    checkRefused (desk, { "tag", desk.mp3, "--outline", desk.outline, "-o", notes });
    checkRefused (desk, { "strip", desk.mp3, "-o", notes });
    checkRefused (desk, { "restore", desk.mp3, "-o", notes });

    // Two of one name in one folder.
    fs::create_directory (desk / "other");
    fs::copy_file (desk.mp3, desk / "other/a.mp3");
    checkRefused (
        desk, { "tag", desk.mp3, desk / "other/a.mp3", "--outline", desk.outline, "-o", desk / "to-come/" });
    CHECK_FALSE (fs::exists (desk / "to-come"));

    fs::create_directory (desk / "out");
    fs::copy_file (desk.mp3, desk / "out/a.mp3");
    const auto before = bytesOf (desk.mp3);
    checkRefused (desk,
                  { "tag", desk.mp3, desk / "out/a.mp3", "--outline", desk.outline, "-o", desk / "out" });
    CHECK (hasBytes (desk / "out/a.mp3", before));

    // As mktemp leaves it.
    const auto empty = desk.folder.file ("empty.mp3", "").string();
    CHECK (desk.tag ({ desk.mp3, "-o", empty }).exitCode == done);
    CHECK (chaptersOf (empty) == outlineChapters);

    // The former export gives way to the new one.
    CHECK (desk.tag ({ desk.mp3, "-o", desk / "out/a.mp3" }).exitCode == done);
    CHECK (chaptersOf (desk / "out/a.mp3") == outlineChapters);
    CHECK (hasBytes (desk.mp3, before));

    // And a file that is its own outline stays in its place.
    REQUIRE (desk.tag ({ desk.mp3 }).exitCode == done);
    CHECK (earmark ({ "tag", desk.mp3, "--outline", desk.mp3, "--shift", "1" }).exitCode == done);
}

TEST_CASE ("A folder that is named as one is made, and one that is missing is told by its file's name")
{
    const TagDesk desk;
    const auto made = desk / "exports/today/";
    CHECK (desk.tag ({ desk.mp3, "-n", "-o", made }).exitCode == done);
    CHECK_FALSE (fs::exists (desk / "exports"));
    CHECK (desk.tag ({ desk.mp3, "-n", "-o", desk.outline + "/" }).exitCode == problem);
    CHECK (desk.tag ({ desk.mp3, desk.m4a, "-o", made }).exitCode == done);
    CHECK (chaptersOf (desk / "exports/today/a.mp3") == outlineChapters);

    // Of a folder that nothing came into nothing stays, whichever verb made it.
    const auto broken = desk.folder.file ("broken.mp3", "no audio").string();
    CHECK (desk.tag ({ broken, "-o", desk / "late/today/" }).exitCode == problem);
    CHECK (earmark ({ "publish", broken, "--outline", desk.outline, "--documents", desk / "late/pages" })
               .exitCode
           == problem);
    CHECK_FALSE (fs::exists (desk / "late"));

    const auto missing = desk / "missing/a.mp3";
    const auto refused = desk.tag ({ desk.mp3, "-o", missing });
    CHECK (refused.exitCode == problem);
    CHECK (refused.err == "error: " + missing + ": Its folder does not exist.\n");
}

TEST_CASE ("convert writes over no audio and no cut list, but over the outline that it reads")
{
    const TagDesk desk;
    const auto cuts = desk.folder.file ("cuts.txt", "0:01 to 0:02\n").string();
    checkRefused (desk, { "convert", desk.outline, "--to", "timestamps", "-o", desk.m4a });
    checkRefused (desk, { "convert", desk.outline, "--cuts", cuts, "--to", "timestamps", "-o", cuts });
    REQUIRE (desk.tag ({ desk.mp3 }).exitCode == done);
    checkRefused (desk, { "convert", desk.mp3, "--to", "timestamps", "-o", desk.mp3 });

    CHECK (earmark ({ "convert", desk.outline, "--shift", "1", "--to", "timestamps", "-o", desk.outline })
               .exitCode
           == done);
    CHECK (bytesOf (desk.outline).starts_with ("0:01 Intro\n"));
}

TEST_CASE ("check draws no sheet over what it looks at, and repairs into no audio")
{
    const TagDesk desk;

    for (const auto& output : { desk.mp3, desk.m4a, desk.outline })
        checkRefused (desk, { "check", desk.mp3, "--outline", desk.outline, "--fix", "--sheet", output });

    checkRefused (desk, { "check", desk.outline, "--fix", "-o", desk.m4a });
}

TEST_CASE ("No audio is called what it is not, and no picture either")
{
    const TagDesk desk;
    checkRefused (desk, { "tag", desk.mp3, "--outline", desk.outline, "-o", desk / "x.m4a" });
    checkRefused (desk, { "strip", desk.m4a, "-o", desk / "x.mp3" });
    CHECK (desk.tag ({ desk.m4a, "-o", desk / "x.mp4" }).exitCode == done);

    // What has a wrong name already keeps it.
    fs::copy_file (desk.mp3, desk / "wrong.wav");
    CHECK (desk.tag ({ desk / "wrong.wav", "-o", desk / "copies/" }).exitCode == done);

    const auto sheet = earmark ({ "check", desk.mp3, "--outline", desk.outline, "--sheet", desk / "s.jpg" });
    CHECK (sheet.exitCode == usage);
    CHECK (sheet.err.contains ("its name ends in .png"));
    CHECK_FALSE (fs::exists (desk / "s.jpg"));
}

TEST_CASE ("Standard output takes reports, and no audio or pictures")
{
    const TagDesk desk;
    const ProcessOptions there { .input = {}, .folder = desk.folder.path() };
    const auto run = [&] (const std::vector<std::string>& words) { return earmark (words, there); };
    const std::vector<std::string> tag { "tag", desk.mp3, "--outline", desk.outline };
    const auto with = [&] (std::vector<std::string> more)
    {
        more.insert (more.begin(), tag.begin(), tag.end());
        return run (more);
    };

    CHECK (with ({ "-o", "-" }).exitCode == usage);
    CHECK (with ({ "--json", "--report", "-" }).exitCode == usage);
    CHECK (run ({ "check", desk.mp3, "--outline", desk.outline, "--sheet", "-" }).exitCode == usage);
    CHECK (with ({ "-n", "--report", "-" }).out.ends_with ("\n1 file, 0 failed\n"));
    CHECK (with ({ "--proof", "-" }).out.starts_with ("<!"));
    CHECK_FALSE (fs::exists (desk / "-"));

    for (const auto* verb : { "show", "strip" })
    {
        const auto refused = run ({ verb, "-" });
        CHECK (refused.exitCode == usage);
        CHECK (refused.err.contains ("Audio cannot come from standard input"));
    }
}

TEST_CASE ("A write that fails names its target")
{
    const TagDesk desk;
    fs::create_directory (desk / "out");
    fs::copy_file (desk.mp3, desk / "out/a.mp3");
    fs::permissions (desk / "out/a.mp3", fs::perms::owner_read);
    const auto refused = desk.tag ({ desk.mp3, "-o", desk / "out/" });
    CHECK (refused.exitCode == problem);
    CHECK (refused.err.contains ((desk / "out/a.mp3") + ": It is write-protected"));
}

TEST_CASE ("A dry run fails where the write would")
{
    const TagDesk desk;

    SECTION ("for a file with several names")
    {
        fs::create_hard_link (desk.mp3, desk / "other.mp3");
        CHECK (desk.tag ({ desk.mp3, "-n", "--break-hardlinks" }).exitCode == done);
    }

    SECTION ("for one that is write-protected")
    {
        fs::permissions (desk.mp3, fs::perms::owner_read);
    }

    const auto planned = desk.tag ({ desk.mp3, "-n" }), written = desk.tag ({ desk.mp3 });
    CHECK (planned.exitCode == problem);
    CHECK (planned.err == written.err);
}

} // namespace earmark::tests
