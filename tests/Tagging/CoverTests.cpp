// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Cover.h"

#include "Support/Outlines.h"
#include "Support/Pictures.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// The episode's cover in every container that takes it, as mutagen reads it.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

EmbeddedImage imageOf (std::string bytes, std::string mime = "image/jpeg")
{
    return { std::move (mime), std::make_shared<const std::string> (std::move (bytes)) };
}

/** Larger than what inventories keep by its content alone. */
const EmbeddedImage& largeCover()
{
    static const auto image =
        imageOf (pictureMadeBy (".jpg", { "-size", "500x500", "-seed", "1", "plasma:", "-quality", "100" }));
    return image;
}

const EmbeddedImage& smallCover()
{
    static const auto image = imageOf (flatPicture (".png", "30x20", "#204080"), "image/png");
    return image;
}

Outline episodeWith (std::optional<Image> cover)
{
    auto outline = evenOutline (3, 2000);
    outline.episode.cover = std::move (cover);
    return outline;
}

/** The pictures of a file, each as "TYPE MIME" of a front cover, with its bytes. */
std::vector<std::pair<std::string, std::string>> coversIn (const fs::path& file)
{
    constexpr auto script = R"(
import base64, sys
import mutagen
from mutagen.flac import Picture
from mutagen.id3 import ID3
from mutagen.mp4 import MP4Cover
path, out = sys.argv[1:]
if path.endswith((".mp3", ".aac")):
    found = [(f.type, f.mime, f.data) for f in ID3(path).getall("APIC")]
else:
    file = mutagen.File(path)
    if path.endswith(".m4a"):
        kinds = {MP4Cover.FORMAT_JPEG: "image/jpeg", MP4Cover.FORMAT_PNG: "image/png"}
        found = [(3, kinds[c.imageformat], bytes(c)) for c in (file.tags or {}).get("covr", [])]
    elif path.endswith(".flac"):
        found = [(p.type, p.mime, p.data) for p in file.pictures]
    elif path.endswith((".wav", ".aiff")):
        found = [(f.type, f.mime, f.data) for f in file.tags.getall("APIC")]
    else:
        pictures = [Picture(base64.b64decode(b)) for b in (file.tags or {}).get("metadata_block_picture", [])]
        found = [(p.type, p.mime, p.data) for p in pictures]
for i, (kind, mime, data) in enumerate(found):
    open(f"{out}/{i}", "wb").write(data)
    print(int(kind), mime)
)";
    const TemporaryFolder folder;
    std::istringstream lines (mustRun ({ "python3", "-c", script, file.string(), folder.path().string() }));
    std::vector<std::pair<std::string, std::string>> covers;

    for (std::string line; std::getline (lines, line);)
        covers.emplace_back (line, bytesOf (folder / std::to_string (covers.size())));

    return covers;
}

void forEachTaker (auto&& check)
{
    const std::vector<std::pair<std::string, fs::path>> samples {
        { "MP3", mp3Sample (10) },
        { "AAC", ffmpegAudio (".aac", 10, { "-c:a", "aac" }) },
        { "M4A, moov in front", m4aFaststart (10) },
        { "M4A, moov last", m4aMoovLast (10) },
        { "WAV", ffmpegAudio (".wav", 10, {}) },
        { "AIFF", ffmpegAudio (".aiff", 10, {}) },
        { "FLAC", ffmpegAudio (".flac", 10, { "-c:a", "flac" }) },
        { "Ogg Vorbis", ffmpegAudio (".ogg", 10, { "-c:a", "libvorbis" }) },
        { "Opus", ffmpegAudio (".opus", 10, { "-c:a", "libopus" }) },
    };
    const TemporaryFolder folder;

    for (const auto& [name, sample] : samples)
    {
        DYNAMIC_SECTION (name)
        {
            check (folder.copyOf (sample, "a" + sample.extension().string()));
        }
    }
}

} // namespace

TEST_CASE ("A file without a cover gets the episode's, and nothing else changes")
{
    forEachTaker (
        [] (const fs::path& file)
        {
            const auto audio = audioHash (file);
            const auto outline = episodeWith (largeCover());
            const auto plan = tagInPlace (file, outline, EpisodeTags::fillEmpty);
            CHECK (std::ranges::contains (plan.edit.changes, "the cover is added"));
            CHECK (largeCover().bytes->size() > (64u << 10));

            const auto covers = coversIn (file);
            REQUIRE (covers.size() == 1);
            CHECK (covers[0].first == "3 image/jpeg");
            CHECK ((covers[0].second == *largeCover().bytes));
            CHECK (audioHash (file) == audio);
            CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (outline));
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (outline));

            const auto again = must (planWrite (file, outline));
            CHECK (again.changesNothing);
            CHECK_FALSE (says (again.edit.notices, "cover"));
        });
}

TEST_CASE ("A cover that is there stays, which is said where the episode's is another one")
{
    forEachTaker (
        [] (const fs::path& file)
        {
            tagInPlace (file, episodeWith (smallCover()), EpisodeTags::fillEmpty);
            const auto plan = tagInPlace (file, episodeWith (largeCover()), EpisodeTags::replace);
            CHECK (says (plan.edit.notices,
                         "has a cover already, which stays: only its title and album are replaced. Take"));
            CHECK (plan.edit.changes.empty());

            const auto covers = coversIn (file);
            REQUIRE (covers.size() == 1);
            CHECK (covers[0].first == "3 image/png");
            CHECK ((covers[0].second == *smallCover().bytes));
        });
}

