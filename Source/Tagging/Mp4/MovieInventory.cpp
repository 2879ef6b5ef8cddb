// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/MovieInventory.h"

#include "Foundation/Bytes.h"
#include "Tagging/Mp4/Movie.h"
#include "Tagging/Mp4/SampleTable.h"

#include <algorithm>
#include <format>

namespace earmark::mp4
{

namespace
{

bool isPicturesOrTitles (const TrackInfo& info)
{
    return info.handler == "text" || info.handler == "sbtl" || info.handler == "subt"
           || info.handler == "vide";
}

/** Lists the leaves below an atom with their paths. Takes what they hold: the tables of a long file are megabytes. */
void list (Atom& atom, const std::string& path, const std::set<TrackId>& chapterTracks, Inventory& inventory)
{
    const auto here = path.empty() ? atom.type : path + "/" + atom.type;

    if (! atom.isParent)
    {
        inventory.items.push_back ({ here, std::move (atom.payload) });
        return;
    }

    // The versions and flags of a parent, and what follows its children, are somebody's too.
    if (! atom.payload.empty() || ! atom.tail.empty())
        inventory.items.push_back ({ here + " (fields)", atom.payload + atom.tail });

    for (auto& child : atom.children)
    {
        if (child.type == "trak")
        {
            const auto info = infoOf (child);

            if (info && chapterTracks.contains (info->id) && isPicturesOrTitles (*info))
                continue;
        }

        const bool isOurs =
            (here == "moov/udta" && child.type == "chpl") || (atom.type == "tref" && child.type == "chap");
        const bool isOffsets = atom.type == "stbl" && (child.type == "stco" || child.type == "co64");

        if (isOurs || isOffsets)
            continue;

        if (here == "moov" && child.type == "mvhd" && child.payload.size() > 4)
            inventory.items.push_back (
                { "moov/mvhd",
                  child.payload.substr (0, child.payload.size() - 4) }); // without the next track's number
        else
            list (child, here, chapterTracks, inventory);
    }
}

} // namespace

std::string metadataItemName (std::string_view type)
{
    return std::format ("moov/udta/meta/ilst/{}", type);
}

std::vector<std::string> metadataFrameNames()
{
    return { "moov/udta/meta (fields)", "moov/udta/meta/hdlr" };
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    auto movie = readMovie (*source);

    if (! movie)
        return std::unexpected (movie.error());

    const auto chapterTracks = movie->chapterTracks();
    Inventory inventory;

    for (const auto& trak : movie->moov.children)
    {
        if (trak.type != "trak")
            continue;

        const auto info = infoOf (trak);

        if (! info)
            return std::unexpected (info.error());

        if (chapterTracks.contains (info->id) && isPicturesOrTitles (*info))
            continue;

        const auto chunks = chunksOf (trak);

        if (! chunks)
            return std::unexpected (chunks.error());

        inventory.media.insert (inventory.media.end(), chunks->begin(), chunks->end());
    }

    list (movie->moov, {}, chapterTracks, inventory);

    for (const auto& atom : movie->atoms)
    {
        // What an mdat holds is known by the tracks; padding is nobody's.
        if (atom.type == "moov" || atom.type == "mdat" || atom.type == "free" || atom.type == "skip")
            continue;

        inventory.items.push_back ({ "top level", atom.type });
        inventory.media.push_back ({ atom.offset, atom.size });
    }

    if (movie->end() < source->size())
    {
        inventory.items.push_back ({ "bytes behind the last atom", {} });
        inventory.media.push_back ({ movie->end(), source->size() - movie->end() });
    }

    return inventory;
}

} // namespace earmark::mp4
