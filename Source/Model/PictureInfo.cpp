// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/PictureInfo.h"

#include "Foundation/Bytes.h"

#include <utility>

namespace earmark
{

namespace
{

constexpr std::string_view jpegBeginning = "\xFF\xD8", pngBeginning = "\x89PNG\r\n\x1A\n";

/** Frame headers are C0 to CF, but for the tables DHT, JPG and DAC among them. */
bool isFrameHeader (std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PixelSize> pngSize (std::string_view bytes)
{
    if (bytes.size() < 24)
        return {};

    const auto width = bytes::u32 (bytes, 16), height = bytes::u32 (bytes, 20);

    if (width == 0 || height == 0 || width > 0xFFFF || height > 0xFFFF)
        return {};

    return PixelSize { std::uint16_t (width), std::uint16_t (height) };
}

} // namespace

Result<PictureKind> pictureKind (std::string_view bytes)
{
    if (bytes.starts_with (jpegBeginning))
        return PictureKind::jpeg;

    if (bytes.starts_with (pngBeginning))
        return PictureKind::png;

    if (bytes.starts_with ("GIF8"))
        return PictureKind::gif;

    if (bytes.starts_with ("RIFF") && bytes.substr (0, 12).ends_with ("WEBP"))
        return PictureKind::webp;

    return failure (Error::Kind::malformed,
                    "It is no picture that Earmark can read: take a JPEG, PNG, WebP or GIF.");
}

std::string_view mimeOf (PictureKind kind)
{
    switch (kind)
    {
        case PictureKind::jpeg:
            return "image/jpeg";
        case PictureKind::png:
            return "image/png";
        case PictureKind::gif:
            return "image/gif";
        case PictureKind::webp:
            return "image/webp";
    }

    std::unreachable();
}

std::optional<JpegHeader> jpegHeader (std::string_view bytes)
{
    if (! bytes.starts_with (jpegBeginning))
        return {};

    JpegHeader header;

    for (std::size_t at = 2; at + 10 <= bytes.size();)
    {
        if (bytes::u8 (bytes, at) != 0xFF)
            return {};

        const auto marker = bytes::u8 (bytes, at + 1);

        if (marker == 0xFF) // a fill byte
        {
            ++at;
            continue;
        }

        if (isFrameHeader (marker))
        {
            header.frame = marker;
            header.bits = bytes::u8 (bytes, at + 4);
            header.pixels = { bytes::u16 (bytes, at + 7), bytes::u16 (bytes, at + 5) };
            header.components = bytes::u8 (bytes, at + 9);
            return header;
        }

        header.hasExif = header.hasExif || (marker == 0xE1 && bytes.substr (at + 4, 4) == "Exif");
        at += 2 + std::size_t (bytes::u16 (bytes, at + 2));
    }

    return {};
}

std::optional<PictureInfo> pictureInfo (std::string_view bytes)
{
    if (const auto jpeg = jpegHeader (bytes); jpeg && jpeg->pixels.width > 0 && jpeg->pixels.height > 0)
        return PictureInfo { PictureKind::jpeg, jpeg->pixels };

    if (bytes.starts_with (pngBeginning))
        return pngSize (bytes).transform ([] (PixelSize size)
                                          { return PictureInfo { PictureKind::png, size }; });

    return {};
}

} // namespace earmark
