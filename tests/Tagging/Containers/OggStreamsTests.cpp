// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Random.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Ogg/Headers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

// What an Ogg file holds besides one stream of sound: other streams, before, beside and behind it, tags of another kind, damage.

namespace earmark
{

namespace
{

using namespace tests;
namespace fs = std::filesystem;

fs::path vorbis (double seconds = 4)
{
    return ffmpegAudio (".ogg", seconds, { "-c:a", "libvorbis" });
}

fs::path opus()
{
    return ffmpegAudio (".opus", 4, { "-c:a", "libopus" });
}

/** A page of one packet, which is shorter than 255 bytes. */
std::string page (std::uint8_t flags, std::uint32_t serial, std::uint32_t number, std::string_view packet)
{
    return ogg::renderPage ({ .flags = flags,
                              .serial = serial,
                              .number = number,
                              .lacing = std::string (1, char (packet.size())) },
                            packet);
}

/** The places of all pages that a walk comes by. */
std::vector<std::uint64_t> walked (const std::string& bytes, std::uint64_t begin = 0)
{
    const MemorySource source (bytes);
    std::vector<std::uint64_t> places;

    for (ogg::PageWalk walk (source, begin);;)
    {
        const auto next = must (walk.next());

        if (! next)
            return places;

        places.push_back (next->begin);
    }
}

} // namespace

TEST_CASE ("A chain of Ogg streams is read with a warning and no length, and not written")
{
    const TemporaryFolder folder;
    const auto one = bytesOf (vorbis());

    const auto check = [&] (const std::string& bytes)
    {
        const auto file = folder.file ("chain.ogg", bytes);
        const auto read = must (readTaggedFile (file));
        CHECK_FALSE (read.length);
        REQUIRE (says (read.notices, "several streams, one after the other"));
        CHECK (read.notices.front().grade == Notice::Grade::warning);

        // The same truth, whatever is asked.
        CHECK (mustFail (planWrite (file, evenOutline (2, 100))).message == read.notices.front().message);
        CHECK (mustFail (planStrip (file)).message == read.notices.front().message);
        CHECK (hasBytes (file, bytes));
    };

    SECTION ("with other serial numbers")
    {
        // ffmpeg's streams have the same serial number in every file.
        const auto second = folder / "c.ogg";
        mustRun ({ "ffmpeg",
                   "-v",
                   "error",
                   "-y",
                   "-i",
                   vorbis().string(),
                   "-c",
                   "copy",
                   "-serial_offset",
                   "9",
                   second.string() });
        check (one + bytesOf (second));
        check (one + bytesOf (second) + one); // the last page is one of the first's number
    }

    SECTION ("with the same serial number")
    {
        for (const auto& part : { one, bytesOf (opus()) })
        {
            check (part + part);
            check (part + std::string (700, 'x') + part); // what lies between them hides nothing
        }
    }

    SECTION ("but one with chapters shows them")
    {
        const auto tagged = folder.file ("a.ogg", one);
        tagInPlace (tagged, evenOutline (3, 1000));
        const auto file = folder.file ("b.ogg", bytesOf (tagged) + one);
        CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (evenOutline (3, 1000)));
    }
}

TEST_CASE ("An Ogg file that is no chain says how long it is, also with damage in it or something behind it")
{
    const TemporaryFolder folder;
    const auto whole = bytesOf (vorbis (10));
    const auto length = must (readTaggedFile (vorbis (10))).length;
    const auto middle = whole.find ("OggS", whole.size() / 2);
    REQUIRE (length);
    REQUIRE (middle < whole.rfind ("OggS"));
    auto broken = whole;
    broken.replace (middle, 4, "xxxx");

    for (const auto& bytes : { whole, broken, whole + "TAG" + std::string (125, 'x') })
    {
        const auto read = must (readTaggedFile (folder.file ("a.ogg", bytes)));
        CHECK (read.length == length);
        CHECK (read.notices.empty());
    }
}

TEST_CASE ("What an Ogg file holds besides is said, with what to do, whether it is read or written")
{
    const TemporaryFolder folder;
    const auto refusal = [&] (const std::string& bytes)
    {
        const auto file = folder.file ("a.ogg", bytes);
        const auto error = mustFail (planWrite (file, evenOutline (2, 100)));
        CHECK (error.kind == Error::Kind::unsupported);
        CHECK (mustFail (readTaggedFile (file)).message == error.message);
        return error.message;
    };

    const auto sound = bytesOf (vorbis());
    const auto skeleton = page (ogg::isFirst, 77, 0, "fishead" + std::string (57, '\0'));
    const auto video = page (ogg::isFirst, 78, 0, "\x80theora" + std::string (35, '\3'));

    CHECK (refusal (skeleton + sound).contains ("a Skeleton stream"));
    CHECK (refusal (skeleton + sound).contains ("ffmpeg -i IN -map 0:a:0 -c copy"));
    CHECK (refusal (video + sound).contains ("several streams side by side"));
    CHECK (
        refusal (sound.substr (0, 58) + video + sound.substr (58)).contains ("several streams side by side"));
    CHECK (refusal (bytesOf (ffmpegAudio (".oga", 2, { "-c:a", "flac", "-f", "ogg" })))
               .contains ("neither Vorbis nor Opus"));
}

