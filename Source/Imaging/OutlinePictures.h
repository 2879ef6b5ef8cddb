// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <string>
#include <vector>

namespace earmark
{

/** What becomes of the cover and the pictures of chapters before they are written. */
enum class PictureFit
{
    keep,   ///< nothing: as they were given
    whole,  ///< each a baseline JPEG of up to 1400 pixels
    square, ///< each cut square, the chapters' all of one size, which is what an M4A needs
    alike ///< the chapters' as given where they are baseline JPEGs of one size, as an M4A takes them; else square
};

struct FittedPictures
{
    Outline outline;
    std::vector<std::string> changes; ///< a sentence for each picture of chapters that is another one now
    std::vector<std::string> coverChanges; ///< one sentence where the cover is
    Notices notices;                       ///< for each that could not be read, and is left out
};

/** Makes the embedded pictures fit; those that are only web addresses stay. One that several chapters share is made once. Fails
    where the chapters' cannot be decoded at all; the cover then stays as it is. */
Result<FittedPictures> fitPictures (Outline, PictureFit);

/** A picture file as an outline holds it. The kind comes from its first bytes; Kind::malformed where they are none of JPEG, PNG,
    WebP and GIF. */
Result<EmbeddedImage> embeddedImage (std::string bytes);

} // namespace earmark
