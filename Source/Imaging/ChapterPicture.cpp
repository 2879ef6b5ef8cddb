// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/ChapterPicture.h"

#include "Imaging/PictureDecoder.h"
#include "Model/PictureInfo.h"

#include <juce_graphics/juce_graphics.h>

#include <algorithm>

namespace earmark
{

namespace
{

struct Size
{
    int width = 0, height = 0;

    bool operator== (const Size&) const = default;
};

int largestSquare (int width, int height)
{
    return std::min ({ width, height, maxPictureSide });
}

/** A JPEG that every device shows, whole, and as it is stored. */
bool isPlainJpeg (std::string_view bytes)
{
    const auto header = jpegHeader (bytes);
    return header && header->isBaseline() && ! header->hasExif && bytes.ends_with ("\xFF\xD9");
}

/** Decoders show what is there of such a picture, and grey for the rest. */
bool isCutOff (std::string_view bytes)
{
    const auto info = pictureInfo (bytes);
    return info
           && ((info->kind == PictureKind::jpeg && ! bytes.contains ("\xFF\xD9"))
               || (info->kind == PictureKind::png && ! bytes.contains ("IEND")));
}

/** What the stored picture is scaled to, and how much of its middle is kept. */
struct Plan
{
    Size scaled, kept;
};

Plan planFor (Size size, const PictureShape& shape)
{
    const auto times = [&] (double share)
    {
        return Size { std::max (1, juce::roundToInt (size.width * share)),
                      std::max (1, juce::roundToInt (size.height * share)) };
    };

    if (const auto* square = std::get_if<SquarePicture> (&shape))
    {
        const auto side = std::max (1, square->side.value_or (largestSquare (size.width, size.height)));
        return { times (double (side) / std::min (size.width, size.height)), { side, side } };
    }

    if (const auto* part = std::get_if<PicturePart> (&shape))
    {
        const auto stored = std::max (1.0, part->side * std::min (size.width, size.height));
        const auto side = std::clamp (juce::roundToInt (stored), 1, maxPictureSide);
        return { times (side / stored), { side, side } };
    }

    const auto whole = times (std::min (1.0, double (maxPictureSide) / std::max (size.width, size.height)));
    return { whole, whole };
}

juce::Image imageOf (const std::vector<std::uint8_t>& bgra, Size size)
{
    juce::Image image (juce::Image::ARGB, size.width, size.height, false, juce::SoftwareImageType());
    const juce::Image::BitmapData target (image, juce::Image::BitmapData::writeOnly);
    const auto* pixel = bgra.data();

    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x, pixel += 4)
            target.setPixelColour (x, y, juce::Colour (pixel[2], pixel[1], pixel[0], pixel[3]));

    return image;
}

/** Moves the middle of the stored picture to the middle of the new one, turned as it is meant to be seen. */
juce::AffineTransform placing (Size from, Size to, const DecodedPicture::Orientation& turn)
{
    const auto [xx, xy, yx, yy] = turn;
    return juce::AffineTransform::translation (-0.5f * float (from.width), -0.5f * float (from.height))
        .followedBy (juce::AffineTransform (float (xx), float (xy), 0, float (yx), float (yy), 0))
        .translated (0.5f * float (to.width), 0.5f * float (to.height));
}

/** How far the part's middle is from the picture's, in pixels of the scaled picture as it is seen. */
juce::Point<float> middleOf (const PictureShape& shape, Size seen)
{
    const auto* part = std::get_if<PicturePart> (&shape);
    return part != nullptr
               ? juce::Point<double> ((part->centreX - 0.5) * seen.width, (part->centreY - 0.5) * seen.height)
                     .toFloat()
               : juce::Point<float>();
}

} // namespace

Result<std::string> chapterPicture (std::string_view bytes, const PictureShape& shape)
{
    // Those that are fit need no decoder, which takes its time to be opened.
    if (const auto info = pictureInfo (bytes);
        info && isPlainJpeg (bytes) && ! std::holds_alternative<PicturePart> (shape))
        if (const Size stored { info->pixels.width, info->pixels.height };
            planFor (stored, shape).kept == stored)
            return std::string (bytes);

    if (isCutOff (bytes))
        return failure (Error::Kind::malformed, "The picture is cut off: its end is missing.");

    const auto picture = DecodedPicture::of (bytes);

    if (! picture)
        return std::unexpected (picture.error());

    const auto [scaled, kept] = planFor ({ picture->width(), picture->height() }, shape);
    const auto turn = picture->orientation();

    if (std::int64_t (scaled.width) * scaled.height > DecodedPicture::maxPixels)
        return failure (Error::Kind::tooLarge, "The picture is too narrow to be cut square.");

    const auto pixels = picture->bgra (scaled.width, scaled.height);

    if (! pixels)
        return std::unexpected (pixels.error());

    const auto isOnItsSide = turn[0] == 0;
    const auto shown = isOnItsSide ? Size { kept.height, kept.width } : kept;

    const auto seen = isOnItsSide ? Size { scaled.height, scaled.width } : scaled;

    // JPEG knows no transparency: what shows through is white.
    const juce::Image flat (juce::Image::RGB, shown.width, shown.height, false, juce::SoftwareImageType());

    {
        juce::Graphics g (flat);
        g.fillAll (juce::Colours::white);
        g.drawImageTransformed (imageOf (*pixels, scaled),
                                placing (scaled, shown, turn).translated (-middleOf (shape, seen)));
    }

    juce::JPEGImageFormat format;
    format.setQuality (0.9f);
    juce::MemoryOutputStream stream;

    if (! format.writeImageToStream (flat, stream))
        return failure (Error::Kind::tooLarge, "The picture could not be made into a JPEG.");

    return std::string (static_cast<const char*> (stream.getData()), stream.getDataSize());
}

Result<int> squareSide (std::string_view bytes)
{
    if (const auto info = pictureInfo (bytes))
        return largestSquare (info->pixels.width, info->pixels.height);

    return DecodedPicture::of (bytes).transform (
        [] (const DecodedPicture& picture) { return largestSquare (picture.width(), picture.height()); });
}

} // namespace earmark
