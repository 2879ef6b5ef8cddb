// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Bytes.h"
#include "Support/Chunks.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// WAV and AIFF: what is particular to files of chunks.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

fs::path wave (double seconds = 4)
{
    return ffmpegAudio (".wav", seconds, {});
}

fs::path aiff (double seconds = 4)
{
    return ffmpegAudio (".aiff", seconds, {});
}

} // namespace

TEST_CASE ("Chunks of others stay byte for byte, in their order and around the audio")
{
    const TemporaryFolder folder;
    const std::string odd = "odd size", iXml = "<BWFXML/>";

    SECTION ("in a WAV")
    {
        const auto before = chunk ("iXML", iXml) + chunk ("abcd", odd + "!");
        const auto behind = chunk ("LIST", "INFOINAM" + bytes::toLittle (std::uint32_t (4)) + "Name")
                            + chunk ("smpl", std::string (36, '\1'));
        const auto original = with (wave(), before, behind);
        const auto file = folder.file ("a.wav", original);
        tagInPlace (file, evenOutline (3, 1000));
        const auto bytes = bytesOf (file);
        CHECK ((bytes.substr (8, original.size() - 8) == original.substr (8)));
        CHECK (listOf (readBy ({ "chunks" }, file)["chunks"]) == listOf (evenOutline (3, 1000)));
        stripInPlace (file);
        CHECK (hasBytes (file, original));
    }

    SECTION ("in an AIFF")
    {
        const auto original = with (aiff(), chunk ("NAME", "Name!", true), chunk ("APPL", "stocdata", true));
        const auto file = folder.file ("a.aiff", original);
        tagInPlace (file, evenOutline (3, 1000));
        CHECK ((bytesOf (file).substr (8, original.size() - 8) == original.substr (8)));
        CHECK (listOf (readBy ({ "chunks" }, file)["chunks"]) == listOf (evenOutline (3, 1000)));
        stripInPlace (file);
        CHECK (hasBytes (file, original));
    }

    SECTION ("and so does what lies behind the last one")
    {
        const auto original = bytesOf (wave()) + "\x01junk of somebody";
        const auto file = folder.file ("a.wav", original);
        tagInPlace (file, evenOutline (3, 1000));
        CHECK ((bytesOf (file).ends_with ("\x01junk of somebody")));
        stripInPlace (file);
        CHECK (hasBytes (file, original));
    }
}

TEST_CASE ("Cue points and labels of other programs are read and replaced")
{
    const TemporaryFolder folder;
    const auto labels = chunk ("labl", bytes::toLittle (std::uint32_t (7)) + "Zwei \xFC" + '\0')
                        + chunk ("labl", bytes::toLittle (std::uint32_t (3)) + "Eins" + '\0')
                        + chunk ("note", bytes::toLittle (std::uint32_t (3)) + "a note" + '\0')
                        + chunk ("ltxt",
                                 bytes::toLittle (std::uint32_t (7)) + bytes::toLittle (std::uint32_t (22050))
                                     + "rgn " + std::string (8, '\0'));
    const auto cue =
        chunk ("cue ", bytes::toLittle (std::uint32_t (2)) + cuePoint (7, 88200) + cuePoint (3, 44100));
    const auto file = folder.file ("a.wav", with (wave(), chunk ("LIST", "adtl" + labels), cue));

    const auto chapters = must (readTaggedFile (file)).outline.chapters;
    REQUIRE (chapters.size() == 2);
    CHECK (chapters[0].title == "Eins");
    CHECK (chapters[0].start == Position::fromMilliseconds (1000));
    CHECK (chapters[1].title == "Zwei ü");
    CHECK (chapters[1].end == Position::fromMilliseconds (2500));

    tagInPlace (file, evenOutline (3, 333));
    const auto readers = readBy ({ "ffprobe", "chunks", "mutagen" }, file);

    for (const auto& reader : { "ffprobe", "chunks", "mutagen" })
        CHECK (listOf (readers[reader]) == listOf (evenOutline (3, 333)));

    SECTION ("and go when chapters are taken out")
    {
        stripInPlace (file);
        CHECK (must (readTaggedFile (file)).lists.empty());
        CHECK (bytesOf (file).find ("adtl") == std::string::npos);
    }
}

