// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace earmark
{

struct PixelSize
{
    std::uint16_t width = 0, height = 0;

    bool operator== (const PixelSize&) const = default;
};

/** What the first bytes of a picture say. */
struct PictureInfo
{
    enum class Kind
    {
        jpeg,
        png
    };

    Kind kind;
    PixelSize pixels;

    bool operator== (const PictureInfo&) const = default;
};

/** Of JPEG (ITU-T T.81, B.2.2) and PNG (RFC 2083, 4.1.1); none for anything else, and where there are no pixels. */
std::optional<PictureInfo> pictureInfo (std::string_view bytes);

} // namespace earmark
