// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Bytes.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

// Tags at the end of a file, by hand.

namespace earmark::tests
{

using ApeItems = std::vector<std::pair<std::string, std::string>>;

/** An APEv2 tag with a footer, and with a header if it is to have one. Source: wiki.hydrogenaud.io, "APEv2 specification". */
inline std::string apeTag (const ApeItems& items = { { "Artist", "Bj\xC3\xB6r" } }, bool hasHeader = true)
{
    const auto little = [] (std::size_t n) { return bytes::toLittle (std::uint32_t (n)); };
    std::string body;

    for (const auto& [key, value] : items)
        body += little (value.size()) + little (0) + key + '\0' + value;

    const auto frame = [&] (std::uint32_t flags)
    {
        return "APETAGEX" + little (2000) + little (body.size() + 32) + little (items.size()) + little (flags)
               + std::string (8, '\0');
    };

    return hasHeader ? frame (0xA0000000) + body + frame (0x80000000) : body + frame (0);
}

inline std::string id3v1Tag()
{
    auto tag = "TAGTitle" + std::string (22, '\0') + "Artist";
    tag.resize (128, '\0');
    return tag;
}

} // namespace earmark::tests
