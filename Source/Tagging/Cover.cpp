// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Cover.h"

#include "Model/PictureInfo.h"

namespace earmark
{

const EmbeddedImage* coverToWrite (const Episode& episode, EpisodeTags policy, Notices& notices)
{
    const auto leftOut = [&] (std::string_view why) -> const EmbeddedImage*
    {
        notices.push_back ({ Notice::Grade::ignored, std::string (why), {} });
        return nullptr;
    };

    if (! episode.cover)
        return nullptr;

    const auto* image = std::get_if<EmbeddedImage> (&*episode.cover);

    if (image == nullptr)
        return leftOut ("The cover is a web address; only a picture itself goes into a file.");

    if (policy == EpisodeTags::keep)
        return leftOut ("The cover is not written, since the file's own tags are to stay as they are.");

    const auto kind = image->bytes == nullptr ? std::nullopt : pictureInfo (*image->bytes);

    if (! kind || image->mime != mimeOf (kind->kind))
        return leftOut ("The cover is not written: players know covers as JPEG and PNG only.");

    return image->bytes->size() <= maxCoverBytes
               ? image
               : leftOut ("The cover is not written: it is larger than the 16 MB that every file can hold.");
}

Notice coverStays()
{
    return { Notice::Grade::warning,
             "The file has a cover already, which stays; the episode's is another one.",
             {} };
}

void noteCover (std::string itemName, ContainerEdit& edit)
{
    edit.changes.emplace_back ("the cover is added");
    edit.changedItems.push_back (std::move (itemName));
}

} // namespace earmark
