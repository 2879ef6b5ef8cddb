// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// ID3v2 tags by hand, also wrong ones.

namespace earmark::tests
{

inline std::string id3Plain (std::uint32_t n)
{
    return { char (n >> 24), char (n >> 16), char (n >> 8), char (n) };
}

inline std::string id3Safe (std::uint32_t n)
{
    return { char (n >> 21 & 0x7F), char (n >> 14 & 0x7F), char (n >> 7 & 0x7F), char (n & 0x7F) };
}

inline std::string id3Flags (std::uint16_t flags)
{
    return { char (flags >> 8), char (flags & 0xFF) };
}

inline std::string id3Frame3 (std::string_view id, std::string_view body, std::uint16_t flags = 0)
{
    return std::string (id) + id3Plain (std::uint32_t (body.size())) + id3Flags (flags) + std::string (body);
}

inline std::string id3Frame4 (std::string_view id, std::string_view body, std::uint16_t flags = 0)
{
    return std::string (id) + id3Safe (std::uint32_t (body.size())) + id3Flags (flags) + std::string (body);
}

inline std::string id3Frame2 (std::string_view id, std::string_view body)
{
    return std::string (id) + id3Plain (std::uint32_t (body.size())).substr (1) + std::string (body);
}

/** A tag around a body; `size` lies where it is given. */
inline std::string id3Tag (int version, std::string_view body, int flags = 0, std::int64_t size = -1)
{
    return "ID3" + std::string { char (version), '\0', char (flags) }
           + id3Safe (size < 0 ? std::uint32_t (body.size()) : std::uint32_t (size)) + std::string (body);
}

/** Bytes with a zero put in wherever a reader could see a frame of audio. */
inline std::string id3Unsynchronised (std::string_view bytes)
{
    std::string result;

    for (std::size_t i = 0; i < bytes.size(); ++i)
    {
        result += bytes[i];

        const bool last = i + 1 == bytes.size();
        const auto next = last ? 0xFFu : static_cast<unsigned char> (bytes[i + 1]);

        if (bytes[i] == '\xFF' && (next >= 0xE0 || next == 0))
            result += '\0';
    }

    return result;
}

} // namespace earmark::tests
