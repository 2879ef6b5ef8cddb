// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Bytes.h"
#include "Support/TemporaryFolder.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

// Chunks of WAV and AIFF files by hand.

namespace earmark::tests
{

inline std::string chunk (std::string_view id, std::string body, bool bigEndian = false)
{
    const auto size = std::uint32_t (body.size());
    body.resize (body.size() + body.size() % 2);
    return std::string (id) + (bigEndian ? bytes::big32 (size) : bytes::toLittle (size)) + body;
}

/** The file with chunks in front of its audio and behind it. */
inline std::string
with (const std::filesystem::path& file, const std::string& before, const std::string& behind)
{
    auto content = bytesOf (file);
    const bool bigEndian = content.starts_with ("FORM");
    content.insert (12, before);
    content += behind;
    const auto size = std::uint32_t (content.size() - 8);
    return content.replace (4, 4, bigEndian ? bytes::big32 (size) : bytes::toLittle (size));
}

inline std::string cuePoint (std::uint32_t id, std::uint32_t sample)
{
    return bytes::toLittle (id) + bytes::toLittle (sample) + "data" + std::string (8, '\0')
           + bytes::toLittle (sample);
}

} // namespace earmark::tests
