// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/ByteSource.h"

#include "Support/Must.h"
#include "Support/Random.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

namespace
{

using namespace tests;

std::string noise (Random& random, std::size_t size)
{
    std::string bytes (size, '\0');
    std::ranges::generate (bytes, [&] { return char (random.below (256)); });
    return bytes;
}

} // namespace

TEST_CASE (
    "A file gives the same bytes however it is read: on and on, to and fro, the same places again and again")
{
    Random random (7);
    const auto bytes =
        noise (random, (4u << 20) + 21); // more than is remembered of it, and no whole number of blocks
    const TemporaryFolder folder;
    const auto source = must (FileSource::open (folder.file ("noise", bytes)));
    REQUIRE (source->size() == bytes.size());

    // As the headers of parts lie: mostly the same distance from each other.
    std::vector<std::uint64_t> places;

    for (std::uint64_t at = 3; at < bytes.size(); at += 1000 + random.below (3))
        places.push_back (at);

    const auto agrees = [&] (std::uint64_t at, std::size_t count)
    {
        count = std::min (count, bytes.size() - std::size_t (at));
        return must (source->read (at, count)) == bytes.substr (std::size_t (at), count);
    };

    bool isSame = true;

    for (int walk = 0; walk < 3; ++walk)
        for (const auto place : places)
            isSame = isSame && agrees (place, 1) && agrees (place, 12)
                     && agrees (place + 1, random.below (64))
                     && (random.below (9) > 0 || agrees (place, random.below (9000)));

    CHECK (isSame);

    for (int i = 0; i < 3000; ++i)
        isSame = isSame && agrees (random.below (bytes.size()), random.below (i % 100 == 0 ? 200'000 : 100));

    CHECK (isSame);
}

TEST_CASE ("What lies behind the end of a file is an error, at any distance, also the second time")
{
    Random random (8);
    const TemporaryFolder folder;

    for (const std::size_t size : { 1u, 63u, 64u, 65u, 4096u, 70'000u })
    {
        CAPTURE (size);
        const auto source = must (FileSource::open (folder.file ("a", noise (random, size))));
        char into[16];

        for (int again = 0; again < 2; ++again)
        {
            CHECK (source->read (size - 1, into, 1));
            CHECK (source->read (size - 1, into, 2).error().kind == Error::Kind::malformed);
            CHECK (source->read (size, into, 1).error().kind == Error::Kind::malformed);
            CHECK (source->read (size + 64, into, 16).error().kind == Error::Kind::malformed);
        }
    }
}

} // namespace earmark
