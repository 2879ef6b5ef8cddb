// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Cover.h"

#include "Model/PictureInfo.h"

#include <algorithm>

namespace earmark
{

namespace
{

constexpr std::string_view coverIsAdded = "the cover is added";

} // namespace

std::optional<EmbeddedImage> coverToWrite (const Episode& episode, EpisodeTags policy, Notices& notices)
{
    const auto leftOut = [&] (std::string_view why) -> std::optional<EmbeddedImage>
    {
        notices.push_back ({ Notice::Grade::ignored, std::string (why), {} });
        return {};
    };

    if (! episode.cover)
        return {};

    const auto* image = std::get_if<EmbeddedImage> (&*episode.cover);

    if (image == nullptr)
        return leftOut ("The cover is only an address; only a picture itself goes into a file.");

    if (policy == EpisodeTags::keep)
        return leftOut ("The cover is not written, since the file's own tags are to stay as they are.");

    const auto info = image->bytes == nullptr ? std::nullopt : pictureInfo (*image->bytes);

    if (! info)
        return leftOut ("The cover is not written: players know covers as JPEG and PNG only.");

    if (image->bytes->size() > maxCoverBytes)
        return leftOut ("The cover is not written: it is larger than the 16 MB that every file can hold.");

    return EmbeddedImage { std::string (mimeOf (info->kind)), image->bytes };
}

Notice coverStays (EpisodeTags policy)
{
    return {
        Notice::Grade::warning,
        policy == EpisodeTags::replace
            ? "The file has a cover already, which stays: only its title and album are replaced. Take the "
              "cover out of the file first, and the episode's goes in."
            : "The file has a cover already, which stays; the episode's is another one.",
        {}
    };
}

void noteCover (std::string itemName, ContainerEdit& edit)
{
    edit.changes.emplace_back (coverIsAdded);
    edit.changedItems.push_back (std::move (itemName));
}

bool addsCover (const ContainerEdit& edit)
{
    return std::ranges::contains (edit.changes, coverIsAdded);
}

} // namespace earmark
