// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// What holds for every container, whatever it carries, judged by programs that share no code with Earmark. MP3 and MP4 have
// tests of their own, which go further.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

struct Sample
{
    std::string name;
    std::string suffix;
    std::string container;
    std::vector<std::string> encode; ///< for ffmpeg
    std::vector<std::string> readers;
    std::int64_t longestMs = 0; ///< chapters end with the audio; encoders add up to so much
};

const std::vector<Sample>& samples()
{
    static const std::vector<Sample> table {
        { "AAC", ".aac", "aac", { "-c:a", "aac" }, { "ffprobe", "mutagen" }, 100 },
        { "WAV", ".wav", "wav", {}, { "ffprobe", "mutagen", "chunks" } },
        { "Broadcast Wave", ".wav", "wav", { "-write_bext", "1" }, { "ffprobe", "mutagen", "chunks" } },
        { "RF64", ".wav", "wav", { "-rf64", "always" }, { "ffprobe", "chunks" } },
        { "WAV with ADPCM", ".wav", "wav", { "-c:a", "adpcm_ima_wav" }, { "ffprobe", "chunks" }, 100 },
        { "AIFF", ".aiff", "aiff", {}, { "ffprobe", "mutagen", "chunks" } },
        { "FLAC", ".flac", "flac", { "-c:a", "flac" }, { "ffprobe", "mutagen" } },
        { "Ogg Vorbis", ".ogg", "ogg", { "-c:a", "libvorbis" }, { "ffprobe", "mutagen" } },
        { "Opus", ".opus", "ogg", { "-c:a", "libopus" }, { "ffprobe", "mutagen" }, 10 },
        { "Matroska",
          ".mka",
          "matroska",
          { "-c:a", "libopus" },
          { "ffprobe", "mkvextract", "mediainfo" },
          100 },
        { "WebM", ".webm", "matroska", { "-c:a", "libopus" }, { "ffprobe", "mkvextract", "mediainfo" }, 100 },
    };
    return table;
}

fs::path made (const Sample& sample)
{
    return ffmpegAudio (sample.suffix, 10, sample.encode);
}

/** Runs a check on a copy of each sample. */
void forEachContainer (auto&& check)
{
    const TemporaryFolder folder;

    for (const auto& sample : samples())
    {
        DYNAMIC_SECTION (sample.name)
        {
            check (sample, folder.copyOf (made (sample), "a" + sample.suffix));
        }
    }
}

} // namespace

TEST_CASE ("No container drops levels without a word")
{
    auto outline = evenOutline (4, 1000);
    outline.chapters[1].level = outline.chapters[2].level = 1;

    const auto check = [&] (const fs::path& file)
    {
        CHECK (says (must (planWrite (file, outline)).edit.notices, "2 chapters are sub-chapters; "));
        CHECK_FALSE (says (must (planWrite (file, evenOutline (4, 1000))).edit.notices, "sub-chapters"));
    };

    forEachContainer ([&] (const Sample&, const fs::path& file) { check (file); });

    const TemporaryFolder folder;
    check (folder.copyOf (bareMp3 (10), "a.mp3"));
    check (folder.copyOf (m4aFaststart (10), "a.m4a"));
}

