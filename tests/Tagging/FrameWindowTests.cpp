// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/FrameWindow.h"

#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>
#include <vector>

namespace earmark
{

namespace
{

using namespace tests;

/** Remembers what it is asked for. */
class Asked final : public ByteSource
{
public:
    explicit Asked (std::string content) : bytes (std::move (content)) {}

    std::uint64_t size() const override { return bytes.size(); }

    using ByteSource::read;

    Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override
    {
        reads.emplace_back (offset, count);
        return bytes.read (offset, into, count);
    }

    mutable std::vector<std::pair<std::uint64_t, std::size_t>> reads;

private:
    MemorySource bytes;
};

} // namespace

TEST_CASE ("A window gives what is asked for, and reads in blocks")
{
    const std::string text = "0123456789abcdefghijklmnopqrstuvwxyz";
    const Asked source (text);
    FrameWindow window (source, 30, 10);
    const auto at = [&] (std::uint64_t offset, std::size_t count)
    { return std::string (must (window.at (offset, count))); };

    CHECK (at (2, 3) == "234");
    CHECK (at (2, 10) == "23456789ab");
    CHECK (source.reads.size() == 1);
    CHECK (at (11, 2) == "bc"); // across its end
    CHECK (at (3, 1) == "3");   // and back
    CHECK (at (4, 20) == text.substr (4, 20));
    CHECK (source.reads.back() == std::pair (std::uint64_t (4), std::size_t (20)));

    // Nothing behind the limit is seen, or read.
    CHECK (at (25, 5) == "pqrst");
    CHECK (source.reads.back() == std::pair (std::uint64_t (25), std::size_t (5)));
    CHECK (at (25, 6).empty());
    CHECK (at (31, 1).empty());
    CHECK (at (~std::uint64_t (0), 2).empty());
    CHECK (at (30, 0).empty());
}

TEST_CASE ("A window finds a byte, block by block, up to its limit")
{
    const Asked source ("0123456789abcdefghijklmnopqrstuvwxyz");
    FrameWindow window (source, 30, 10);

    CHECK (must (window.find ('3', 0)) == 3);
    CHECK (must (window.find ('3', 3)) == 3);
    CHECK (source.reads.size() == 1);
    CHECK (must (window.find ('3', 4)) == 30);
    CHECK (must (window.find ('m', 0)) == 22);
    CHECK (must (window.find ('t', 29)) == 29);
    CHECK (must (window.find ('u', 0)) == 30); // behind the limit
    CHECK (must (window.find ('0', 30)) == 30);

    const MemorySource shorter ("0123456789");
    FrameWindow lies (shorter, 20, 4);
    CHECK (mustFail (lies.find ('x', 0)).kind == Error::Kind::malformed);
}

TEST_CASE ("A window that could not read has nothing of it afterwards")
{
    const MemorySource source ("0123456789");
    FrameWindow window (source, 20, 4); // a limit that lies
    CHECK (must (window.at (0, 4)) == "0123");
    CHECK (mustFail (window.at (9, 4)).kind == Error::Kind::malformed);
    CHECK (must (window.at (1, 2)) == "12");
}

} // namespace earmark
