// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Movies.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp4Checks.h"

#include <catch2/catch_test_macros.hpp>

// What an MP4 can hold, and what becomes of the rest.

namespace earmark
{

using namespace tests;
namespace fs = std::filesystem;

TEST_CASE ("Many chapters, long titles, and what each list can hold of them")
{
    const TemporaryFolder folder;

    for (const std::size_t count : { 1u, 100u, 255u, 256u, 1000u, 10'000u })
    {
        DYNAMIC_SECTION (count << " chapters")
        {
            const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
            const auto outline = evenOutline (count, count > 1000 ? 1 : 9);
            const auto plan = tagInPlace (file, outline);
            const auto checked = checkMp4 (file);
            CHECK (checked["problems"] == Json::array());
            CHECK (checkedList (checked["quicktime"]) == listOf (outline));
            CHECK (checked["nero"].size() == std::min<std::size_t> (count, 255));
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (outline));
            CHECK (must (readTaggedFile (file)).outline.chapters.size() == count);
            CHECK (says (plan.edit.notices, "the 255 of Nero's list") == (count > 255));
        }
    }

    SECTION ("titles of many bytes are cut between characters in Nero's list only")
    {
        Outline outline;

        for (const std::size_t length : { 40u, 41u, 42u, 43u, 63u, 64u, 100u, 200u, 20'000u })
        {
            std::string title;

            for (std::size_t i = 0; i < length; ++i)
                title += "日";

            outline.chapters.push_back (
                chapterAt (std::int64_t (outline.chapters.size()) * 500, "x" + title));
        }

        const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
        const auto plan = tagInPlace (file, outline);
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checkedList (checked["quicktime"]) == listOf (outline));
        CHECK (says (plan.edit.notices, "longer than the 127 bytes"));
        CHECK (checked["nero"][2][1].get<std::string>().size() == 127);
        CHECK (checked["nero"][4][1].get<std::string>().size() == 127);
        CHECK (readBy ({ "mutagen" }, file)["mutagen"].is_array());
    }

    SECTION ("a title longer than any list can hold is cut in both")
    {
        auto outline = evenOutline (2, 1000);
        outline.chapters[0].title = std::string (70'000, 'x');
        const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
        tagInPlace (file, outline);
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checked["quicktime"][0][1].get<std::string>().size() == 65'535);
        CHECK (checked["quicktime"][1][1] == "Part 2");
    }
}

TEST_CASE ("The first chapter of an MP4 begins at zero, in one way or another")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");

    SECTION ("late by seconds: something is put in front")
    {
        const auto plan = tagInPlace (file, outlineOf ({ chapterAt (3000, "One"), chapterAt (5000, "Two") }));
        CHECK (says (plan.edit.notices, "'Intro' was put in front"));
        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checkedList (checked["quicktime"])
               == Listed { { 0, "Intro" }, { 3000, "One" }, { 5000, "Two" } });
        CHECK (checked["quicktime"] == checked["nero"]);
        CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == checkedList (checked["quicktime"]));
    }

    SECTION ("what is put in front counts where Nero's list is full, and loses nothing itself")
    {
        for (const std::size_t count : { 254u, 255u, 256u })
        {
            CAPTURE (count);
            auto outline = evenOutline (count, 20);

            for (auto& chapter : outline.chapters)
                chapter.start = chapter.start + Duration::fromMilliseconds (3000);

            outline.chapters[0].summary = "Of the first.";
            const auto notices = must (planWrite (file, outline)).edit.notices;
            CHECK (says (notices, "'Intro' was put in front"));
            CHECK (says (notices, "1 chapter has a summary"));
            CHECK (says (notices, "the 255 of Nero's list") == (count > 254));
            CHECK (says (notices, "2 chapters exceed the 255 ") == (count == 256));
        }
    }

    SECTION ("late by less than a second: it is moved")
    {
        const auto plan = tagInPlace (file, outlineOf ({ chapterAt (999, "One"), chapterAt (5000, "Two") }));
        CHECK (says (plan.edit.notices, "must begin at 0:00"));
        CHECK (checkedList (checkMp4 (file)["quicktime"]) == Listed { { 0, "One" }, { 5000, "Two" } });
    }
}

TEST_CASE ("Chapters that begin at the same time are a millisecond apart in an MP4")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (m4aFaststart (10), "a.m4a");
    const auto plan = tagInPlace (file,
                                  outlineOf ({ chapterAt (0, "A"),
                                               chapterAt (2000, "B"),
                                               chapterAt (2000, "C"),
                                               chapterAt (2000, "D"),
                                               chapterAt (2001, "E") }));
    CHECK (says (plan.edit.notices, "same time"));
    const auto checked = checkMp4 (file);
    CHECK (checked["problems"] == Json::array());
    CHECK (checkedList (checked["quicktime"])
           == Listed { { 0, "A" }, { 2000, "B" }, { 2001, "C" }, { 2002, "D" }, { 2003, "E" } });
    CHECK (checked["quicktime"] == checked["nero"]);
}

TEST_CASE ("Title and album of an MP4 follow the policy, and every other item keeps its bytes")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (2, 1000);
    outline.episode = { .show = "My Show", .title = "Neue Folge 🎧" };
    const auto tagged = ffmpegAudio (
        ".m4a",
        10,
        { "-b:a", "64k", "-metadata", "title=Alt", "-metadata", "genre=Podcast", "-metadata", "comment=c" });
    const auto episodeOf = [] (const fs::path& file) { return must (readTaggedFile (file)).outline.episode; };

    const auto changed = [&] (const fs::path& file, const Json& before)
    {
        std::vector<std::string> paths;

        for (const auto& change : Json::diff (before["foreign"], checkMp4 (file)["foreign"]))
            paths.push_back (change["path"]);

        return paths;
    };

    SECTION ("fill what is empty")
    {
        const auto file = folder.copyOf (tagged, "a.m4a");
        const auto before = checkMp4 (file);
        CHECK (tagInPlace (file, outline, EpisodeTags::fillEmpty).edit.changes
               == std::vector<std::string> { "the album is set to 'My Show'" });
        CHECK (episodeOf (file).title == "Alt");
        CHECK (episodeOf (file).show == "My Show");
        CHECK (changed (file, before) == std::vector<std::string> { "/moov~1udta~1meta~1ilst~1©alb" });
    }

    SECTION ("replace")
    {
        const auto file = folder.copyOf (tagged, "a.m4a");
        CHECK (tagInPlace (file, outline, EpisodeTags::replace).edit.changes.size() == 2);
        CHECK (episodeOf (file).title == "Neue Folge 🎧");
        CHECK (changed (file, checkMp4 (tagged)).size() == 2);
        CHECK (mustRun ({ "ffprobe",
                          "-v",
                          "error",
                          "-show_entries",
                          "format_tags=title,album,genre,comment",
                          "-of",
                          "default=nk=1:nw=1",
                          file.string() })
               == "Neue Folge 🎧\nc\nPodcast\nMy Show\n");
        CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::replace })).changesNothing);
    }

    SECTION ("made where a file has no metadata at all")
    {
        const auto file = folder.file ("mini.m4a", MiniMovie {}.bytes());
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (checkMp4 (file)["problems"] == Json::array());
        CHECK (episodeOf (file).title == "Neue Folge 🎧");
        CHECK (mustRun ({ "ffprobe",
                          "-v",
                          "error",
                          "-show_entries",
                          "format_tags=title",
                          "-of",
                          "default=nk=1:nw=1",
                          file.string() })
               == "Neue Folge 🎧\n");
    }
}

} // namespace earmark
