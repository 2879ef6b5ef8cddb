// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/PackedBytes.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

namespace earmark
{

TEST_CASE ("Numbers come out of bytes as they went in, the lowest byte first")
{
    std::string bytes;
    pack (bytes, std::uint8_t (200));
    pack (bytes, std::int8_t (-3));
    pack (bytes, std::uint32_t (0x04030201));
    pack (bytes, std::numeric_limits<std::int64_t>::min());
    bytes += "text";
    CHECK (bytes.substr (2, 4) == "\x01\x02\x03\x04");

    Unpacker rest (bytes);
    CHECK (rest.take<std::uint8_t>() == 200);
    CHECK (rest.take<std::int8_t>() == -3);
    CHECK (rest.take<std::uint32_t>() == 0x04030201);
    CHECK (rest.take<std::int64_t>() == std::numeric_limits<std::int64_t>::min());
    CHECK (rest.take (4) == "text");
    CHECK (rest.isAtEnd());
    CHECK (rest.isSound());
}

TEST_CASE ("Beyond the end there is nothing, and it is known")
{
    Unpacker rest ("abc");
    CHECK (rest.take<std::uint32_t>() == 0);
    CHECK_FALSE (rest.isSound());
    CHECK (rest.isAtEnd());
    CHECK (rest.take (0).empty());
    CHECK_FALSE (rest.isSound());
}

} // namespace earmark
