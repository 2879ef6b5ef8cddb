// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PieceTable.h"

#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <random>

namespace earmark
{

namespace
{

std::string someBytes (std::mt19937& random, std::size_t count)
{
    std::string bytes (count, '\0');

    for (auto& c : bytes)
        c = char (random() & 0xFF);

    return bytes;
}

std::shared_ptr<const ByteSource> memory (std::string bytes)
{
    return std::make_shared<MemorySource> (std::move (bytes));
}

std::string contentOf (const PieceTable& table)
{
    std::string bytes (std::size_t (table.size()), '\0');
    tests::must (table.read (0, bytes.data(), bytes.size()));
    return bytes;
}

/** A disk that gives the first bytes only. */
class FailingSource final : public ByteSource
{
public:
    explicit FailingSource (std::uint64_t readable) : good (readable) {}

    std::uint64_t size() const override { return 1000; }

    using ByteSource::read;

    Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override
    {
        if (offset + count > good)
            return failure (Error::Kind::unreadable, "The disk cannot read it.");

        std::fill_n (into, count, 'x');
        return {};
    }

private:
    std::uint64_t good;
};

} // namespace

TEST_CASE ("A piece table is its source until it is edited")
{
    const PieceTable table (memory ("abc"));
    CHECK (contentOf (table) == "abc");
    CHECK (table.pieces().size() == 1);
    CHECK (tests::must (table.equalsSource()));
}

TEST_CASE ("An empty source gives an empty table that can grow")
{
    PieceTable table (memory (""));
    CHECK (table.size() == 0);
    CHECK (table.pieces().empty());
    CHECK (tests::must (table.equalsSource()));

    table.insert (0, "abc");
    CHECK (contentOf (table) == "abc");
    CHECK_FALSE (tests::must (table.equalsSource()));

    table.remove (0, 3);
    CHECK (tests::must (table.equalsSource()));
}

TEST_CASE ("Random edits of a piece table do what they do to a string")
{
    const auto seed = GENERATE (range (1u, 41u));
    std::mt19937 random (seed);
    auto expected = someBytes (random, random() % 300);
    const auto original = expected;
    PieceTable table (memory (expected));

    for (int step = 0; step < 200; ++step)
    {
        const auto at = random() % (expected.size() + 1);
        const auto removed = random() % std::min<std::size_t> (expected.size() - at + 1, 40);
        const auto bytes = someBytes (random, random() % 30);

        switch (random() % 3)
        {
            case 0:
                table.replace (at, removed, bytes);
                expected.replace (at, removed, bytes);
                break;

            case 1:
                table.insert (at, bytes);
                expected.insert (at, bytes);
                break;

            default:
                table.remove (at, removed);
                expected.erase (at, removed);
                break;
        }

        INFO ("seed " << seed << ", step " << step);
        REQUIRE (table.size() == expected.size());
        REQUIRE (contentOf (table) == expected);
        REQUIRE (tests::must (table.equalsSource()) == (expected == original));

        // Any part of it reads the same, too.
        const auto from = random() % (expected.size() + 1);
        std::string part (random() % (expected.size() - from + 1), '\0');
        tests::must (table.read (from, part.data(), part.size()));
        REQUIRE (part == expected.substr (from, part.size()));
    }
}

TEST_CASE ("Changes name places of the file as it was, in any order, and those at one place stay in theirs")
{
    PieceTable table (memory ("abcdef"));
    table.replaceAll ({ { 6, 0, "1" }, { 4, 1, "" }, { 6, 0, "2" }, { 0, 2, "long" }, { 6, 0, "3" } });
    CHECK (contentOf (table) == "longcdf123");
}

TEST_CASE ("Pieces cover the edited file in order and never lie outside their bytes")
{
    std::mt19937 random (7);
    const auto bytes = someBytes (random, 500);
    PieceTable table (memory (bytes));
    table.insert (100, "inserted");
    table.remove (50, 20);
    table.replace (300, 10, "other");

    std::uint64_t total = 0;

    for (const auto& piece : table.pieces())
    {
        CHECK (piece.length > 0);
        total += piece.length;

        if (piece.origin == PieceTable::Piece::Origin::source)
            CHECK (piece.offset + piece.length <= bytes.size());
        else
            CHECK (table.addedBytes (piece).size() == piece.length);
    }

    CHECK (total == table.size());
}

TEST_CASE ("A copy of a piece table is edited on its own")
{
    PieceTable one (memory ("0123456789"));
    one.insert (5, "---");
    auto other = one;
    other.remove (0, 5);
    one.insert (0, "+");

    CHECK (contentOf (one) == "+01234---56789");
    CHECK (contentOf (other) == "---56789");
}

TEST_CASE ("A table equals its source when the same bytes came back by another way")
{
    PieceTable table (memory ("the same bytes"));

    SECTION ("written over themselves")
    {
        table.replace (4, 4, "same");
        CHECK (tests::must (table.equalsSource()));
    }

    SECTION ("removed and put back")
    {
        table.remove (0, 14);
        table.insert (0, "the same ");
        table.insert (9, "bytes");
        CHECK (tests::must (table.equalsSource()));
    }

    SECTION ("as long, but not the same")
    {
        table.replace (4, 4, "sane");
        CHECK_FALSE (tests::must (table.equalsSource()));
    }

    SECTION ("moved source bytes that are not the same at their new place")
    {
        table.remove (0, 1);
        table.insert (13, "t");
        CHECK_FALSE (tests::must (table.equalsSource()));
    }
}

TEST_CASE ("Moved source bytes that are the same at their new place are equal")
{
    PieceTable table (memory (std::string (5000, 'a')));
    table.remove (0, 100);
    table.insert (4900, std::string (100, 'a'));
    CHECK (tests::must (table.equalsSource()));
}

TEST_CASE ("Reading beyond the end of a table is an error and reads nothing")
{
    PieceTable table (memory ("abc"));
    table.insert (3, "def");
    std::string into (10, '#');

    CHECK (tests::mustFail (table.read (0, into.data(), 7)).kind == Error::Kind::malformed);
    CHECK (tests::mustFail (table.read (7, into.data(), 0)).kind == Error::Kind::malformed);
    CHECK (tests::mustFail (table.read (~std::uint64_t (0), into.data(), 2)).kind == Error::Kind::malformed);
    CHECK (into == std::string (10, '#'));
    CHECK (table.read (6, into.data(), 0).has_value());
}

TEST_CASE ("A disk that fails is told from every way of reading")
{
    PieceTable table (std::make_shared<FailingSource> (100));
    std::string into (1000, '\0');
    CHECK (table.read (0, into.data(), 100).has_value());
    CHECK (tests::mustFail (table.read (50, into.data(), 100)).kind == Error::Kind::unreadable);

    // The part that is the source at its own place is not read to compare it.
    CHECK (tests::must (table.equalsSource()));
    table.replace (200, 3, "new");
    CHECK (tests::mustFail (table.equalsSource()).kind == Error::Kind::unreadable);
}

TEST_CASE ("A source never allocates for bytes that are not there")
{
    const MemorySource source ("abc");
    CHECK (tests::mustFail (source.read (0, std::size_t (1) << 60)).kind == Error::Kind::malformed);
    CHECK (tests::mustFail (source.read (4, 0)).kind == Error::Kind::malformed);
    CHECK (tests::must (source.read (1, 2)) == "bc");
    CHECK (tests::must (source.read (3, 0)).empty());
}

} // namespace earmark
