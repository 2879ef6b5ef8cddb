// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PieceTableStream.h"

#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <taglib/tbytevectorstream.h>

#include <random>

namespace earmark
{

namespace
{

using TagLib::ByteVector;

ByteVector someBytes (std::mt19937& random, std::size_t count)
{
    ByteVector bytes (static_cast<unsigned int> (count));

    for (auto& c : bytes)
        c = char (random() & 0xFF);

    return bytes;
}

std::string contentOf (const PieceTable& table)
{
    std::string bytes (std::size_t (table.size()), '\0');
    tests::must (table.read (0, bytes.data(), bytes.size()));
    return bytes;
}

std::string asString (const ByteVector& bytes)
{
    return { bytes.data(), bytes.size() };
}

} // namespace

TEST_CASE ("Random operations on the stream give the same bytes as TagLib's own stream in memory")
{
    const auto seed = GENERATE (range (1u, 41u));
    std::mt19937 random (seed);
    const auto original = someBytes (random, random() % 2000);

    TagLib::ByteVectorStream theirs (original);
    PieceTable table (std::make_shared<MemorySource> (asString (original)));
    PieceTableStream ours (table);
    const std::array<TagLib::IOStream*, 2> both { &theirs, &ours };

    for (int step = 0; step < 150; ++step)
    {
        INFO ("seed " << seed << ", step " << step);
        const auto length = theirs.length();
        REQUIRE (ours.length() == length);
        const auto at = TagLib::offset_t (random() % (std::size_t (length) + 1));
        const auto bytes = someBytes (random, random() % 60);
        const auto count = random() % std::min<std::size_t> (std::size_t (length - at) + 1, 100);

        switch (random() % 6)
        {
            case 0:
                for (auto* stream : both)
                    stream->insert (bytes, at, count);

                break;

            case 1:
                for (auto* stream : both)
                    stream->removeBlock (at, count);

                break;

            case 2:
                for (auto* stream : both)
                {
                    stream->seek (at);
                    stream->writeBlock (bytes);
                    REQUIRE (stream->tell() == at + TagLib::offset_t (bytes.size()));
                }

                break;

            case 3:
                for (auto* stream : both)
                    stream->truncate (at);

                break;

            case 4:
                for (auto* stream : both)
                {
                    stream->seek (at - length, TagLib::IOStream::End);
                    stream->seek (1, TagLib::IOStream::Current);
                    stream->writeBlock (bytes);
                }

                break;

            default:
                for (auto* stream : both)
                    stream->seek (at);

                for (int reads = 0; reads < 3; ++reads)
                    REQUIRE (ours.readBlock (40) == theirs.readBlock (40));

                REQUIRE (ours.tell() == theirs.tell());
                break;
        }

        REQUIRE (contentOf (table) == asString (*theirs.data()));
    }

    CHECK_FALSE (ours.error().has_value());
}

TEST_CASE ("Seeking works from the beginning, the position and the end, and never before the beginning")
{
    PieceTable table (std::make_shared<MemorySource> ("0123456789"));
    PieceTableStream pieces (table);
    TagLib::IOStream& stream = pieces;

    stream.seek (-3, TagLib::IOStream::End);
    CHECK (asString (stream.readBlock (100)) == "789");
    stream.seek (-5, TagLib::IOStream::Current);
    CHECK (asString (stream.readBlock (2)) == "56");
    stream.seek (-100, TagLib::IOStream::Current);
    CHECK (stream.tell() == 0);
    stream.seek (100);
    CHECK (stream.readBlock (1).isEmpty());
}

TEST_CASE ("Writing behind the end fills the hole with zeros")
{
    PieceTable table (std::make_shared<MemorySource> ("abc"));
    PieceTableStream pieces (table);
    TagLib::IOStream& stream = pieces;
    stream.seek (5);
    stream.writeBlock ("xy");
    CHECK (contentOf (table) == std::string ("abc\0\0xy", 7));
}

TEST_CASE ("The stream remembers the first failed read, since TagLib's interface cannot tell")
{
    class Broken final : public ByteSource
    {
    public:
        std::uint64_t size() const override { return 100; }

        using ByteSource::read;

        Result<void> read (std::uint64_t offset, char*, std::size_t) const override
        {
            return failure (Error::Kind::unreadable, "The disk cannot read it.", Place::atByte (offset));
        }
    };

    PieceTable table (std::make_shared<Broken>());
    PieceTableStream pieces (table);
    TagLib::IOStream& stream = pieces;
    stream.seek (7);
    CHECK (stream.readBlock (10).isEmpty());
    stream.seek (50);
    CHECK (stream.readBlock (10).isEmpty());
    REQUIRE (pieces.error().has_value());
    CHECK (pieces.error()->where.byte == 7);
}

} // namespace earmark