TEST_CASE ("Chapters in every container are the same to every reader, and the audio is untouched")
{
    forEachContainer (
        [] (const Sample& sample, const fs::path& file)
        {
            const auto audio = audioHash (file);
            const auto outline = manyScripts();
            tagInPlace (file, outline);

            const auto tagged = must (readTaggedFile (file));
            CHECK (tagged.container->id == sample.container);
            CHECK (listOf (tagged.outline) == listOf (outline));
            CHECK (tagged.notices.empty());
            const auto readers = readBy (sample.readers, file);

            for (const auto& reader : sample.readers)
            {
                INFO (reader);
                CHECK (listOf (readers[reader]) == listOf (outline));
            }

            CHECK (readers["ffprobe"].front()[1] == 1000);
            const auto end = readers["ffprobe"].back()[1].get<std::int64_t>();
            CHECK (end >= 10'000);
            CHECK (end <= 10'000 + sample.longestMs);
            CHECK (audioHash (file) == audio);
        });
}

TEST_CASE ("Writing the same chapters into any container again writes nothing")
{
    forEachContainer (
        [] (const Sample&, const fs::path& file)
        {
            auto outline = manyScripts();
            outline.episode = { .show = "Show", .title = "Title" };
            tagInPlace (file, outline, EpisodeTags::fillEmpty);
            const auto again = must (planWrite (file, outline));
            CHECK (again.changesNothing);
            CHECK (again.edit.changes.empty());
        });
}

TEST_CASE ("Any container gets its old bytes back when the chapters go")
{
    forEachContainer (
        [] (const Sample&, const fs::path& file)
        {
            const auto before = bytesOf (file);
            tagInPlace (file, manyScripts());
            CHECK_FALSE (hasBytes (file, before));
            tagInPlace (file, evenOutline (90, 100));
            tagInPlace (file, evenOutline (3, 100));
            CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (evenOutline (3, 100)));
            stripInPlace (file);
            CHECK (hasBytes (file, before));
            CHECK (must (planStrip (file)).changesNothing);
        });
}

TEST_CASE ("No container takes chapters of another cut, or is written when it is cut off")
{
    forEachContainer (
        [] (const Sample& sample, const fs::path& file)
        {
            CHECK (mustFail (planWrite (file, evenOutline (20, 1000))).kind == Error::Kind::mismatch);

            // A stream of frames has no end that it could miss.
            if (sample.container == "aac" || sample.container == "flac" || sample.container == "ogg")
                return;

            const auto bytes = bytesOf (file);
            writeBytes (file, bytes.substr (0, bytes.size() / 2));
            CHECK_FALSE (planWrite (file, evenOutline (2, 100)));
            CHECK (hasBytes (file, bytes.substr (0, bytes.size() / 2)));
        });
}

TEST_CASE ("Chapters that ffmpeg wrote are read from every container that it can write them to")
{
    const TemporaryFolder folder;
    const auto metadata =
        folder.file ("meta.txt",
                     ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=Eins\n"
                     "[CHAPTER]\nTIMEBASE=1/1000\nSTART=2000\nEND=9000\ntitle=Zwei 🎧\n");

    for (const auto& sample : samples())
    {
        if (sample.container == "wav" || sample.container == "aac" || sample.container == "flac"
            || sample.name == "Ogg Vorbis")
            continue; // ffmpeg writes none there

        DYNAMIC_SECTION (sample.name)
        {
            auto encode = sample.encode;
            encode.insert (encode.begin(), { "-i", metadata.string(), "-map_chapters", "1" });

            if (sample.container == "aiff")
                encode.insert (encode.end(), { "-write_id3v2", "1" });

            const auto file = folder.copyOf (ffmpegAudio (sample.suffix, 10, encode), "a" + sample.suffix);
            const Listed expected { { 0, "Eins" }, { 2000, "Zwei 🎧" } };
            CHECK (listOf (must (readTaggedFile (file)).outline) == expected);
            tagInPlace (file, manyScripts());
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (manyScripts()));
        }
    }
}

TEST_CASE ("Title, show and author are read from the file's own tags, as FFmpeg writes them")
{
    for (const std::vector<std::string>& encode : { std::vector<std::string> { ".mp3" },
                                                    { ".m4a" },
                                                    { ".flac" },
                                                    { ".ogg", "-c:a", "libvorbis" },
                                                    { ".opus", "-c:a", "libopus" },
                                                    { ".aiff", "-write_id3v2", "1" } })
    {
        CAPTURE (encode.front());
        std::vector<std::string> arguments (encode.begin() + 1, encode.end());

        for (const auto* tag : { "title=Grüße", "album=The show", "artist=Anna" })
            arguments.insert (arguments.end(), { "-metadata", tag });

        CHECK (must (readTaggedFile (ffmpegAudio (encode.front(), 4, arguments))).outline.episode
               == Episode { .show = "The show", .title = "Grüße", .author = "Anna" });
    }
}

TEST_CASE ("Several authors of one ID3v2.4 frame are read with commas between them")
{
    const TemporaryFolder folder;
    const auto file = folder.file (
        "a.mp3", id3Tag (4, id3Frame4 ("TPE1", std::string ("\3Anna\0Bo", 8))) + bytesOf (bareMp3 (3)));
    CHECK (must (readTaggedFile (file)).outline.episode.author == "Anna, Bo");
}

} // namespace earmark
