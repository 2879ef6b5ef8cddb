// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Picture.h"

#include "Tagging/Bytes.h"

namespace earmark
{

namespace
{

std::optional<PictureInfo> found (PictureInfo::Kind kind, std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0 || width > 0xFFFF || height > 0xFFFF)
        return {};

    return PictureInfo { kind, { std::uint16_t (width), std::uint16_t (height) } };
}

/** Frame headers are C0 to CF, but for the tables DHT, JPG and DAC among them. */
bool isFrameHeader (std::uint8_t marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureInfo> jpegInfo (std::string_view bytes)
{
    for (std::size_t at = 2; at + 9 <= bytes.size();)
    {
        if (bytes::u8 (bytes, at) != 0xFF)
            return {};

        const auto marker = bytes::u8 (bytes, at + 1);

        if (marker == 0xFF) // a fill byte
            ++at;
        else if (isFrameHeader (marker))
            return found (PictureInfo::Kind::jpeg, bytes::u16 (bytes, at + 7), bytes::u16 (bytes, at + 5));
        else
            at += 2 + std::size_t (bytes::u16 (bytes, at + 2));
    }

    return {};
}

} // namespace

std::optional<PictureInfo> pictureInfo (std::string_view bytes)
{
    constexpr std::string_view png = "\x89PNG\r\n\x1A\n";

    if (bytes.starts_with ("\xFF\xD8"))
        return jpegInfo (bytes);

    if (bytes.starts_with (png) && bytes.size() >= 24)
        return found (PictureInfo::Kind::png, bytes::u32 (bytes, 16), bytes::u32 (bytes, 20));

    return {};
}

} // namespace earmark