TEST_CASE ("An ID3v2 tag in front of an Ogg file stays, and the chapters go into the comments")
{
    const TemporaryFolder folder;
    const auto sample = GENERATE (0, 1) == 0 ? vorbis() : opus();
    const bool isLong = GENERATE (false, true);
    const auto tag = id3Tag (4, id3Frame4 ("TIT2", "\3Old") + std::string (1000, '\0'));
    const auto whole = bytesOf (sample);
    const auto file = folder.file ("a" + sample.extension().string(), tag + whole);

    const auto read = must (readTaggedFile (file));
    CHECK (read.container->id == "ogg");
    CHECK (read.length == must (readTaggedFile (sample)).length);
    CHECK (says (read.notices, "begins with an ID3v2 tag"));

    // Also where all later pages get other numbers.
    auto outline = isLong ? evenOutline (900, 4) : evenOutline (3, 1000);

    if (isLong)
        for (auto& chapter : outline.chapters)
            chapter.title += " " + std::string (140, 'x');

    const auto sound = audioHash (sample);
    const auto plan = tagInPlace (file, outline);
    CHECK (plan.edit.renumbersPages == isLong);
    CHECK (says (plan.edit.notices, "begins with an ID3v2 tag"));
    const auto tagged = bytesOf (file);
    REQUIRE ((tagged.starts_with (tag)));
    CHECK (audioHash (folder.file ("b" + sample.extension().string(), tagged.substr (tag.size()))) == sound);
    CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]) == listOf (outline));
    CHECK (listOf (must (readTaggedFile (file)).outline) == listOf (outline));
    CHECK (must (planWrite (file, outline)).changesNothing);

    stripInPlace (file);
    CHECK ((bytesOf (file).starts_with (tag)));
    CHECK (must (readTaggedFile (file)).lists.empty());

    if (! isLong)
        CHECK (hasBytes (file, tag + whole));
}

TEST_CASE ("A walk comes by all pages of a file, and past what is none")
{
    Random random (11);
    std::string bytes = "front";
    std::vector<std::uint64_t> places;

    for (std::uint32_t i = 0; i < 300; ++i)
    {
        places.push_back (bytes.size());
        const auto segments = i % 50 == 0 ? 255 : random.below (40);
        const std::string lacing (std::size_t (segments), char (i % 50 == 0 ? 255 : random.below (256)));
        std::size_t size = 0;

        for (const char c : lacing)
            size += static_cast<unsigned char> (c);

        bytes += ogg::renderPage ({ .serial = 5, .number = i, .lacing = lacing }, std::string (size, 'p'));

        if (i % 70 == 69)
            bytes += "OggS" + std::string (std::size_t (random.below (9000)), 'j');
    }

    CHECK (walked (bytes) == places);
    CHECK (walked (bytes, places[123]) == std::vector (places.begin() + 123, places.end()));

    // The last page is cut off; a mark in front of nothing; nothing at all.
    CHECK (walked (bytes.substr (0, std::size_t (places.back()) + 20)).size() == places.size() - 1);
    CHECK (walked ("OggS").empty());
    CHECK (walked (std::string ("OggS\0", 5)).empty());
    CHECK (walked ("").empty());
    CHECK (walked (bytes, bytes.size()).empty());

    // Much that nearly is a mark, longer than what is read at once.
    std::string marks;

    while (marks.size() < 1'000'000)
        marks += "OggS\1";

    CHECK (walked (marks + bytes.substr (5)).size() == places.size());
}

TEST_CASE ("A disk that fails in the midst of a walk is told of")
{
    struct Failing final : ByteSource
    {
        std::string bytes;

        std::uint64_t size() const override { return bytes.size() + 1'000'000; }

        using ByteSource::read;

        Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override
        {
            if (offset + count > bytes.size())
                return failure (Error::Kind::unreadable, "The disk cannot read it.");

            std::ranges::copy (bytes.substr (std::size_t (offset), count), into);
            return {};
        }
    };

    Failing source;
    source.bytes = bytesOf (opus());
    const auto file = must (ogg::readHeaders (MemorySource (source.bytes)));
    CHECK (mustFail (ogg::isChain (source, file)).kind == Error::Kind::unreadable);
    CHECK (mustFail (ogg::mustBeOneStream (source, file)).kind == Error::Kind::unreadable);
}

TEST_CASE ("Headers of an Ogg file that have no end are refused before they fill the memory")
{
    const auto first = page (ogg::isFirst, 5, 0, std::string ("\1vorbis", 7) + std::string (23, '\1'));
    const auto comments = page (0, 5, 1, std::string ("\3vorbis\0\0\0\0\0\0\0\0\1", 16));
    const auto setup = ogg::renderPage ({ .granule = ogg::noGranule,
                                          .serial = 5,
                                          .number = 2,
                                          .lacing = std::string (ogg::maxSegments, '\xFF') },
                                        std::string (ogg::maxSegments * ogg::maxSegment, 's'));
    auto bytes = first + comments;

    while (bytes.size() < (66u << 20))
        bytes += setup;

    const auto error = mustFail (ogg::readHeaders (MemorySource (bytes)));
    CHECK (error.kind == Error::Kind::tooLarge);
    CHECK (error.message.contains ("64 MB"));
}

} // namespace earmark
