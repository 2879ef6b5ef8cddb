// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Xiph/Pictures.h"

#include "Foundation/Text.h"
#include "Model/PictureInfo.h"
#include "Tagging/Cover.h"
#include "Tagging/TagLibText.h"

#include <taglib/flacpicture.h>

#include <algorithm>
#include <array>
#include <format>

namespace earmark::xiph
{

namespace
{

constexpr std::string_view pictureKey = "METADATA_BLOCK_PICTURE";

/** The second is how it was done before there was the first. */
constexpr std::array<std::string_view, 2> keys { pictureKey, "COVERART" };

bool isPicture (const std::string& comment)
{
    const auto key = std::string_view (comment).substr (0, comment.find ('='));
    return std::ranges::any_of (keys, [&] (std::string_view k) { return equalsIgnoringCase (key, k); });
}

} // namespace

std::string renderPicture (const EmbeddedImage& image)
{
    constexpr int bitsOfColour = 24;
    TagLib::FLAC::Picture picture;
    picture.setType (TagLib::FLAC::Picture::FrontCover);
    picture.setMimeType (toTagLib (image.mime));
    picture.setData (
        TagLib::ByteVector (image.bytes->data(), static_cast<unsigned int> (image.bytes->size())));

    if (const auto info = pictureInfo (*image.bytes))
    {
        picture.setWidth (info->pixels.width);
        picture.setHeight (info->pixels.height);
        picture.setColorDepth (bitsOfColour);
    }

    const auto rendered = picture.render();
    return { rendered.data(), rendered.size() };
}

bool hasPicture (const Comments& comments)
{
    return std::ranges::any_of (comments.list, isPicture);
}

bool holdsPicture (const Comments& comments, std::string_view bytes)
{
    return std::ranges::any_of (comments.list,
                                [&] (const std::string& comment)
                                {
                                    if (! isPicture (comment))
                                        return false;

                                    const auto text =
                                        comment.substr (std::min (comment.size(), comment.find ('=')) + 1);
                                    const auto block = TagLib::ByteVector::fromBase64 (TagLib::ByteVector (
                                        text.data(), static_cast<unsigned int> (text.size())));
                                    return std::string_view (block.data(), block.size()).ends_with (bytes);
                                });
}

void putCover (Comments& comments, const Episode& episode, EpisodeTags policy, ContainerEdit& edit)
{
    const auto cover = coverToWrite (episode, policy, edit.notices);

    if (! cover)
        return;

    const auto block = renderPicture (*cover);
    const auto text = TagLib::ByteVector (block.data(), static_cast<unsigned int> (block.size())).toBase64();
    auto comment = std::format ("{}={}", pictureKey, std::string_view (text.data(), text.size()));

    if (! hasPicture (comments))
    {
        comments.list.push_back (std::move (comment));
        noteCover (std::format ("comment {}", pictureKey), edit);
    }
    else if (! holdsPicture (comments, *cover->bytes))
        edit.notices.push_back (coverStays (policy));
}

} // namespace earmark::xiph
