// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace earmark
{

/** The longest side of a chapter's picture, in pixels: what players and hosts take without complaint. */
inline constexpr int maxPictureSide = 1400;

/** The whole picture, scaled down to maxPictureSide where it is larger. */
struct WholePicture
{};

/** Its middle square. */
struct SquarePicture
{
    /** In pixels; without one as large as the picture gives, up to maxPictureSide. */
    std::optional<int> side;
};

/** Any square of it, up to maxPictureSide; what would lie outside is white. */
struct PicturePart
{
    double centreX = 0.5, centreY = 0.5; ///< shares of the picture as it is seen
    double side = 1;                     ///< a share of its shorter side
};

using PictureShape = std::variant<WholePicture, SquarePicture, PicturePart>;

/** A JPEG, PNG, WebP or GIF made fit for a chapter: the way a camera was held is carried out, what shows through is white, and the
    result is a baseline JPEG. One that is fit already comes back as it is. Fails as DecodedPicture::of() does. Needs no display. */
Result<std::string> chapterPicture (std::string_view bytes, const PictureShape&);

/** The shorter side of a picture, in pixels, up to maxPictureSide. */
Result<int> squareSide (std::string_view bytes);

} // namespace earmark
