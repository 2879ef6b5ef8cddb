// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Sha256.h"

#include <bit>
#include <format>

namespace earmark
{

namespace
{

constexpr std::size_t blockSize = 64;

/** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
constexpr std::array<std::uint32_t, 64> constants {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2
};

} // namespace

void Sha256::block (std::string_view text)
{
    std::array<std::uint32_t, 64> w;

    for (std::size_t i = 0; i < 16; ++i)
    {
        w[i] = 0;

        for (std::size_t b = 0; b < 4; ++b)
            w[i] = w[i] << 8 | static_cast<unsigned char> (text[i * 4 + b]);
    }

    for (std::size_t i = 16; i < 64; ++i)
        w[i] = w[i - 16] + (std::rotr (w[i - 15], 7) ^ std::rotr (w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7]
               + (std::rotr (w[i - 2], 17) ^ std::rotr (w[i - 2], 19) ^ w[i - 2] >> 10);

    auto [a, b, c, d, e, f, g, h] = state;

    for (std::size_t i = 0; i < 64; ++i)
    {
        const auto t1 = h + (std::rotr (e, 6) ^ std::rotr (e, 11) ^ std::rotr (e, 25)) + ((e & f) ^ (~e & g))
                        + constants[i] + w[i];
        const auto t2 =
            (std::rotr (a, 2) ^ std::rotr (a, 13) ^ std::rotr (a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }

    const std::array<std::uint32_t, 8> sums { a, b, c, d, e, f, g, h };

    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += sums[i];
}

void Sha256::add (std::string_view text)
{
    length += text.size();

    if (! rest.empty())
    {
        const auto taken = text.substr (0, blockSize - rest.size());
        rest += taken;
        text.remove_prefix (taken.size());

        if (rest.size() < blockSize)
            return;

        block (rest);
        rest.clear();
    }

    for (; text.size() >= blockSize; text.remove_prefix (blockSize))
        block (text.substr (0, blockSize));

    rest = text;
}

std::string Sha256::finish()
{
    const auto bits = length * 8;
    add ("\x80");

    while (rest.size() != blockSize - 8)
        add (std::string_view ("\0", 1));

    std::string size;

    for (int shift = 56; shift >= 0; shift -= 8)
        size += char (bits >> shift & 0xFF);

    add (size);
    std::string hex;

    for (const auto word : state)
        hex += std::format ("{:08x}", word);

    return hex;
}

} // namespace earmark
