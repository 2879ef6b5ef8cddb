// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace earmark::bytes
{

/** Big-endian unsigned numbers, as ID3 and MP4 store them. The text must hold them. */
template <class T>
T read (std::string_view text, std::size_t at)
{
    T value = 0;

    for (std::size_t i = 0; i < sizeof (T); ++i)
        value = T (value << 8 | static_cast<unsigned char> (text[at + i]));

    return value;
}

/** Little-endian ones, as RIFF, Ogg and APE store them. */
template <class T>
T little (std::string_view text, std::size_t at)
{
    T value = 0;

    for (std::size_t i = sizeof (T); i-- > 0;)
        value = T (value << 8 | static_cast<unsigned char> (text[at + i]));

    return value;
}

template <class T>
std::string toLittle (T value)
{
    std::string text (sizeof (T), '\0');

    for (std::size_t i = 0; i < sizeof (T); ++i)
        text[i] = char (value >> (8 * i) & 0xFF);

    return text;
}

inline std::uint8_t u8 (std::string_view text, std::size_t at)
{
    return static_cast<std::uint8_t> (text[at]);
}

inline std::uint16_t u16 (std::string_view text, std::size_t at)
{
    return read<std::uint16_t> (text, at);
}

inline std::uint32_t u32 (std::string_view text, std::size_t at)
{
    return read<std::uint32_t> (text, at);
}

inline std::uint64_t u64 (std::string_view text, std::size_t at)
{
    return read<std::uint64_t> (text, at);
}

template <class T>
std::string big (T value)
{
    std::string text (sizeof (T), '\0');

    for (std::size_t i = 0; i < sizeof (T); ++i)
        text[sizeof (T) - 1 - i] = char (value >> (8 * i) & 0xFF);

    return text;
}

inline std::string big8 (std::uint8_t v)
{
    return big (v);
}

inline std::string big16 (std::uint16_t v)
{
    return big (v);
}

inline std::string big32 (std::uint32_t v)
{
    return big (v);
}

inline std::string big64 (std::uint64_t v)
{
    return big (v);
}

/** Seven bits a byte: ID3v2's tag sizes, and from v2.4 on its frame sizes. */
inline std::uint32_t synchsafe (std::string_view text, std::size_t at)
{
    return std::uint32_t (u8 (text, at) & 0x7F) << 21 | std::uint32_t (u8 (text, at + 1) & 0x7F) << 14
           | std::uint32_t (u8 (text, at + 2) & 0x7F) << 7 | std::uint32_t (u8 (text, at + 3) & 0x7F);
}

inline std::string toSynchsafe (std::uint32_t v)
{
    return { char (v >> 21 & 0x7F), char (v >> 14 & 0x7F), char (v >> 7 & 0x7F), char (v & 0x7F) };
}

} // namespace earmark::bytes
