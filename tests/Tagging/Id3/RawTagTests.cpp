// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/RawTag.h"

#include "Support/Id3Tags.h"
#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace earmark
{

namespace
{

using namespace tests;
using id3::RawFrame;
using id3::RawTag;

const std::string title = id3Frame3 ("TIT2", std::string ("\0Title", 6));
const std::string priv = id3Frame3 ("PRIV", std::string ("me\0\xFF\xE0\xFF\x00\x01", 8));

Result<std::optional<RawTag>> read (const std::string& file, std::uint64_t at = 0)
{
    return id3::readTag (PieceTable (std::make_shared<MemorySource> (file)), at);
}

RawTag tagOf (const std::string& file)
{
    auto tag = must (read (file + "audio"));
    REQUIRE (tag.has_value());
    CHECK (tag->size == file.size());
    return *tag;
}

bool isNoTag (const std::string& file)
{
    return ! must (read (file)).has_value();
}

} // namespace

TEST_CASE ("A v2.3 tag is read as its frames")
{
    const auto tag = tagOf (id3Tag (3, title + priv + std::string (100, '\0')));
    CHECK (tag.version == 3);
    CHECK (tag.frames
           == std::vector { RawFrame { "TIT2", 0, std::string ("\0Title", 6) },
                            RawFrame { "PRIV", 0, std::string ("me\0\xFF\xE0\xFF\x00\x01", 8) } });
    CHECK (tag.padding == 100);
    CHECK (tag.rest.empty());
    CHECK_FALSE (tag.unsynchronised);
    CHECK_FALSE (tag.hasExtendedHeader);
}

TEST_CASE ("A v2.4 tag has synchsafe sizes")
{
    const std::string big (300, 'x');
    const auto tag = tagOf (id3Tag (4, id3Frame4 ("PRIV", big) + id3Frame4 ("TIT2", "\3T", 0x4000)));
    REQUIRE (tag.frames.size() == 2);
    CHECK (tag.version == 4);
    CHECK (tag.frames[0].body == big);
    CHECK (tag.frames[1] == RawFrame { "TIT2", 0x4000, "\3T" });
}

TEST_CASE ("The plain sizes that iTunes wrote into v2.4 tags are recognised")
{
    const std::string big (300, 'x'); // its size reads differently in seven bits
    const auto wrong = id3Frame3 ("APIC", big);

    SECTION ("before another frame")
    {
        const auto tag = tagOf (id3Tag (4, wrong + id3Frame4 ("TIT2", "\3T")));
        REQUIRE (tag.frames.size() == 2);
        CHECK (tag.frames[0].body == big);
    }

    SECTION ("at the end")
    {
        CHECK (tagOf (id3Tag (4, wrong)).frames.front().body == big);
    }

    SECTION ("before padding")
    {
        CHECK (tagOf (id3Tag (4, wrong + std::string (50, '\0'))).frames.front().body == big);
    }

    SECTION ("where a zero inside of it looks like padding")
    {
        // Read in seven bits its size, 300, ends in the middle, on a zero as UTF-16 has many.
        std::string text (300, '\0');

        for (std::size_t i = 1; i < text.size(); i += 2)
            text[i] = 'x';

        const auto tag =
            tagOf (id3Tag (4, id3Frame3 ("USLT", text) + id3Frame4 ("TALB", "\3A") + std::string (64, '\0')));
        REQUIRE (tag.frames.size() == 2);
        CHECK (tag.frames[0].body == text);
        CHECK (tag.frames[1] == RawFrame { "TALB", 0, "\3A" });
        CHECK (tag.padding == 64);
    }

    SECTION ("behind a frame whose size is synchsafe")
    {
        const auto tag = tagOf (id3Tag (4, id3Frame4 ("PRIV", big) + wrong + id3Frame4 ("TIT2", "\3T")));
        REQUIRE (tag.frames.size() == 3);
        CHECK (tag.frames[0].body == big);
        CHECK (tag.frames[1].body == big);
    }

    SECTION ("with a byte that no synchsafe size has")
    {
        const std::string body (200, 'y'); // 0xC8
        CHECK (tagOf (id3Tag (4, id3Frame3 ("GEOB", body))).frames.front().body == body);
    }
}

TEST_CASE ("A whole v2.3 tag that is unsynchronised is restored")
{
    const auto body = title + priv + id3Frame3 ("MCDI", "\xFF\xFB\x90\xFF");
    const auto tag = tagOf (id3Tag (3, id3Unsynchronised (body), 0x80));
    REQUIRE (tag.frames.size() == 3);
    CHECK (tag.unsynchronised);
    CHECK (tag.frames[1].body == std::string ("me\0\xFF\xE0\xFF\x00\x01", 8));
    CHECK (tag.frames[2].body == "\xFF\xFB\x90\xFF");
}

TEST_CASE ("An unsynchronised v2.4 tag says so of every frame, and its sizes count the stored bytes")
{
    const auto stored = id3Unsynchronised ("\xFF\xFB\x90");
    const auto tag = tagOf (id3Tag (4, id3Frame4 ("PRIV", stored) + id3Frame4 ("TIT2", "\3T"), 0x80));
    REQUIRE (tag.frames.size() == 2);
    CHECK (tag.unsynchronised);
    CHECK (tag.frames[0] == RawFrame { "PRIV", 2, stored });
    CHECK (tag.frames[1] == RawFrame { "TIT2", 2, "\3T" });
}

TEST_CASE ("Extended headers are stepped over")
{
    SECTION ("v2.3, whose size does not count itself")
    {
        const auto extended = id3Plain (6) + std::string (6, '\0');
        const auto tag = tagOf (id3Tag (3, extended + title, 0x40));
        CHECK (tag.hasExtendedHeader);
        CHECK (tag.frames.size() == 1);
    }

    SECTION ("v2.3 with a checksum")
    {
        const auto extended = id3Plain (10) + std::string ("\x80\0\0\0\0\0\1\2\3\4", 10);
        CHECK (tagOf (id3Tag (3, extended + title, 0x40)).frames.size() == 1);
    }

    SECTION ("v2.4, whose size counts itself")
    {
        const auto extended = id3Safe (6) + std::string ("\1\0", 2);
        CHECK (tagOf (id3Tag (4, extended + id3Frame4 ("TIT2", "\3T"), 0x40)).frames.size() == 1);
    }

    SECTION ("that lie about their size give no frames, and no crash")
    {
        CHECK (tagOf (id3Tag (3, id3Plain (0xFFFFFFFF) + title, 0x40)).frames.empty());
        CHECK (tagOf (id3Tag (4, id3Safe (0x0FFFFFFF) + title, 0x40)).frames.empty());
        CHECK (mustFail (read (id3Tag (3, "abc", 0x40))).kind == Error::Kind::malformed);
    }
}

TEST_CASE ("A v2.4 footer belongs to the tag")
{
    const auto body = id3Frame4 ("TIT2", "\3T");
    const auto footer = "3DI" + id3Tag (4, {}, 0x10, std::int64_t (body.size())).substr (3);
    const auto tag = tagOf (id3Tag (4, body, 0x10) + footer);
    CHECK (tag.frames.size() == 1);
}

TEST_CASE ("Bytes behind the frames that are neither frame nor zero are kept as a rest")
{
    CHECK (tagOf (id3Tag (3, title + "\1\2junk" + std::string (20, '\0'))).rest == "\1\2junk");
    CHECK (tagOf (id3Tag (3, title + std::string (30, '\0') + "late" + std::string (20, '\0'))).rest
           == std::string (30, '\0') + "late");

    const auto tag = tagOf (id3Tag (3, title + std::string (30, '\0') + "late" + std::string (20, '\0')));
    CHECK (tag.padding == 20);

    // Fewer bytes than a frame's header cannot be one.
    CHECK (tagOf (id3Tag (3, title + "TALB")).rest == "TALB");
}

TEST_CASE ("What is no tag is told from one")
{
    CHECK (isNoTag (""));
    CHECK (isNoTag ("ID3"));
    CHECK (isNoTag (std::string (100, '\0')));
    CHECK (isNoTag ("\xFF\xFB\x90\x04" + std::string (100, 'a')));
    CHECK (isNoTag ("ID3\xFF\0\0\0\0\0\0 and more bytes"));
    CHECK (isNoTag (std::string ("ID3\3\0\0\x80\0\0\0 a size that is not synchsafe", 40)));
}

TEST_CASE ("A tag is found where it is asked for")
{
    const auto tag = must (read ("in front" + id3Tag (3, title), 8));
    REQUIRE (tag.has_value());
    CHECK (tag->frames.size() == 1);
}

TEST_CASE ("Tags that Earmark cannot rewrite are refused with a sentence")
{
    constexpr int compressed = 0x40;
    const auto old = mustFail (read (id3Tag (2, id3Frame2 ("TT2", "\1T"), compressed)));
    CHECK (old.kind == Error::Kind::unsupported);
    CHECK (old.message.find ("ID3v2.2") != std::string::npos);
    CHECK (mustFail (read (id3Tag (5, title))).kind == Error::Kind::unsupported);
}

TEST_CASE ("Sizes that lie are told, and nothing is read beyond the tag")
{
    SECTION ("a tag longer than the file")
    {
        CHECK (mustFail (read (id3Tag (3, title, 0, 0x0FFFFFFF))).kind == Error::Kind::malformed);
    }

    SECTION ("a frame longer than the tag")
    {
        for (const std::uint32_t size : { 7u, 100u, 0x7FFFFFFFu, 0xFFFFFFFFu })
        {
            auto lying = title;
            lying.replace (4, 4, id3Plain (size));
            const auto error = mustFail (read (id3Tag (3, lying) + std::string (200, 'a')));
            CHECK (error.kind == Error::Kind::malformed);
            CHECK (error.where.byte == 10);
        }
    }

    SECTION ("a v2.4 frame longer than the tag")
    {
        auto lying = id3Frame4 ("TIT2", "\3T");
        lying.replace (4, 4, id3Safe (1000));
        CHECK (mustFail (read (id3Tag (4, lying) + std::string (2000, 'a'))).kind == Error::Kind::malformed);
    }

    SECTION ("every way of cutting the file off")
    {
        const auto whole = id3Tag (3, title + priv);

        for (std::size_t size = 0; size < whole.size(); ++size)
        {
            const auto tag = read (whole.substr (0, size));
            CHECK ((! tag || ! tag->has_value()));
        }
    }
}

TEST_CASE ("A disk that fails while a tag is read is told")
{
    class Broken final : public ByteSource
    {
    public:
        std::uint64_t size() const override { return 1000; }

        using ByteSource::read;

        Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override
        {
            if (offset + count > 10)
                return failure (Error::Kind::unreadable, "The disk cannot read it.");

            const auto tag = id3Tag (3, {}, 0, 100);
            std::copy_n (tag.data() + offset, count, into);
            return {};
        }
    };

    CHECK (mustFail (id3::readTag (PieceTable (std::make_shared<Broken>()), 0)).kind
           == Error::Kind::unreadable);
}

TEST_CASE ("A v2.3 tag that is read and rendered has the same bytes")
{
    const auto seed = GENERATE (range (1u, 31u));
    std::mt19937 random (seed);
    std::string body;

    for (auto left = random() % 20; left > 0; --left)
    {
        std::string id, content (random() % 400, '\0');

        for (int i = 0; i < 4; ++i)
            id += "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"[random() % 36];

        for (auto& c : content)
            c = char (random());

        body += id3Frame3 (id, content, std::uint16_t (random()));
    }

    if (random() % 2 == 0)
        body += "\1rest";

    body.append (random() % 100, '\0');
    const auto bytes = id3Tag (3, body);
    const auto tag = tagOf (bytes);

    INFO ("seed " << seed);
    CHECK (id3::renderTag (3, tag.frames, tag.rest, tag.size) == bytes);
    CHECK (id3::renderedSize (tag.frames, tag.rest) == tag.size - tag.padding);
}

TEST_CASE ("A tag of nothing but tiny frames does not take many times its size in memory")
{
    // The largest possible tag would hold 26 million of them.
    std::string body;

    while (body.size() < (12u << 20))
        body += id3Frame3 ("PRIV", {});

    CHECK (mustFail (read (id3Tag (3, body))).kind == Error::Kind::tooLarge);
}

} // namespace earmark