TEST_CASE ("Every millisecond comes back from a sample, at every sample rate")
{
    const TemporaryFolder folder;

    for (const auto* rate : { "8000", "11025", "22050", "44100", "48000", "96000" })
    {
        DYNAMIC_SECTION (rate)
        {
            const auto file = folder.copyOf (ffmpegAudio (".wav", 2, { "-ar", rate }), "a.wav");
            tagInPlace (file, evenOutline (1000, 1));
            CHECK (listOf (readBy ({ "chunks" }, file)["chunks"]) == listOf (evenOutline (1000, 1)));
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (1000, 1)));
        }
    }
}

TEST_CASE ("Only a chapter that ends early gets a region in a WAV")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (wave(), "a.wav");
    auto outline = evenOutline (3, 1000);
    outline.chapters[1].end = Position::fromMilliseconds (1500);
    tagInPlace (file, outline);
    const auto bytes = bytesOf (file);
    CHECK (bytes.find ("ltxt") == bytes.rfind ("ltxt"));
    const auto lists = must (readTaggedFile (file)).lists;
    REQUIRE (lists.size() == 2);
    CHECK (lists[1].chapters[1].end == Position::fromMilliseconds (1500));
    CHECK_FALSE (lists[1].chapters[0].end);
}

TEST_CASE ("A WAV whose writer never came back to its header is refused")
{
    const TemporaryFolder folder;
    auto bytes = bytesOf (wave());
    const auto data = bytes.find ("data");
    bytes.replace (4, 4, 4, '\xFF').replace (data + 4, 4, 4, '\xFF');
    const auto file = folder.file ("a.wav", bytes);
    CHECK (mustFail (planWrite (file, evenOutline (2, 100))).message.find ("sizes") != std::string::npos);
    CHECK (must (readTaggedFile (file)).length.has_value());
}

TEST_CASE ("Audio whose size was never put into its header is refused as such, and empty audio is not")
{
    const TemporaryFolder folder;
    const auto refusalOf = [&] (const std::string& name, const std::string& bytes)
    {
        const auto file = folder.file (name, bytes);
        const auto refusal = mustFail (planWrite (file, evenOutline (2, 100))).message;
        const auto stripped = planStrip (file);
        CHECK (stripped.has_value() == refusal.contains ("another cut"));
        return refusal;
    };

    auto wav = bytesOf (wave());
    const auto data = wav.find ("data") + 8;
    wav.replace (data - 4, 4, 4, '\0');

    for (const auto size : { std::uint32_t (0), std::uint32_t (data - 8), std::uint32_t (0xFFFFFFFF) })
    {
        CAPTURE (size);
        wav.replace (4, 4, bytes::toLittle (size));
        CHECK (refusalOf ("a.wav", wav).contains ("never came back"));
        CHECK (must (readTaggedFile (folder / "a.wav")).length == Duration::fromSeconds (4));
        CHECK (refusalOf ("short.wav", wav.substr (0, data + 3)).contains ("never came back"));
        CHECK (refusalOf ("empty.wav", wav.substr (0, data)).contains ("another cut"));
        CHECK (refusalOf ("next.wav", wav.substr (0, data) + chunk ("iXML", "<BWFXML/>"))
                   .contains ("another cut"));
    }

    auto aif = bytesOf (aiff());
    const auto sound = aif.find ("SSND") + 8, common = aif.find ("COMM") + 8;
    aif.replace (4, 4, 4, '\0').replace (sound - 4, 4, 4, '\0').replace (common + 2, 4, 4, '\0');
    CHECK (refusalOf ("a.aiff", aif).contains ("never came back"));
}

