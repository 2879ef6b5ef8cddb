// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Rebuild.h"

#include "Tagging/Bytes.h"

#include <algorithm>
#include <format>

namespace earmark::mp4
{

namespace
{

constexpr std::uint64_t moveUnit = 4096;
constexpr std::uint64_t atomHeader = 8;

/** How far the bytes of an extent of the old file move. Sorted by offset, without overlap. */
struct Move
{
    std::uint64_t begin;
    std::uint64_t end;
    std::int64_t by;
};

/** A top-level atom of the old file and what is left of it. */
struct Kept
{
    Span span;
    std::vector<Extent> removed; ///< inside its payload, sorted

    std::uint64_t removedBytes() const
    {
        std::uint64_t sum = 0;

        for (const auto& extent : removed)
            sum += extent.length;

        return sum;
    }

    bool isEmptied() const { return ! removed.empty() && removedBytes() == span.size - span.headerSize; }
    std::uint64_t newSize() const { return isEmptied() ? 0 : span.size - removedBytes(); }
};

bool isTrackOf (const Atom& atom, const std::set<TrackId>& ids)
{
    if (atom.type != "trak")
        return false;

    const auto info = infoOf (atom);

    // Players take titles and pictures from text and video tracks; anything else that is named so is somebody's content.
    return info && ids.contains (info->id) && (info->handler == "text" || info->handler == "sbtl" || info->handler == "vide" || info->handler == "subt");
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
            joined.back().length = std::max (joined.back().length, extent.offset + extent.length - joined.back().offset);
        else
            joined.push_back (extent);
    }

    return joined;
}

/** The samples of the tracks that go, as far as no other track uses them; none where the tables are not to be trusted. */
std::vector<Extent> samplesToRemove (const std::vector<const Atom*>& going, const std::vector<const Atom*>& staying)
{
    std::vector<Extent> theirs, others;

    for (const auto* trak : going)
    {
        const auto chunks = chunksOf (*trak);

        if (! chunks)
            return {};

        theirs.insert (theirs.end(), chunks->begin(), chunks->end());
    }

    for (const auto* trak : staying)
    {
        const auto chunks = chunksOf (*trak);

        if (! chunks)
            return {};

        others.insert (others.end(), chunks->begin(), chunks->end());
    }

    theirs = sortedAndJoined (std::move (theirs));
    others = sortedAndJoined (std::move (others));

    std::erase_if (theirs,
                   [&] (const Extent& extent)
                   {
                       const auto next = std::ranges::upper_bound (others, extent.offset, {}, &Extent::offset);
                       const bool meetsNext = next != others.end() && next->offset < extent.offset + extent.length;
                       const bool meetsPrevious = next != others.begin() && (next - 1)->offset + (next - 1)->length > extent.offset;
                       return meetsNext || meetsPrevious;
                   });
    return theirs;
}

/** Only zeros: padding, which may be used up. A `free` with something in it is somebody's. */
bool isPadding (const ByteSource& source, const Span& atom)
{
    constexpr std::uint64_t largest = 16u << 20;

    if ((atom.type != "free" && atom.type != "skip") || atom.size > largest || atom.headerSize != atomHeader || atom.toEnd)
        return false;

    const auto payload = source.read (atom.payload(), std::size_t (atom.size - atom.headerSize));
    return payload && payload->find_first_not_of ('\0') == std::string::npos;
}

class Rebuilder
{
public:
    Rebuilder (std::shared_ptr<const ByteSource> original, Movie oldMovie, const NewChapters& newChapters)
        : source (std::move (original)), movie (std::move (oldMovie)), chapters (newChapters)
    {
    }

    Result<PieceTable> run()
    {
        takeOldChaptersOut();

        if (chapters.plan != nullptr && ! chapters.plan->chapters.empty())
            putNewChaptersIn();

        return layOut();
    }

private:
    std::shared_ptr<const ByteSource> source;
    Movie movie;
    const NewChapters& chapters;

    std::vector<Kept> kept; // top-level atoms but moov and the padding behind it
    std::size_t keptBeforeMoov = 0;
    TitleSamples samples;
    TrackId newTrack = 0;

