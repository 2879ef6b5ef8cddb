// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <string>
#include <vector>

// Where publish puts its documents, and what it leaves alone.

namespace earmark::tests
{

namespace
{

namespace fs = std::filesystem;

} // namespace

TEST_CASE ("publish leaves an outline alone that has the name of a document")
{
    const TagDesk desk;

    SECTION ("a description")
    {
        const auto own =
            desk.folder.file ("a.youtube.txt", "0:00 Intro\nWhat it is about.\n0:03 Main part\n0:07 Outro\n")
                .string();
        const auto before = bytesOf (own);

        for (int pass = 0; pass < 2; ++pass)
        {
            const auto result = earmark ({ "publish", desk.mp3, "--outline", own });
            INFO (result.err);
            CHECK (result.exitCode == done);
            CHECK (result.err.contains (own + " is the outline itself, and stays as it is.\n"));
            CHECK (hasBytes (own, before));
            CHECK_FALSE (result.out.contains ("a.youtube.txt"));
            CHECK (result.out.contains ("a.spotify.txt: 3 chapters that agree"));
        }
    }

    SECTION ("a document for the feed, by a link")
    {
        const std::string feed = R"({ "version": "1.2.0", "mine": 1, "chapters": [
            { "startTime": 0, "title": "Intro" }, { "startTime": 3, "title": "Main part" } ] })";
        const auto own = desk.folder.file ("feed.json", feed);
        fs::create_symlink ("feed.json", desk / "a.chapters.json");
        const auto result = earmark ({ "publish", desk.mp3, "--outline", own.string() });
        INFO (result.err);
        CHECK (result.exitCode == done);
        CHECK (result.err.contains ("a.chapters.json is the outline itself"));
        CHECK (hasBytes (own, feed));
        CHECK (fs::is_symlink (desk / "a.chapters.json"));
        CHECK (result.out.contains ("a.psc: 2 chapters that agree"));
    }

    SECTION ("a list of ad breaks, though it has none")
    {
        const auto own = desk.folder.file ("a.blubrry.txt", outlineText).string();
        const auto result = earmark ({ "publish", desk.mp3, "--outline", own });
        CHECK (result.exitCode == done);
        CHECK_FALSE (result.err.contains ("delete it"));
        CHECK (hasBytes (own, outlineText));
    }
}

TEST_CASE ("publish makes the folder for its documents")
{
    const TagDesk desk;
    const auto result =
        earmark ({ "publish", desk.mp3, "--outline", desk.outline, "--documents", desk / "new/documents" });
    INFO (result.err);
    CHECK (result.exitCode == done);
    CHECK (fs::exists (desk / "new/documents/a.chapters.json"));
    CHECK (result.out.contains ("a.youtube.txt: 3 chapters that agree"));
}

TEST_CASE ("publish writes nothing at all where a document has no place")
{
    const TagDesk desk;
    const auto before = bytesOf (desk.mp3);
    std::vector<std::string> command { "publish", desk.mp3, "--outline", desk.outline };

    SECTION ("where the folder cannot be made")
    {
        command.append_range (std::vector<std::string> { "--documents", desk.outline + "/documents" });
    }

    SECTION ("where it is a file")
    {
        command.append_range (std::vector<std::string> { "--documents", desk.outline });
    }

    SECTION ("where a folder has the document's name")
    {
        fs::create_directory (desk / "a.psc");
    }

    const auto names = desk.folder.names();
    const auto result = earmark (command);
    CHECK (result.exitCode == problem);
    CHECK (isOneSentence (result.err));
    CHECK (result.out.empty());
    CHECK (hasBytes (desk.mp3, before));
    CHECK (desk.folder.names() == names);
    CHECK (hasBytes (desk.outline, outlineText));
}

TEST_CASE ("publish writes no document over audio or over a cut list")
{
    const TagDesk desk;
    const auto before = bytesOf (desk.mp3);
    const auto cuts = desk.folder.file ("a.notes.md", "1 2\n").string();
    const auto overCuts = earmark ({ "publish", desk.mp3, "--outline", desk.outline, "--cuts", cuts });
    CHECK (overCuts.exitCode == usage);
    CHECK (overCuts.err.contains ("a.notes.md: It is read in this run"));
    CHECK (hasBytes (cuts, "1 2\n"));

    fs::copy_file (desk.m4a, desk / "a.psc");
    const auto overAudio = earmark ({ "publish", desk.mp3, "--outline", desk.outline });
    CHECK (overAudio.exitCode == usage);
    CHECK (overAudio.err.contains ("a.psc: It is an audio file"));
    CHECK (hasBytes (desk / "a.psc", bytesOf (desk.m4a)));
    CHECK (hasBytes (desk.mp3, before));
}

TEST_CASE ("A dry run of publish lists the documents, and writes none")
{
    const TagDesk desk;
    const auto names = desk.folder.names();
    const std::vector<std::string> command { "publish",     desk.mp3,           "--outline", desk.outline,
                                             "--documents", desk / "documents", "--dry-run" };
    const auto result = earmark (command);
    CHECK (result.exitCode == done);
    CHECK (result.out.contains ("a.mp3: would have 3 chapters (MP3)\n"));

    for (const auto name : publishedDocuments)
        CHECK (
            result.out.contains ((desk / "documents/") + std::string (name) + ": would have 3 chapters\n"));

    CHECK (desk.folder.names() == names);

    auto asJson = command;
    asJson.emplace_back ("--json");
    const auto json = Json::parse (earmark (asJson).out);
    CHECK (json["files"].size() == 1);
    REQUIRE (json["documents"].size() == publishedDocuments.size());
    CHECK (json["documents"][0]["outcome"] == "planned");
    CHECK (json["documents"][0]["chapters"] == 3);
}

TEST_CASE ("publish prints one JSON value, with the documents and whether all agree")
{
    const TagDesk desk;
    const auto result = earmark ({ "publish", desk.mp3, desk.m4a, "--outline", desk.outline, "--json" });
    INFO (result.err);
    CHECK (result.exitCode == done);

    const auto json = Json::parse (result.out);
    REQUIRE (json["files"].size() == 2);
    REQUIRE (json["documents"].size() == publishedDocuments.size());

    for (const auto* part : { "files", "documents" })
        for (const auto& entry : json[part])
        {
            CHECK (entry["outcome"] == "written");
            CHECK (entry["agrees"] == true);
        }
}

TEST_CASE ("publish offers no options that it cannot take")
{
    const TagDesk desk;
    const auto help = earmark ({ "publish", "--help" }).out;
    CHECK (help.contains ("--outline "));
    CHECK_FALSE (help.contains ("--outlines"));
    CHECK_FALSE (help.contains ("--manifest"));
    CHECK (earmark ({ "publish", desk.mp3 }).err.contains ("give --outline"));
}

} // namespace earmark::tests
