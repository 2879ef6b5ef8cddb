// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

// Numbers in a row of bytes, the lowest byte first, whatever the machine: for what Earmark keeps and reads back itself.

namespace earmark
{

template <std::integral Number>
void pack (std::string& bytes, Number number)
{
    auto rest = std::uint64_t (std::make_unsigned_t<Number> (number));

    for (std::size_t i = 0; i < sizeof (Number); ++i, rest >>= 8)
        bytes.push_back (char (static_cast<unsigned char> (rest & 0xFF)));
}

/** Takes them out again. Beyond the end everything is zero, and isSound() false from then on. */
class Unpacker
{
public:
    explicit Unpacker (std::string_view b) : bytes (b) {}

    template <std::integral Number>
    Number take()
    {
        const auto raw = take (sizeof (Number));
        std::uint64_t number = 0;

        for (auto i = raw.size(); i-- > 0;)
            number = number << 8 | static_cast<unsigned char> (raw[i]);

        return Number (std::make_unsigned_t<Number> (number));
    }

    /** The next bytes; empty when there are not so many. */
    std::string_view take (std::size_t count)
    {
        if (count > bytes.size())
        {
            sound = false;
            bytes = {};
            return {};
        }

        const auto taken = bytes.substr (0, count);
        bytes.remove_prefix (count);
        return taken;
    }

    bool isAtEnd() const { return bytes.empty(); }

    bool isSound() const { return sound; }

private:
    std::string_view bytes;
    bool sound = true;
};

} // namespace earmark
