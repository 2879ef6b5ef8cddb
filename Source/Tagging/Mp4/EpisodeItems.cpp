// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/EpisodeItems.h"

#include "Foundation/Text.h"
#include "Model/PictureInfo.h"
#include "Tagging/Cover.h"
#include "Tagging/Mp4/Items.h"
#include "Tagging/Mp4/MovieInventory.h"

#include <format>

namespace earmark::mp4
{

namespace
{

/** False where the metadata does not take it, which is said under the name. */
bool put (Atom& moov,
          std::string_view item,
          ItemKind kind,
          std::string_view value,
          std::string_view name,
          ContainerEdit& edit)
{
    const bool hadMetadata = moov.at ("udta", "meta") != nullptr;

    if (! setItem (moov, item, kind, value))
    {
        edit.notices.push_back (
            { Notice::Grade::warning,
              std::format ("{} could not be set: the file's metadata has an unusual form.", name),
              {} });
        return false;
    }

    if (! hadMetadata)
        edit.changedItems.append_range (metadataFrameNames());

    return true;
}

void putText (Atom& moov,
              std::string_view item,
              std::string_view name,
              const std::string& text,
              EpisodeTags policy,
              ContainerEdit& edit)
{
    const auto old = itemText (moov, item);
    const auto line = collapseSpaces (toValidUtf8 (text));

    if (line.empty() || policy == EpisodeTags::keep || old == line
        || (policy == EpisodeTags::fillEmpty && ! trim (old).empty())
        || ! put (moov, item, ItemKind::text, line, name, edit))
        return;

    edit.changes.push_back (std::format ("{} is set to '{}'", name, line));
    edit.changedItems.push_back (metadataItemName (item));
}

void putCover (Atom& moov, const Episode& episode, EpisodeTags policy, ContainerEdit& edit)
{
    const auto cover = coverToWrite (episode, policy, edit.notices);

    if (! cover)
        return;

    if (const auto* old = findItem (moov, coverItem))
    {
        if (! old->payload.contains (*cover->bytes))
            edit.notices.push_back (coverStays (policy));

        return;
    }

    const auto kind = cover->mime == mimeOf (PictureKind::png) ? ItemKind::png : ItemKind::jpeg;

    if (put (moov, coverItem, kind, *cover->bytes, "the cover", edit))
        noteCover (metadataItemName (coverItem), edit);
}

} // namespace

void putEpisode (Atom& moov, const Episode& episode, EpisodeTags policy, ContainerEdit& edit)
{
    putText (moov, titleItem, "the title", episode.title, policy, edit);
    putText (moov, albumItem, "the album", episode.show, policy, edit);
    putCover (moov, episode, policy, edit);
}

} // namespace earmark::mp4