TEST_CASE ("The same picture is the same cover, whatever another program says of it")
{
    needModule ("mutagen");
    const TemporaryFolder folder;
    const auto picture = folder.file ("cover.jpg", *largeCover().bytes);

    for (const auto& sample : { ffmpegAudio (".ogg", 10, { "-c:a", "libvorbis" }),
                                ffmpegAudio (".opus", 10, { "-c:a", "libopus" }),
                                ffmpegAudio (".flac", 10, { "-c:a", "flac" }) })
    {
        const auto file = folder.copyOf (sample, "a" + sample.extension().string());
        mustRun ({ "python3",
                   "-c",
                   "import base64, sys, mutagen\nfrom mutagen.flac import Picture\np = Picture()\n"
                   "p.type, p.mime, p.desc, p.depth = 3, 'image/jpeg', 'Front', 8\n"
                   "p.data = open (sys.argv[2], 'rb').read()\nf = mutagen.File (sys.argv[1])\n"
                   "f['metadata_block_picture'] = [base64.b64encode (p.write()).decode()]\nf.save()",
                   file.string(),
                   picture.string() });
        const auto plan = tagInPlace (file, episodeWith (largeCover()), EpisodeTags::fillEmpty);
        CHECK_FALSE (says (plan.edit.notices, "cover"));
        CHECK_FALSE (std::ranges::contains (plan.edit.changes, "the cover is added"));
        CHECK (
            says (must (planWrite (file, episodeWith (smallCover()))).edit.notices, "has a cover already"));
    }
}

TEST_CASE ("Chapters go without the cover, and restoring takes both back")
{
    forEachTaker (
        [] (const fs::path& file)
        {
            const TemporaryFolder folder;
            const RestoreStore store (folder.path());
            const auto before = bytesOf (file);
            const auto outline = episodeWith (largeCover());
            must (carryOut (must (planWrite (file, outline)), file, {}, &store));
            const auto tagged = bytesOf (file);

            stripInPlace (file);
            CHECK (must (readTaggedFile (file)).lists.empty());
            CHECK (coversIn (file).size() == 1);

            writeBytes (file, tagged);
            must (carryOut (must (planRestore (file, store)), file, {}, &store));
            CHECK (hasBytes (file, before));
        });
}

TEST_CASE ("A cover that does not go into files is never left out silently")
{
    const TemporaryFolder folder;
    const auto mp3 = folder.copyOf (bareMp3 (10), "a.mp3");
    const auto said = [&] (std::optional<Image> cover, EpisodeTags policy = EpisodeTags::fillEmpty)
    {
        const auto plan = must (planWrite (mp3, episodeWith (std::move (cover)), { .episodeTags = policy }));
        CHECK (plan.edit.changes.empty());
        std::string text;

        for (const auto& notice : plan.edit.notices)
            text += notice.message;

        return text;
    };

    CHECK (said ({}).empty());
    CHECK (said (LinkedImage { "https://example.com/a.jpg" }).contains ("is only an address"));
    CHECK (said (smallCover(), EpisodeTags::keep).contains ("own tags are to stay"));
    CHECK (said (imageOf ("GIF89a and more", "image/gif")).contains ("JPEG and PNG only"));
    CHECK (said (imageOf (*largeCover().bytes + std::string (maxCoverBytes, '\0'))).contains ("16 MB"));

    const auto matroska = folder.copyOf (ffmpegAudio (".mka", 10, { "-c:a", "libopus" }), "a.mka");
    const auto plan = must (planWrite (matroska, episodeWith (smallCover())));
    CHECK (says (plan.edit.notices, "a Matroska file has it as an attachment"));
    CHECK (plan.edit.changes.empty());
}

TEST_CASE ("A cover is called what it is, whatever the episode calls it")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (bareMp3 (10), "a.mp3");
    tagInPlace (file, episodeWith (imageOf (*smallCover().bytes, "image/jpg")), EpisodeTags::fillEmpty);
    const auto covers = coversIn (file);
    REQUIRE (covers.size() == 1);
    CHECK (covers[0].first == "3 image/png");
}

TEST_CASE ("A FLAC file with much padding, and one without any, takes a cover")
{
    const TemporaryFolder folder;

    for (const auto* padding : { "0", "200000" })
    {
        CAPTURE (padding);
        const auto file = folder.copyOf (ffmpegAudio (".flac", 10, { "-c:a", "flac" }),
                                         std::string ("padding") + padding + ".flac");
        mustRun ({ "python3",
                   "-c",
                   "import sys; from mutagen.flac import FLAC; f = FLAC(sys.argv[1]); "
                   "f.save(padding=lambda info: int(sys.argv[2]))",
                   file.string(),
                   padding });
        const auto audio = audioHash (file);
        tagInPlace (file, episodeWith (largeCover()), EpisodeTags::fillEmpty);
        CHECK (audioHash (file) == audio);
        CHECK (coversIn (file).size() == 1);
        CHECK (must (planWrite (file, episodeWith (largeCover()))).changesNothing);
    }
}

} // namespace earmark
