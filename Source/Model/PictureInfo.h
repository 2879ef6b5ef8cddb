// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <cstdint>
#include <optional>
#include <string_view>

// What the first bytes of a picture file say, without decoding it.

namespace earmark
{

/** The kinds of picture files that Earmark takes. */
enum class PictureKind
{
    jpeg,
    png,
    gif,
    webp
};

/** Kind::malformed for anything else. */
Result<PictureKind> pictureKind (std::string_view bytes);

std::string_view mimeOf (PictureKind);

struct PixelSize
{
    std::uint16_t width = 0, height = 0;

    bool operator== (const PixelSize&) const = default;
};

struct PictureInfo
{
    PictureKind kind;
    PixelSize pixels;

    bool operator== (const PictureInfo&) const = default;
};

/** Of JPEG and PNG (RFC 2083, 4.1.1); none for anything else, and where there are no pixels. */
std::optional<PictureInfo> pictureInfo (std::string_view bytes);

/** ITU-T T.81, B.2.2. */
struct JpegHeader
{
    PixelSize pixels;
    std::uint8_t frame = 0; ///< the frame header's marker, C0 to CF
    std::uint8_t bits = 0;  ///< of a sample
    std::uint8_t components = 0;
    bool hasExif = false; ///< which may ask for the picture to be turned

    bool isBaseline() const { return frame == 0xC0 && bits == 8 && (components == 1 || components == 3); }

    /** The markers C2, C6, CA and CE (table B.1). */
    bool isProgressive() const { return frame % 4 == 2; }
};

/** None for what is no JPEG, or only the beginning of a header. */
std::optional<JpegHeader> jpegHeader (std::string_view bytes);

} // namespace earmark
