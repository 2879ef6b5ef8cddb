// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/MovieSamples.h"

#include "Support/Places.h"
#include "Support/TemporaryFolder.h"

#include <unistd.h>

namespace earmark::tests
{

namespace fs = std::filesystem;

namespace
{

std::vector<std::string> withVideo (std::vector<std::string> arguments)
{
    std::vector<std::string> all { "-f",   "lavfi", "-i",   "testsrc=s=64x64:r=5:d=10",
                                   "-map", "0:a",   "-map", "1:v",
                                   "-c:v", "mpeg4", "-g",   "10" };
    all.insert (all.end(), arguments.begin(), arguments.end());
    return all;
}

std::vector<std::string> withCover (std::vector<std::string> arguments)
{
    const auto cover = madeBy (".jpg",
                               { "ffmpeg",
                                 "-v",
                                 "error",
                                 "-y",
                                 "-f",
                                 "lavfi",
                                 "-i",
                                 "testsrc=s=64x64",
                                 "-frames:v",
                                 "1",
                                 "-update",
                                 "1",
                                 "{out}" });
    std::vector<std::string> all { "-i",   cover.string(), "-map",           "0:a",         "-map", "1:v",
                                   "-c:v", "copy",         "-disposition:v", "attached_pic" };
    all.insert (all.end(), arguments.begin(), arguments.end());
    return all;
}

std::vector<std::string> withChapters (std::vector<std::string> arguments)
{
    std::vector<std::string> all { "-i", chapterMetadata().string(), "-map", "0:a", "-map_chapters", "1" };
    all.insert (all.end(), arguments.begin(), arguments.end());
    return all;
}

} // namespace

fs::path MovieSample::file() const
{
    return ffmpegAudio (suffix, 10, arguments);
}

fs::path chapterMetadata()
{
    const auto path = workFolder() / "chapters.ffmeta";

    // Tests run side by side; a rename is never seen half done.
    const auto draft = workFolder() / ("chapters-" + std::to_string (::getpid()));
    std::string text = ";FFMETADATA1\n";

    for (const auto* chapter :
         { "0\nEND=2500\ntitle=Eins", "2500\nEND=5000\ntitle=Zwei, grün 🎧", "5000\nEND=10000\ntitle=Drei" })
        text += "[CHAPTER]\nTIMEBASE=1/1000\nSTART=" + std::string (chapter) + "\n";

    writeBytes (draft, text);
    fs::rename (draft, path);
    return path;
}

std::vector<MovieSample> movieSamples (MovieKind kind)
{
    const auto plus = [] (std::vector<std::string> a)
    {
        for (const auto* tag : { "title=Alter Titel", "album=Album", "comment=c", "genre=Podcast" })
            a.insert (a.end(), { "-metadata", tag });

        return a;
    };

    switch (kind)
    {
        case MovieKind::audio:
            return {
                { "moov last", ".m4a", { "-b:a", "64k" } },
                { "moov first", ".m4a", { "-b:a", "64k", "-movflags", "+faststart" } },
                { "iPod", ".m4b", { "-b:a", "64k", "-f", "ipod" } },
                { "tags, moov last", ".m4a", plus ({ "-b:a", "64k" }) },
                { "tags, moov first", ".m4a", plus ({ "-b:a", "64k", "-movflags", "+faststart" }) },
                { "mdta tags", ".mp4", plus ({ "-b:a", "64k", "-movflags", "+use_metadata_tags" }) },
                { "two audio tracks", ".m4a", { "-map", "0:a", "-map", "0:a", "-b:a", "64k" } },
                { "movie time scale of its own", ".m4a", { "-b:a", "64k", "-movie_timescale", "600" } },
                { "room reserved for moov", ".m4a", { "-b:a", "64k", "-moov_size", "20000" } },
            };

        case MovieKind::codecs:
            return {
                { "QuickTime", ".mov", plus ({ "-b:a", "64k" }) },
                { "QuickTime, PCM", ".mov", { "-c:a", "pcm_s16be" } },
                { "ALAC", ".m4a", { "-c:a", "alac" } },
                { "MP3 in MP4", ".mp4", { "-c:a", "libmp3lame", "-b:a", "64k" } },
                { "Opus in MP4", ".mp4", { "-c:a", "libopus", "-ar", "48000", "-b:a", "48k" } },
                { "FLAC in MP4", ".mp4", { "-c:a", "flac", "-strict", "-2" } },
                { "3GPP", ".3gp", { "-c:a", "aac", "-b:a", "64k", "-f", "3gp" } },
            };

        case MovieKind::pictures:
            return {
                { "video", ".mp4", withVideo ({ "-b:a", "64k" }) },
                { "video, moov first", ".mp4", withVideo ({ "-b:a", "64k", "-movflags", "+faststart" }) },
                { "video, QuickTime with time code",
                  ".mov",
                  withVideo ({ "-b:a", "64k", "-timecode", "01:00:00:00" }) },
                { "cover", ".m4a", withCover ({ "-b:a", "64k" }) },
                { "cover, moov first", ".m4a", withCover ({ "-b:a", "64k", "-movflags", "+faststart" }) },
            };

        case MovieKind::chapters:
            break;
    }

    return {
        { "chapters, moov last", ".m4a", withChapters ({ "-b:a", "64k" }), true },
        { "chapters, moov first", ".m4a", withChapters ({ "-b:a", "64k", "-movflags", "+faststart" }), true },
        { "chapters, QuickTime", ".mov", withChapters ({ "-b:a", "64k" }), true },
        { "chapters, iPod", ".m4b", withChapters ({ "-b:a", "64k", "-f", "ipod" }), true },
    };
}

} // namespace earmark::tests
