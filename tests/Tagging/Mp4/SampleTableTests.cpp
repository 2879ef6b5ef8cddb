// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/SampleTable.h"

#include "Support/Movies.h"
#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

// Where samples lie and how large they are, by hand: ISO/IEC 14496-12, 8.7.

namespace earmark
{

namespace
{

using namespace tests;

std::string n32 (std::uint64_t n)
{
    return boxNumber (n, 4);
}

mp4::Atom trackWith (const std::string& sampleTable)
{
    return must (mp4::parseAtom (box ("trak", box ("mdia", box ("minf", box ("stbl", sampleTable)))), 0));
}

/** Of 32 bits each, or "compact" ones. */
std::string sizesOf (int bits, std::uint32_t count, const std::string& sizes)
{
    return bits == 32 ? fullBox ("stsz", 0, 0, n32 (0) + n32 (count) + sizes)
                      : fullBox ("stz2", 0, 0, boxNumber (std::uint64_t (bits), 4) + n32 (count) + sizes);
}

std::int64_t leadOf (int version, const std::vector<std::pair<std::uint64_t, std::int64_t>>& edits)
{
    const auto width = version == 1 ? 8 : 4;
    auto list = n32 (edits.size());

    for (const auto& [duration, mediaTime] : edits)
        list += boxNumber (duration, width) + boxNumber (std::uint64_t (mediaTime), width) + n32 (0x10000);

    return mp4::leadMs (
        must (mp4::parseAtom (box ("trak", box ("edts", fullBox ("elst", version, 0, list))), 0)), 600);
}

} // namespace

TEST_CASE ("Sizes of samples are read in every width")
{
    // Two samples in the first chunk and three in each further one.
    const auto runs =
        fullBox ("stsc", 0, 0, n32 (2) + n32 (1) + n32 (2) + n32 (1) + n32 (2) + n32 (3) + n32 (1));
    const auto places = fullBox ("stco", 0, 0, n32 (3) + n32 (100) + n32 (200) + n32 (50));
    const std::vector<Extent> expected { { 100, 1 + 2 }, { 200, 3 + 4 + 5 }, { 50, 6 } };
    std::string four ("\x12\x34\x56", 3), eight, sixteen, all;

    for (int size = 1; size <= 6; ++size)
    {
        eight += boxNumber (std::uint64_t (size), 1);
        sixteen += boxNumber (std::uint64_t (size), 2);
        all += n32 (std::uint64_t (size));
    }

    for (const auto& [bits, sizes] : { std::pair { 4, four }, { 8, eight }, { 16, sixteen }, { 32, all } })
    {
        CAPTURE (bits);
        CHECK (must (mp4::chunksOf (trackWith (runs + sizesOf (bits, 6, sizes) + places))) == expected);

        // A size that is missing.
        CHECK (mustFail (mp4::chunksOf (trackWith (runs + sizesOf (bits, 8, sizes) + places))).kind
               == Error::Kind::malformed);
    }

    // All of one size; the last chunk has what is left.
    const auto same = fullBox ("stsz", 0, 0, n32 (10) + n32 (6));
    CHECK (must (mp4::chunksOf (trackWith (runs + same + places)))
           == std::vector<Extent> { { 100, 20 }, { 200, 30 }, { 50, 10 } });
}

TEST_CASE ("A track begins where its first empty edits end")
{
    for (const int version : { 0, 1 })
    {
        CAPTURE (version);
        CHECK (leadOf (version, {}) == 0);
        CHECK (leadOf (version, { { 6000, 0 } }) == 0);
        CHECK (leadOf (version, { { 600, -1 }, { 6000, 0 } }) == 1000);
        CHECK (leadOf (version, { { 600, -1 }, { 300, -1 }, { 6000, 0 }, { 600, -1 } }) == 1500);
    }

    // More than any audio lasts is damage, and so is a sum that would begin anew.
    CHECK (leadOf (1, { { ~std::uint64_t (0), -1 } }) == 0);
    CHECK (leadOf (1, { { 600, -1 }, { ~std::uint64_t (0), -1 } }) == 1000);
    CHECK (mp4::leadMs (must (mp4::parseAtom (box ("trak", {}), 0)), 600) == 0);
}

} // namespace earmark
