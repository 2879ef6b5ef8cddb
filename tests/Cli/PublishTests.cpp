// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/TagDesk.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// One list for all destinations.

namespace earmark::tests
{

TEST_CASE ("publish writes every destination from one list, and they agree")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (60), "a.mp3").string(),
               m4a = folder.copyOf (m4aFaststart (60), "a.m4a").string();
    const auto outline = folder.file ("o.txt", "0:00 First\n0:20 Grüße\n0:40 Last\n").string();
    const auto result = earmark ({ "publish", mp3, m4a, "--outline", outline });
    INFO (result.err);
    CHECK (result.exitCode == done);

    for (const auto name : publishedDocuments)
        CHECK (result.out.contains (std::string (name) + ": 3 chapters that agree"));

    CHECK (result.out.contains ("a.m4a: 3 chapters that agree"));

    SECTION ("and the documents lie beside what is written, wherever that is")
    {
        std::filesystem::create_directory (folder / "out");
        CHECK (earmark ({ "publish", mp3, "--outline", outline, "-o", (folder / "out").string() }).exitCode
               == done);
        CHECK (std::filesystem::exists (folder / "out/a.mp3"));
        CHECK (std::filesystem::exists (folder / "out/a.youtube.txt"));

        CHECK (
            earmark ({ "publish", mp3, "--outline", outline, "-o", (folder / "out/b.mp3").string() }).exitCode
            == done);
        CHECK (std::filesystem::exists (folder / "out/b.chapters.json"));
    }
}

TEST_CASE ("publish writes the lists of ad breaks for hosts where there are any")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (60), "a.mp3").string();
    const auto outline = folder.file ("o.json", R"({ "earmark": 1, "chapters": [
        { "start_ms": 0, "title": "First" }, { "start_ms": 20500, "title": "Ad", "kind": "ad" },
        { "start_ms": 40000, "title": "Second" }, { "start_ms": 50000, "title": "Last" } ] })");
    const auto result = earmark ({ "publish", mp3, "--outline", outline.string() });
    INFO (result.err);
    CHECK (result.exitCode == done);
    CHECK (result.out.contains ("a.blubrry.txt: 1 ad break that agrees"));
    CHECK (result.out.contains ("a.spreaker.json: 1 ad break that agrees"));
    CHECK (bytesOf (folder / "a.blubrry.txt") == "mid1 00:00:21\n");
    CHECK (Json::parse (bytesOf (folder / "a.spreaker.json"))[0]["timecode"] == 20500);
    CHECK_FALSE (result.err.contains ("delete it"));

    // Without breaks, the lists of before are told of.
    const auto without = folder.file ("without.txt", "0:00 First\n0:40 Second\n0:50 Last\n");
    const auto again = earmark ({ "publish", mp3, "--outline", without.string() });
    CHECK (again.exitCode == done);
    CHECK (again.err.contains ("a.blubrry.txt: It lists ad breaks of an earlier run"));
    CHECK (again.err.contains ("a.spreaker.json: It lists ad breaks of an earlier run"));
}

TEST_CASE ("publish takes from the audio's own tags what the outline does not say of the episode")
{
    const TemporaryFolder folder;
    const auto mp3 = folder
                         .copyOf (mp3Sample (60,
                                             { "-metadata",
                                               "title=Tagged",
                                               "-metadata",
                                               "album=The show",
                                               "-metadata",
                                               "artist=Anna" }),
                                  "a.mp3")
                         .string();
    const auto published = [&] (const std::filesystem::path& outline)
    {
        REQUIRE (earmark ({ "publish", mp3, "--outline", outline.string() }).exitCode == done);
        return Json::parse (bytesOf (folder / "a.chapters.json"));
    };

    const auto json = published (folder.file ("o.txt", "0:00 First\n0:20 Second\n0:40 Last\n"));
    CHECK (json["title"] == "Tagged");
    CHECK (json["podcastName"] == "The show");
    CHECK (json["author"] == "Anna");

    // What the outline says is meant.
    const auto named =
        published (folder.file ("o.json", R"({ "version": "1.2.0", "title": "Mine", "chapters": [
        { "startTime": 0, "title": "First" }, { "startTime": 20, "title": "Second" }, { "startTime": 40, "title": "Last" } ] })"));
    CHECK (named["title"] == "Mine");
    CHECK (named["author"] == "Anna");

    const auto imported = Json::parse (earmark ({ "import", mp3, "--json" }).out);
    CHECK (imported["episode"]["author"] == "Anna");
}

TEST_CASE ("publish states no end after the audio")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (60), "a.mp3").string();
    const auto outline =
        folder.file ("o.txt", "0:00 - 0:15 First\n0:20 - 0:40 Second\n0:40 - 1:15 Last\n").string();
    const auto result = earmark ({ "publish", mp3, "--outline", outline });
    INFO (result.err);
    CHECK (result.exitCode == done);
    CHECK (result.err.contains ("The chapters go on to 1:15, but the audio ends at 1:00"));
    CHECK (result.err.contains ("chapter 3 would end after the audio"));
    CHECK (result.err.contains ("`earmark check` looks for it; --cuts, --shift, --fit"));

    const auto feed = Json::parse (bytesOf (folder / "a.chapters.json"));
    CHECK (feed["chapters"][0]["endTime"] == 15);
    CHECK (feed["chapters"][2]["endTime"].get<double>() < 60.1);
}

TEST_CASE ("publish does not re-time what it has written itself")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (mp3Sample (60), "a.mp3").string();
    const auto outline = folder.file ("o.txt", "0:00 First\n0:20 Second\n0:40 Last\n").string();
    const auto feed = (folder / "a.chapters.json").string();
    const auto publish = [&] (const std::string& from, std::vector<std::string> more)
    {
        more.insert (more.begin(), { "publish", mp3, "--outline", from });
        return earmark (more);
    };

    REQUIRE (publish (outline, { "--shift", "0:05" }).exitCode == done);
    const auto once = bytesOf (feed);
    const auto tagged = bytesOf (mp3);
    REQUIRE (publish (outline, { "--shift", "0:05" }).exitCode == done);
    CHECK (hasBytes (feed, once));

    const auto cuts = folder.file ("cuts.txt", "1 2\n").string();

    for (const auto& option : { std::vector<std::string> { "--shift", "0:05" },
                                std::vector<std::string> { "--fit", "0=0:05" },
                                std::vector<std::string> { "--cuts", cuts } })
        for (const auto& own : { feed, mp3 })
        {
            CAPTURE (option.front(), own);
            const auto refused = publish (own, option);
            CHECK (refused.exitCode == usage);
            CHECK (isOneSentence (refused.err));
            CHECK (refused.err.contains ("under another name"));
            CHECK (hasBytes (feed, once));
            CHECK (hasBytes (mp3, tagged));
        }

    // Not re-timed, or written elsewhere, it may be what it is.
    CHECK (publish (feed, {}).exitCode == done);
    CHECK (hasBytes (feed, once));
    std::filesystem::create_directory (folder / "out");
    CHECK (publish (feed, { "--shift", "0:05", "-o", (folder / "out").string() }).exitCode == done);
    CHECK (hasBytes (feed, once));
}

} // namespace earmark::tests
