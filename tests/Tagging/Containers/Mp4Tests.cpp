// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/MovieSamples.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp4Checks.h"

#include <catch2/catch_test_macros.hpp>

// MP4 files as a whole, judged by other programs and by our strict checker.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

const std::vector<std::string> readers { "ffprobe", "mutagen", "mediainfo" };

void checkRoundTrip (const MovieSample& sample)
{
    INFO (sample.name);
    const TemporaryFolder folder;
    const auto untouched = sample.file();
    const auto file = folder.copyOf (untouched, "a" + sample.suffix);
    const auto original = bytesOf (file);
    const auto outline = manyScripts();
    const auto keptAs = [&] (std::string_view name)
    { return folder.copyOf (file, std::string (name) + sample.suffix); };

    if (sample.hasChapters)
    {
        const auto chapters = must (readTaggedFile (file)).outline.chapters;
        REQUIRE (chapters.size() == 3);
        CHECK (chapters[1].title == "Zwei, grün 🎧");
    }

    tagInPlace (file, outline);
    const auto once = bytesOf (file);
    const auto taggedFile = keptAs ("tagged");

    // The second time writes nothing, and other chapters leave nothing of the first behind.
    CHECK (must (planWrite (file, outline, { .episodeTags = EpisodeTags::keep })).changesNothing);
    tagInPlace (file, evenOutline (3, 1000));
    const auto otherFile = keptAs ("other");
    tagInPlace (file, outline);
    CHECK (hasBytes (file, once));
    stripInPlace (file);
    CHECK (must (planStrip (file)).changesNothing);

    if (! sample.hasChapters)
        CHECK (hasBytes (file, original));

    const auto checked = checkMp4 ({ untouched, taggedFile, otherFile, file });
    const auto &before = checked[0], &tagged = checked[1], &other = checked[2], &stripped = checked[3];
    checkUntouched (before, tagged);
    checkUntouched (before, stripped);
    CHECK (checkedList (tagged["quicktime"]) == listOf (outline));
    CHECK (checkedList (tagged["nero"]) == listOf (outline));
    CHECK (tagged["next"] == tagged["tracks"].size() + 1);
    CHECK (other["unused"] == tagged["unused"]);
    CHECK (stripped["quicktime"].empty());
    CHECK (stripped["nero"].empty());

    CHECK (listOf (readBy ({ "ffprobe" }, taggedFile)["ffprobe"]) == listOf (outline));
    CHECK (audioHash (taggedFile) == audioHash (untouched));
}

void checkRoundTrips (MovieKind kind)
{
    for (const auto& sample : movieSamples (kind))
        checkRoundTrip (sample);
}

} // namespace

TEST_CASE ("Chapters of an M4A are the same to every reader")
{
    const TemporaryFolder folder;

    for (const auto& sample : { m4aFaststart (10), m4aMoovLast (10) })
    {
        const auto file = folder.copyOf (sample, "a.m4a");
        const auto audio = audioHash (file);
        const auto outline = manyScripts();
        tagInPlace (file, outline);

        const auto read = readBy (readers, file);
        CHECK (listOf (read["ffprobe"]) == listOf (outline));
        CHECK (listOf (read["mutagen"]) == listOf (outline));
        CHECK (listOf (read["mediainfo"]) == listOf (outline));

        const auto checked = checkMp4 (file);
        CHECK (checked["problems"] == Json::array());
        CHECK (checkedList (checked["quicktime"]) == listOf (outline));
        CHECK (checkedList (checked["nero"]) == listOf (outline));
        CHECK (audioHash (file) == audio);

        const auto tagged = must (readTaggedFile (file));
        REQUIRE (tagged.lists.size() == 2);
        CHECK (listOf (tagged.outline) == listOf (outline));
        CHECK (tagged.length == Duration::fromSeconds (10));
        CHECK (tagged.notices.empty());
    }
}

TEST_CASE ("MP4 files of audio take chapters, keep all else, and give them back")
{
    checkRoundTrips (MovieKind::audio);
}

TEST_CASE ("MP4 files of every codec take chapters, keep all else, and give them back")
{
    checkRoundTrips (MovieKind::codecs);
}

TEST_CASE ("MP4 files with pictures take chapters, keep all else, and give them back")
{
    checkRoundTrips (MovieKind::pictures);
}

TEST_CASE ("MP4 files with ffmpeg's chapters take others, and keep all else")
{
    checkRoundTrips (MovieKind::chapters);
}

} // namespace earmark
