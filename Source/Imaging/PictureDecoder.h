// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace earmark
{

/** A picture file, decoded: on Linux by FFmpeg (JPEG, also of four colours, PNG, GIF, WebP), elsewhere by the system through JUCE. */
class DecodedPicture
{
public:
    /** Fails with Kind::malformed for what is no picture or a damaged one, with Kind::tooLarge beyond maxPixels. */
    static Result<DecodedPicture> of (std::string_view bytes);

    DecodedPicture (DecodedPicture&&) noexcept;
    DecodedPicture& operator= (DecodedPicture&&) noexcept;
    ~DecodedPicture();

    static constexpr std::int64_t maxPixels = 100'000'000;

    /** As it is stored, in pixels. */
    int width() const;
    int height() const;

    /** How a camera was held, as a matrix {xx, xy, yx, yy} of -1, 0 and 1: the pixel (x, y) is meant to be seen at
        (xx x + xy y, yx x + yy y), with y downward, moved to where nothing is negative. */
    using Orientation = std::array<int, 4>;
    static constexpr Orientation upright { 1, 0, 0, 1 };
    Orientation orientation() const;

    /** Scaled to that many pixels: blue, green, red and alpha as four bytes, rows from the top without gaps; colours are not
        multiplied with alpha. */
    Result<std::vector<std::uint8_t>> bgra (int width, int height) const;

private:
    struct Content;
    std::unique_ptr<Content> content;

    explicit DecodedPicture (std::unique_ptr<Content>);
};

} // namespace earmark
