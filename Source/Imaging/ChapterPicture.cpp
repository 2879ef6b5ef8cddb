// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/ChapterPicture.h"

#include <juce_graphics/juce_graphics.h>

#include <algorithm>

namespace earmark
{

Result<std::string> chapterPicture (std::string_view bytes, bool square)
{
    auto image = juce::ImageFileFormat::loadFrom (bytes.data(), bytes.size());

    if (! image.isValid())
        return failure (Error::Kind::malformed,
                        "It is no picture that Earmark can read: take a JPEG or PNG.");

    const auto isJpeg = bytes.starts_with ("\xFF\xD8\xFF");

    if (isJpeg && std::max (image.getWidth(), image.getHeight()) <= maxPictureSide
        && (! square || image.getWidth() == image.getHeight()))
        return std::string (bytes);

    if (square)
    {
        const auto side = std::min (image.getWidth(), image.getHeight());
        image = image.getClippedImage (image.getBounds().withSizeKeepingCentre (side, side));
    }

    const auto longest = std::max (image.getWidth(), image.getHeight());
    const auto share = std::min (1.0, double (maxPictureSide) / longest);
    const auto width = std::max (1, juce::roundToInt (image.getWidth() * share));
    const auto height = std::max (1, juce::roundToInt (image.getHeight() * share));

    // JPEG knows no transparency: what shows through is white.
    const juce::Image flat (juce::Image::RGB, width, height, false, juce::SoftwareImageType());

    {
        juce::Graphics g (flat);
        g.fillAll (juce::Colours::white);
        g.setImageResamplingQuality (juce::Graphics::highResamplingQuality);
        g.drawImage (image, flat.getBounds().toFloat());
    }

    juce::JPEGImageFormat format;
    format.setQuality (0.9f);
    juce::MemoryOutputStream stream;

    if (! format.writeImageToStream (flat, stream))
        return failure (Error::Kind::tooLarge, "The picture could not be made into a JPEG.");

    return std::string (static_cast<const char*> (stream.getData()), stream.getDataSize());
}

} // namespace earmark
