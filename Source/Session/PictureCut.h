// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

namespace earmark
{

/** In pixels, or anything else that is square. */
struct PictureSize
{
    double width = 1, height = 1;
};

/** A place in a picture: shares of its width and its height. */
struct PicturePoint
{
    double x = 0, y = 0;
};

/** The square of a picture that is kept. A value. */
struct PictureCut
{
    PicturePoint centre { 0.5, 0.5 };
    double side = 1; ///< a share of the picture's shorter side

    bool operator== (const PictureCut& other) const
    {
        return centre.x == other.centre.x && centre.y == other.centre.y && side == other.side;
    }
};

/** Smaller squares show nothing on a player. */
inline constexpr double leastCutSide = 0.1;

/** Inside the picture, whatever was asked for. */
PictureCut inside (PictureCut, PictureSize);

PictureCut moved (PictureCut, PictureSize, PicturePoint by);

/** Around its middle, as far as there is room. */
PictureCut resized (PictureCut, PictureSize, double factor);

/** With one corner fixed and the opposite one at the pointer, or as near as a square comes. */
PictureCut spanned (PictureSize, PicturePoint fixed, PicturePoint pointer);

} // namespace earmark
