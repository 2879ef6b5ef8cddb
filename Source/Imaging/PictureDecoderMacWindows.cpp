// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/PictureDecoder.h"

#include <juce_graphics/juce_graphics.h>

namespace earmark
{

struct DecodedPicture::Content
{
    juce::Image image;
};

DecodedPicture::DecodedPicture (std::unique_ptr<Content> decoded) : content (std::move (decoded)) {}

DecodedPicture::DecodedPicture (DecodedPicture&&) noexcept = default;
DecodedPicture& DecodedPicture::operator= (DecodedPicture&&) noexcept = default;
DecodedPicture::~DecodedPicture() = default;

Result<DecodedPicture> DecodedPicture::of (std::string_view bytes)
{
    auto decoded = std::make_unique<Content> (juce::ImageFileFormat::loadFrom (bytes.data(), bytes.size()));

    if (! decoded->image.isValid())
        return failure (Error::Kind::malformed,
                        "It is no picture that Earmark can read: take a JPEG or PNG.");

    return DecodedPicture (std::move (decoded));
}

int DecodedPicture::width() const
{
    return content->image.getWidth();
}

int DecodedPicture::height() const
{
    return content->image.getHeight();
}

/** The system turns pictures itself. */
DecodedPicture::Orientation DecodedPicture::orientation() const
{
    return upright;
}

Result<std::vector<std::uint8_t>> DecodedPicture::bgra (int width, int height) const
{
    const auto scaled = content->image.rescaled (width, height, juce::Graphics::highResamplingQuality);
    std::vector<std::uint8_t> pixels;
    pixels.reserve (std::size_t (width) * std::size_t (height) * 4);

    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
        {
            const auto colour = scaled.getPixelAt (x, y);
            pixels.insert (pixels.end(),
                           { colour.getBlue(), colour.getGreen(), colour.getRed(), colour.getAlpha() });
        }

    return pixels;
}

} // namespace earmark
