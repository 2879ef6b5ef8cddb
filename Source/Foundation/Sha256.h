// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace earmark
{

/** The digest that sha256sum prints, of text that comes in pieces. Source: FIPS 180-4. */
class Sha256
{
public:
    void add (std::string_view);

    /** In hexadecimal. Call it once. */
    std::string finish();

private:
    std::array<std::uint32_t, 8> state { 0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                                         0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19 };
    std::string rest; ///< less than a block
    std::uint64_t length = 0;

    void block (std::string_view);
};

} // namespace earmark
