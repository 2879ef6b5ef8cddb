// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp3Checks.h"

#include <catch2/catch_test_macros.hpp>

#include <format>

// Writing twice, taking out, and title and album.

namespace earmark
{

using namespace tests;
namespace fs = std::filesystem;

TEST_CASE ("Writing the same chapters again writes nothing")
{
    const TemporaryFolder folder;
    const auto file = richlyTagged (folder, "a.mp3", 4);
    const auto first = must (planWrite (file, richOutline()));
    CHECK_FALSE (first.changesNothing);
    must (carryOut (first, file));

    const auto bytes = bytesOf (file);
    const auto time = fs::last_write_time (file);
    const auto again = must (planWrite (file, richOutline()));
    CHECK (again.changesNothing);
    CHECK (again.edit.changes.empty());
    must (carryOut (again, file));
    CHECK (hasBytes (file, bytes));
    CHECK (fs::last_write_time (file) == time);
}

TEST_CASE ("An MP3 gets its old bytes back when the chapters go")
{
    const TemporaryFolder folder;

    SECTION ("without a tag")
    {
        const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
        const auto before = bytesOf (file);
        tagInPlace (file, richOutline());
        CHECK (stripInPlace (file).chapters() == 0);
        CHECK (hasBytes (file, before));
    }

    SECTION ("with the tag of an encoder")
    {
        const auto file = folder.copyOf (
            mp3Sample (4, { "-b:a", "64k", "-metadata", "title=Old", "-id3v2_version", "3" }), "a.mp3");
        const auto before = bytesOf (file);
        tagInPlace (file, richOutline());
        CHECK_FALSE (hasBytes (file, before));
        stripInPlace (file);
        CHECK (hasBytes (file, before));
    }

    SECTION ("with an album and a title that came with the chapters, which stay")
    {
        const auto file = folder.copyOf (bareMp3 (4), "a.mp3");
        auto outline = richOutline();
        outline.episode = { .show = "Show", .title = "Episode" };
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        stripInPlace (file);
        const auto tagged = must (readTaggedFile (file));
        CHECK (tagged.outline.chapters.empty());
        CHECK (tagged.outline.episode.title == "Episode");
    }
}

TEST_CASE ("Stripping a file without chapters touches nothing, not even an old tag")
{
    const TemporaryFolder folder;

    for (const int version : { 3, 4 })
    {
        const auto file = richlyTagged (folder, std::format ("{}.mp3", version), version);
        const auto before = bytesOf (file);
        const auto time = fs::last_write_time (file);
        CHECK (stripInPlace (file).changesNothing);
        CHECK (hasBytes (file, before));
        CHECK (fs::last_write_time (file) == time);
    }

    const auto bare = folder.copyOf (bareMp3 (4), "bare.mp3");
    CHECK (must (planStrip (bare)).changesNothing);
}

TEST_CASE ("Title and album of an MP3 follow the policy")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (2, 500);
    outline.episode = { .show = "My Show", .title = "Neue Folge 🎧" };
    const auto tagged = mp3Sample (2, { "-b:a", "64k", "-metadata", "title=Old", "-id3v2_version", "3" });

    const auto episodeOf = [] (const fs::path& file) { return must (readTaggedFile (file)).outline.episode; };

    SECTION ("fill what is empty")
    {
        const auto file = folder.copyOf (tagged, "a.mp3");
        const auto plan = tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (episodeOf (file).title == "Old");
        CHECK (episodeOf (file).show == "My Show");
        CHECK (plan.edit.changes == std::vector<std::string> { "the album is set to 'My Show'" });
    }

    SECTION ("replace")
    {
        const auto file = folder.copyOf (tagged, "a.mp3");
        CHECK (tagInPlace (file, outline, EpisodeTags::replace).edit.changes.size() == 2);
        CHECK (episodeOf (file).title == "Neue Folge 🎧");
        CHECK (episodeOf (file).show == "My Show");
        checkSound (file);
    }

    SECTION ("keep")
    {
        const auto file = folder.copyOf (tagged, "a.mp3");
        const auto before = checkId3 (file);
        CHECK (tagInPlace (file, outline, EpisodeTags::keep).edit.changes.empty());
        CHECK (foreignFrames (checkId3 (file)) == foreignFrames (before));
    }

    SECTION ("an empty title is filled, whatever its encoding")
    {
        for (const auto* empty : { "\0", "\1\xFF\xFE", "\1\xFF\xFE\0\0" })
        {
            const std::string body (empty, empty[0] == 0 ? 1 : std::string_view (empty).size() == 3 ? 3 : 5);
            const auto file =
                folder.file ("a.mp3", id3Tag (3, id3Frame3 ("TIT2", body)) + bytesOf (bareMp3 (2)));
            tagInPlace (file, outline, EpisodeTags::fillEmpty);
            CHECK (episodeOf (file).title == "Neue Folge 🎧");
        }
    }

    SECTION ("a title of letters whose bytes look like marks is a title")
    {
        const auto file = folder.file (
            "a.mp3", id3Tag (3, id3Frame3 ("TIT2", "\1\xFF\xFE\1\1\2\2")) + bytesOf (bareMp3 (2)));
        tagInPlace (file, outline, EpisodeTags::fillEmpty);
        CHECK (episodeOf (file).title == "āȂ");
    }
}

} // namespace earmark