    void takeOldChaptersOut()
    {
        const auto ids = movie.chapterTracks();
        std::vector<const Atom*> going, staying;
        TrackId highest = 0, highestStaying = 0;

        for (const auto& atom : movie.moov.children)
        {
            if (atom.type != "trak")
                continue;

            const bool goes = isTrackOf (atom, ids);
            (goes ? going : staying).push_back (&atom);

            if (const auto info = infoOf (atom))
            {
                highest = std::max (highest, info->id);
                highestStaying = goes ? highestStaying : std::max (highestStaying, info->id);
            }
        }

        collectKept (going.empty() ? std::vector<Extent> {} : samplesToRemove (going, staying));
        std::erase_if (movie.moov.children, [&] (const Atom& atom) { return isTrackOf (atom, ids); });

        for (auto& trak : movie.moov.children)
            if (trak.type == "trak")
                dropChapterReferences (trak, ids);

        if (auto* userData = movie.moov.find ("udta"))
        {
            const bool hadList = userData->find ("chpl") != nullptr;
            userData->removeAll ("chpl");

            if (hadList && userData->children.empty() && userData->tail.empty() && userData->isParent)
                movie.moov.removeAll ("udta");
        }

        newTrack = highestStaying + 1;

        // The number of the next track goes back only where our own track was the last one given out.
        auto* header = movie.moov.find ("mvhd");
        auto& fields = header->payload;
        const auto next = bytes::u32 (fields, fields.size() - 4);

        if (! going.empty() && next == highest + 1)
            setNextTrack (highestStaying + 1);
    }

    void setNextTrack (TrackId id)
    {
        auto& fields = movie.moov.find ("mvhd")->payload;
        fields.replace (fields.size() - 4, 4, bytes::big32 (id));
    }

    static void dropChapterReferences (Atom& trak, const std::set<TrackId>& ids)
    {
        for (auto& reference : trak.children)
        {
            if (reference.type != "tref")
                continue;

            std::erase_if (reference.children,
                           [&] (const Atom& list)
                           {
                               if (list.type != "chap")
                                   return false;

                               for (std::size_t at = 0; at + 4 <= list.payload.size(); at += 4)
                                   if (! ids.contains (bytes::u32 (list.payload, at)))
                                       return false;

                               return true;
                           });
        }

        std::erase_if (trak.children, [] (const Atom& a) { return a.type == "tref" && a.isParent && a.children.empty() && a.tail.empty(); });
    }

    void collectKept (const std::vector<Extent>& removed)
    {
        bool behindMoov = false, paddingMayFollow = false;

        for (std::size_t i = 0; i < movie.atoms.size(); ++i)
        {
            const auto& atom = movie.atoms[i];

            if (i == movie.moovIndex)
            {
                behindMoov = paddingMayFollow = true;
                keptBeforeMoov = kept.size();
                continue;
            }

            if (paddingMayFollow && isPadding (*source, atom))
                continue;

            paddingMayFollow = false;
            Kept entry { .span = atom, .removed = {} };

            if (atom.type == "mdat")
                for (const auto& extent : removed)
                    if (extent.offset >= atom.payload() && extent.offset + extent.length <= atom.end())
                        entry.removed.push_back (extent);

            kept.push_back (std::move (entry));
        }

        if (! behindMoov)
            keptBeforeMoov = kept.size();
    }

    void putNewChaptersIn()
    {
        samples = titleSamples (*chapters.plan);

        auto* userData = movie.moov.find ("udta");

        if (userData == nullptr)
        {
            movie.moov.children.push_back (parent ("udta", {}));
            userData = &movie.moov.children.back();
        }

        userData->isParent = true;
        userData->children.insert (userData->children.begin(), neroList (*chapters.plan));

        // Whichever track a player follows has to name the chapters.
        for (auto& trak : movie.moov.children)
        {
            const auto info = trak.type == "trak" ? infoOf (trak) : Result<TrackInfo> (TrackInfo {});

            if (info && (info->handler == "soun" || info->handler == "vide"))
                addReference (trak);
        }

        const auto last = std::ranges::find_last (movie.moov.children, std::string_view ("trak"), &Atom::type).begin();
        movie.moov.children.insert (last + 1, chapterTrack (newTrack, samples, movie.timescale, 0));

        const auto& fields = movie.moov.find ("mvhd")->payload;

        if (bytes::u32 (fields, fields.size() - 4) <= newTrack)
            setNextTrack (newTrack + 1);
    }

