// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/PictureCut.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

namespace
{

double shorter (PictureSize size)
{
    return std::min (size.width, size.height);
}

} // namespace

PictureCut inside (PictureCut cut, PictureSize size)
{
    cut.side = std::clamp (cut.side, leastCutSide, 1.0);
    const auto half = cut.side * shorter (size) / 2;
    const auto keep = [half] (double at, double length)
    {
        const auto least = std::min (0.5, half / length); // rounding must not turn the limits round
        return std::clamp (at, least, 1 - least);
    };
    cut.centre = { keep (cut.centre.x, size.width), keep (cut.centre.y, size.height) };
    return cut;
}

PictureCut moved (PictureCut cut, PictureSize size, PicturePoint by)
{
    cut.centre = { cut.centre.x + by.x, cut.centre.y + by.y };
    return inside (cut, size);
}

PictureCut resized (PictureCut cut, PictureSize size, double factor)
{
    cut.side *= factor;
    return inside (cut, size);
}

PictureCut spanned (PictureSize size, PicturePoint fixed, PicturePoint pointer)
{
    const auto right = pointer.x >= fixed.x, down = pointer.y >= fixed.y;
    const auto roomX = (right ? 1 - fixed.x : fixed.x) * size.width;
    const auto roomY = (down ? 1 - fixed.y : fixed.y) * size.height;
    const auto wanted =
        std::max (std::abs (pointer.x - fixed.x) * size.width, std::abs (pointer.y - fixed.y) * size.height);
    const auto side = std::max (std::min ({ wanted, roomX, roomY }), leastCutSide * shorter (size));
    const PicturePoint centre { fixed.x + (right ? side : -side) / 2 / size.width,
                                fixed.y + (down ? side : -side) / 2 / size.height };
    return inside ({ centre, side / shorter (size) }, size);
}

} // namespace earmark
