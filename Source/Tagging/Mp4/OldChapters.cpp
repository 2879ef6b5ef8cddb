// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/OldChapters.h"

#include "Tagging/Mp4/SampleTable.h"

#include <algorithm>

namespace earmark::mp4
{

namespace
{

bool isTrackOf (const Atom& atom, const std::set<TrackId>& ids)
{
    if (atom.type != "trak")
        return false;

    const auto info = infoOf (atom);

    // Players take titles and pictures from text and video tracks; anything else that is named so is somebody's content.
    return info && ids.contains (info->id)
           && (info->handler == "text" || info->handler == "sbtl" || info->handler == "vide"
               || info->handler == "subt");
}

std::vector<Extent> sortedAndJoined (std::vector<Extent> extents)
{
    std::ranges::sort (extents, {}, &Extent::offset);
    std::vector<Extent> joined;

    for (const auto& extent : extents)
    {
        if (extent.length == 0)
            continue;

        if (! joined.empty() && extent.offset <= joined.back().offset + joined.back().length)
            joined.back().length =
                std::max (joined.back().length, extent.offset + extent.length - joined.back().offset);
        else
            joined.push_back (extent);
    }

    return joined;
}

/** The samples of the tracks that go, as far as no other track uses them; none of a track whose tables are not to be trusted. */
std::vector<Extent> samplesToRemove (const std::vector<const Atom*>& going,
                                     const std::vector<Extent>& others,
                                     std::uint64_t fileSize)
{
    std::vector<Extent> theirs;

    for (const auto* trak : going)
        if (const auto chunks = chunksOf (*trak);
            chunks
            && std::ranges::all_of (*chunks, [&] (const Extent& e) { return e.isWithin (0, fileSize); }))
            theirs.insert (theirs.end(), chunks->begin(), chunks->end());

    theirs = sortedAndJoined (std::move (theirs));

    std::erase_if (theirs,
                   [&] (const Extent& extent)
                   {
                       const auto next =
                           std::ranges::upper_bound (others, extent.offset, {}, &Extent::offset);
                       const bool meetsNext =
                           next != others.end() && next->offset < extent.offset + extent.length;
                       const bool meetsPrevious =
                           next != others.begin() && (next - 1)->offset + (next - 1)->length > extent.offset;
                       return meetsNext || meetsPrevious;
                   });
    return theirs;
}

bool emptiedByTakingListOut (Atom& userData)
{
    const bool hadList = userData.find ("chpl") != nullptr;
    userData.removeAll ("chpl");
    return hadList && userData.children.empty() && userData.tail.empty() && userData.isParent;
}

Result<std::vector<Extent>> chunksWithin (const Atom& trak, std::uint64_t fileSize)
{
    auto chunks = chunksOf (trak);

    if (chunks)
        for (const auto& chunk : *chunks)
            if (! chunk.isWithin (0, fileSize))
                return failure (Error::Kind::malformed,
                                "One of its sample tables points beyond the end of the file: the file is "
                                "cut off or damaged.",
                                Place::atByte (chunk.offset));

    return chunks;
}

void dropChapterReferences (Atom& trak)
{
    for (auto& reference : trak.children)
        if (reference.type == "tref")
            reference.removeAll ("chap");

    std::erase_if (trak.children,
                   [] (const Atom& a)
                   { return a.type == "tref" && a.isParent && a.children.empty() && a.tail.empty(); });
}

} // namespace

Result<OldChapters> takeChaptersOut (Movie& movie, std::uint64_t fileSize)
{
    OldChapters old;
    const auto named = movie.chapterTracks();
    std::vector<const Atom*> going;

    for (const auto& atom : movie.moov.children)
    {
        if (atom.type != "trak")
            continue;

        const bool goes = isTrackOf (atom, named);

        if (const auto info = infoOf (atom))
            (goes ? old.going : old.staying).insert (info->id);

        if (goes)
        {
            going.push_back (&atom);
            continue;
        }

        // Where the bytes of a track are unknown, nothing can be moved safely.
        const auto chunks = chunksWithin (atom, fileSize);

        if (! chunks)
            return std::unexpected (chunks.error());

        old.stayingSamples.insert (old.stayingSamples.end(), chunks->begin(), chunks->end());
    }

    old.stayingSamples = sortedAndJoined (std::move (old.stayingSamples));
    old.removed = samplesToRemove (going, old.stayingSamples, fileSize);
    std::erase_if (movie.moov.children, [&] (const Atom& atom) { return isTrackOf (atom, named); });

    for (auto& trak : movie.moov.children)
        if (trak.type == "trak")
            dropChapterReferences (trak);

    std::erase_if (movie.moov.children,
                   [] (Atom& atom) { return atom.type == "udta" && emptiedByTakingListOut (atom); });
    return old;
}

} // namespace earmark::mp4