    void addReference (Atom& trak) const
    {
        const auto list = leaf ("chap", bytes::big32 (newTrack));

        if (auto* references = trak.find ("tref"); references != nullptr && references->isParent)
        {
            references->children.push_back (list);
            return;
        }

        const auto media = std::ranges::find (trak.children, std::string_view ("mdia"), &Atom::type);
        trak.children.insert (media, parent ("tref", { list }));
    }

    std::uint64_t samplesAtomSize() const { return samples.bytes.empty() ? 0 : atomHeader + samples.bytes.size(); }

    /** Audio behind moov is worth a padding that lets file systems share its blocks with the old file. */
    bool audioFollowsMoov() const
    {
        return std::ranges::any_of (kept.begin() + std::ptrdiff_t (keptBeforeMoov), kept.end(), [] (const Kept& k) { return k.span.type == "mdat" && ! k.isEmptied(); });
    }

    struct Positions
    {
        std::uint64_t samples = 0; ///< payload of the new mdat
        std::uint64_t padding = 0; ///< size of the `free`, 0 or at least its header
        std::vector<Move> moves;
    };

    Positions positionsFor (std::uint64_t moovSize) const
    {
        Positions positions;
        std::uint64_t at = 0;

        const auto place = [&] (const Kept& k)
        {
            const auto by = std::int64_t (at) - std::int64_t (k.span.offset);
            auto begin = k.span.payload();
            std::int64_t gone = 0;

            for (const auto& extent : k.removed)
            {
                positions.moves.push_back ({ begin, extent.offset, by - gone });
                begin = extent.offset + extent.length;
                gone += std::int64_t (extent.length);
            }

            positions.moves.push_back ({ begin, k.span.end(), by - gone });
            at += k.newSize();
        };

        for (std::size_t i = 0; i < keptBeforeMoov; ++i)
            place (kept[i]);

        // Samples stand in front of a moov that is last, so that the file still ends with it.
        if (! audioFollowsMoov())
        {
            positions.samples = at + atomHeader;
            at += samplesAtomSize() + moovSize;
        }
        else
        {
            at += moovSize;
            const auto first = std::ranges::find_if (kept.begin() + std::ptrdiff_t (keptBeforeMoov), kept.end(), [] (const Kept& k) { return ! k.isEmptied(); });
            const auto unpadded = at + samplesAtomSize();
            positions.padding = (first->span.offset % moveUnit + moveUnit - unpadded % moveUnit) % moveUnit;

            if (positions.padding > 0 && positions.padding < atomHeader)
                positions.padding += moveUnit;

            at += positions.padding;
            positions.samples = at + atomHeader;
            at += samplesAtomSize();
        }

        for (std::size_t i = keptBeforeMoov; i < kept.size(); ++i)
            place (kept[i]);

        std::ranges::sort (positions.moves, {}, &Move::begin);
        return positions;
    }

    /** Sets the chunk offsets of one track to where the bytes of the original's go. */
    Result<void> setOffsets (Atom& trak, const Atom& original, const std::vector<Move>& moves, bool wide) const
    {
        const auto* oldTable = original.at ("mdia", "minf", "stbl");
        const auto* oldWide = oldTable == nullptr ? nullptr : oldTable->find ("co64");
        const auto* oldOffsets = oldTable == nullptr ? nullptr : oldWide != nullptr ? oldWide : oldTable->find ("stco");

        if (oldOffsets == nullptr)
            return {};

        const std::size_t oldSize = oldWide != nullptr ? 8 : 4;
        const bool writeWide = wide || oldWide != nullptr;
        const auto& old = oldOffsets->payload;
        const auto count = old.size() < 8 ? 0 : std::min<std::size_t> (bytes::u32 (old, 4), (old.size() - 8) / oldSize);

        std::string table = bytes::big32 (0) + bytes::big32 (std::uint32_t (count));
        table.reserve (8 + count * (writeWide ? 8 : 4));

        for (std::size_t i = 0; i < count; ++i)
        {
            const std::uint64_t offset = oldSize == 8 ? bytes::u64 (old, 8 + 8 * i) : bytes::u32 (old, 8 + 4 * i);
            const auto next = std::ranges::upper_bound (moves, offset, {}, &Move::begin);

            if (next == moves.begin() || offset >= (next - 1)->end)
                return failure (Error::Kind::malformed, "One of its sample tables points to bytes that no media atom holds: the file is damaged.", Place::atByte (offset));

            const auto moved = std::uint64_t (std::int64_t (offset) + (next - 1)->by);
            table += writeWide ? bytes::big64 (moved) : bytes::big32 (std::uint32_t (moved));
        }

        auto* atom = trak.find ("mdia")->find ("minf")->find ("stbl")->find (oldOffsets->type);
        atom->type = writeWide ? "co64" : "stco";
        atom->payload = std::move (table);
        return {};
    }