TEST_CASE ("A WAV of nearly 4 GB is refused where chapters would make it larger")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (wave(), "a.wav");
    auto bytes = bytesOf (file);
    const auto data = bytes.find ("data");
    constexpr std::uint32_t size = 0xFFFFFFF0 - 100;
    bytes.replace (4, 4, bytes::toLittle (std::uint32_t (size + data)))
        .replace (data + 4, 4, bytes::toLittle (size));
    writeBytes (file, bytes.substr (0, data + 8));
    fs::resize_file (file, std::uintmax_t (size) + data + 8); // sparse
    const auto error = mustFail (planWrite (file, evenOutline (2, 100)));
    CHECK (error.kind == Error::Kind::tooLarge);
    CHECK (error.message.find ("RF64") != std::string::npos);
}

TEST_CASE ("Markers that an instrument's loops need stay")
{
    const TemporaryFolder folder;
    const auto mark =
        chunk ("MARK", bytes::big16 (1) + bytes::big16 (1) + bytes::big32 (100) + "\4Loop" + '\0', true);
    const auto loop = bytes::big16 (1) + bytes::big16 (1) + bytes::big16 (1);
    const auto instrument = chunk ("INST", std::string (8, '\0') + loop + std::string (6, '\0'), true);
    const auto original = with (aiff(), mark, instrument);
    const auto file = folder.file ("a.aiff", original);
    const auto plan = tagInPlace (file, evenOutline (2, 1000));
    CHECK (says (plan.edit.notices, "instrument"));
    CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (evenOutline (2, 1000)));
    CHECK (listOf (readBy ({ "chunks" }, file)["chunks"]) == Listed { { 2, "Loop" } });
    stripInPlace (file);
    CHECK (hasBytes (file, original));
}

TEST_CASE ("Names of markers are cut at 255 bytes, between characters")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (aiff(), "a.aiff");
    auto outline = evenOutline (1, 0);
    outline.chapters[0].title.clear();

    for (int i = 0; i < 200; ++i)
        outline.chapters[0].title += "ü";

    outline.chapters.push_back (chapterAt (1000, std::string (255, 'x')));
    const auto plan = tagInPlace (file, outline);
    CHECK (
        says (plan.edit.notices,
              "1 title is longer than the 255 bytes of a marker's name and is cut there; the ID3 tag has it "
              "whole."));
    const auto list = listOf (readBy ({ "chunks" }, file)["chunks"]);
    CHECK (list[0].second.size() == 254);
    CHECK (list[1].second.size() == 255);
    CHECK (listOf (readBy ({ "mutagen" }, file)["mutagen"]) == listOf (outline));
}

TEST_CASE ("A title in a chunk of its own is one that the file has")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (2, 1000);
    outline.episode.title = "The outline's";
    outline.episode.show = "A show";

    for (const std::string suffix : { ".wav", ".aiff" })
    {
        CAPTURE (suffix);
        const auto file =
            folder.copyOf (ffmpegAudio (suffix, 4, { "-metadata", "title=The file's" }), "a" + suffix);
        const auto plan = must (planWrite (file, outline));
        CHECK_FALSE (std::ranges::contains (plan.edit.changes, "the title is set to 'The outline's'"));
        CHECK (std::ranges::contains (plan.edit.changes, "the album is set to 'A show'"));
        CHECK (std::ranges::contains (
            must (planWrite (file, outline, { .episodeTags = EpisodeTags::replace, .profile = {} }))
                .edit.changes,
            "the title is set to 'The outline's'"));

        const auto bare =
            folder.copyOf (ffmpegAudio (suffix, 4, { "-fflags", "+bitexact" }), "bare" + suffix);
        CHECK (std::ranges::contains (must (planWrite (bare, outline)).edit.changes,
                                      "the title is set to 'The outline's'"));
    }
}

TEST_CASE ("An ID3 tag in a chunk keeps its other frames")
{
    const TemporaryFolder folder;

    const auto tagged =
        ffmpegAudio (".aiff", 4, { "-write_id3v2", "1", "-id3v2_version", "3", "-metadata", "artist=Björk" });
    const auto file = folder.copyOf (tagged, "a.aiff");
    const auto before = bytesOf (file);
    tagInPlace (file, evenOutline (2, 1000));
    CHECK ((bytesOf (file).find ("TPE1") != std::string::npos));
    stripInPlace (file);
    CHECK (hasBytes (file, before));
}

} // namespace earmark