    Result<Atom> moovAt (const Positions& positions, bool wide) const
    {
        auto moov = movie.moov;

        for (std::size_t i = 0; i < moov.children.size(); ++i)
        {
            auto& atom = moov.children[i];

            if (atom.type != "trak")
                continue;

            const auto info = infoOf (atom);

            if (info && info->id == newTrack && ! samples.bytes.empty())
            {
                atom = chapterTrack (newTrack, samples, movie.timescale, positions.samples);
                continue;
            }

            if (auto done = setOffsets (atom, movie.moov.children[i], positions.moves, wide); ! done)
                return std::unexpected (done.error());
        }

        return moov;
    }

    Result<PieceTable> layOut()
    {
        // The size of moov decides where everything lies, and where things lie may widen its tables: at most thrice.
        bool wide = false;
        auto size = movie.moov.size();

        for (int round = 0;; ++round)
        {
            const auto positions = positionsFor (size);
            const auto end = std::ranges::max (positions.moves, {}, &Move::end);
            wide = wide || std::int64_t (end.end) + end.by > 0xFFFFFFFFll || positions.samples > 0xFFFFFFFFull;
            auto moov = moovAt (positions, wide);

            if (! moov)
                return std::unexpected (moov.error());

            if (const auto actual = moov->size(); actual == size)
                return assemble (moov->render(), positions);
            else
                size = actual;

            if (round > 4)
                return failure (Error::Kind::unsupported, "Its layout cannot be settled.");
        }
    }

    PieceTable assemble (std::string moov, const Positions& positions) const
    {
        PieceTable table (source);

        // Backwards, so that the positions of what comes before stay those of the old file.
        for (auto k = kept.rbegin(); k != kept.rend(); ++k)
            shrink (table, *k);

        auto replacement = std::move (moov);
        const auto samplesAtom = samples.bytes.empty() ? std::string {} : leaf ("mdat", samples.bytes).render();

        if (! audioFollowsMoov())
        {
            replacement.insert (0, samplesAtom);
        }
        else
        {
            if (positions.padding > 0)
                replacement += leaf ("free", std::string (std::size_t (positions.padding - atomHeader), '\0')).render();

            replacement += samplesAtom;
        }

        // Moov and the padding behind it, at their place after what was removed in front of them.
        auto begin = movie.moovSpan().offset;
        auto oldEnd = movie.moovSpan().end();

        for (std::size_t i = movie.moovIndex + 1; i < movie.atoms.size() && isPadding (*source, movie.atoms[i]); ++i)
            oldEnd = movie.atoms[i].end();

        std::uint64_t goneBefore = 0;

        for (std::size_t i = 0; i < keptBeforeMoov; ++i)
            goneBefore += kept[i].span.size - kept[i].newSize();

        table.replace (begin - goneBefore, oldEnd - begin, replacement);
        return table;
    }

    /** Takes the removed samples out of an mdat and corrects its size. */
    static void shrink (PieceTable& table, const Kept& k)
    {
        if (k.removed.empty())
            return;

        if (k.isEmptied())
        {
            table.remove (k.span.offset, k.span.size);
            return;
        }

        for (auto extent = k.removed.rbegin(); extent != k.removed.rend(); ++extent)
            table.remove (extent->offset, extent->length);

        if (k.span.toEnd)
            return;

        if (k.span.headerSize == 16)
            table.replace (k.span.offset + 8, 8, bytes::big64 (k.newSize()));
        else
            table.replace (k.span.offset, 4, bytes::big32 (std::uint32_t (k.newSize())));
    }
};

} // namespace

Result<PieceTable> rebuild (const std::shared_ptr<const ByteSource>& source, Movie movie, const NewChapters& chapters)
{
    return Rebuilder (source, std::move (movie), chapters).run();
}

} // namespace earmark::mp4
