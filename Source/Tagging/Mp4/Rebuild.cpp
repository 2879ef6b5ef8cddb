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

/** Only zeros: padding, which may be used up. A `free` with something in it is somebody's. */
bool isPadding (const ByteSource& source, const Span& atom)
{
    constexpr std::uint64_t largest = 16u << 20;

    if ((atom.type != "free" && atom.type != "skip") || atom.size > largest || atom.headerSize != atomHeader
        || atom.toEnd)
        return false;

    const auto payload = source.read (atom.payload(), std::size_t (atom.size - atom.headerSize));
    return payload && payload->find_first_not_of ('\0') == std::string::npos;
}

class Rebuilder
{
public:
    Rebuilder (std::shared_ptr<const ByteSource> original, Movie oldMovie, const NewChapters& newChapters)
        : source (std::move (original)), movie (std::move (oldMovie)), chapters (newChapters)
    {}

    Result<PieceTable> run()
    {
        if (auto taken = takeOldChaptersOut(); ! taken)
            return std::unexpected (taken.error());

        if (chapters.plan != nullptr && ! chapters.plan->chapters.empty())
            putNewChaptersIn();

        return layOut();
    }

private:
    std::shared_ptr<const ByteSource> source;
    Movie movie;
    const NewChapters& chapters;

    std::vector<Extent> stayingSamples; // sorted
    std::vector<Kept> kept;             // top-level atoms but moov and our padding behind it
    std::size_t keptBeforeMoov = 0;
    std::uint64_t oldEnd = 0; // of moov and our padding
    TitleSamples samples;
    TrackId newTrack = 0;

    Result<void> takeOldChaptersOut()
    {
        const auto named = movie.chapterTracks();
        std::vector<const Atom*> going;
        std::set<TrackId> goingIds, stayingIds;

        for (const auto& atom : movie.moov.children)
        {
            if (atom.type != "trak")
                continue;

            const bool goes = isTrackOf (atom, named);

            if (const auto info = infoOf (atom))
                (goes ? goingIds : stayingIds).insert (info->id);

            if (goes)
            {
                going.push_back (&atom);
                continue;
            }

            // Where the bytes of a track are unknown, nothing can be moved safely.
            const auto chunks = chunksWithin (atom, source->size());

            if (! chunks)
                return std::unexpected (chunks.error());

            stayingSamples.insert (stayingSamples.end(), chunks->begin(), chunks->end());
        }

        stayingSamples = sortedAndJoined (std::move (stayingSamples));
        collectKept (samplesToRemove (going, stayingSamples, source->size()));
        std::erase_if (movie.moov.children, [&] (const Atom& atom) { return isTrackOf (atom, named); });

        for (auto& trak : movie.moov.children)
            if (trak.type == "trak")
                dropChapterReferences (trak);

        std::erase_if (movie.moov.children,
                       [] (Atom& atom) { return atom.type == "udta" && emptiedByTakingListOut (atom); });
        chooseTrackId (goingIds, stayingIds);
        return {};
    }

    static bool emptiedByTakingListOut (Atom& userData)
    {
        const bool hadList = userData.find ("chpl") != nullptr;
        userData.removeAll ("chpl");
        return hadList && userData.children.empty() && userData.tail.empty() && userData.isParent;
    }

    static Result<std::vector<Extent>> chunksWithin (const Atom& trak, std::uint64_t fileSize)
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

    /** The movie header says which number the next track gets. It goes back where the tracks that go were the last ones given
        out, so that writing again changes nothing and taking the chapters out gives the old header back. */
    void chooseTrackId (const std::set<TrackId>& going, const std::set<TrackId>& staying)
    {
        // All ones mean that a free number has to be searched for.
        constexpr TrackId unknown = 0xFFFFFFFF;
        const auto highest = staying.empty() ? 0 : *staying.rbegin();

        if (! going.empty() && *going.rbegin() > highest && nextTrack() == *going.rbegin() + 1)
            setNextTrack (std::max (highest + 1, *going.begin()));

        if (nextTrack() > highest && nextTrack() < unknown)
            newTrack = nextTrack();
        else if (highest < unknown - 1)
            newTrack = highest + 1;
        else
            for (newTrack = 1; staying.contains (newTrack);)
                ++newTrack;
    }

    /** The last field of the movie header; reasonNotToWrite() has looked that it is there. */
    static std::size_t nextTrackAt (const std::string& movieHeader)
    {
        return bytes::u8 (movieHeader, 0) == 1 ? 108 : 96;
    }

    TrackId nextTrack() const
    {
        const auto& fields = movie.moov.find ("mvhd")->payload;
        return bytes::u32 (fields, nextTrackAt (fields));
    }

    void setNextTrack (TrackId id)
    {
        auto& fields = movie.moov.find ("mvhd")->payload;
        fields.replace (nextTrackAt (fields), 4, bytes::big32 (id));
    }

    static void dropChapterReferences (Atom& trak)
    {
        for (auto& reference : trak.children)
            if (reference.type == "tref")
                reference.removeAll ("chap");

        std::erase_if (trak.children,
                       [] (const Atom& a)
                       { return a.type == "tref" && a.isParent && a.children.empty() && a.tail.empty(); });
    }

    void collectKept (const std::vector<Extent>& removed)
    {
        for (const auto& atom : movie.atoms)
        {
            kept.push_back ({ .span = atom, .removed = {} });

            if (atom.type == "mdat")
                for (const auto& extent : removed)
                    if (extent.isWithin (atom.payload(), atom.end()))
                        kept.back().removed.push_back (extent);
        }

        // Padding in front of samples that go is that of an earlier write. Any other is somebody's, and strip gives it back.
        const auto moov = kept.begin() + std::ptrdiff_t (movie.moovIndex);
        const bool isOurs =
            kept.end() - moov > 2 && isPadding (*source, (moov + 1)->span) && (moov + 2)->isEmptied();

        oldEnd = isOurs ? (moov + 1)->span.end() : moov->span.end();
        keptBeforeMoov = movie.moovIndex;
        kept.erase (moov, moov + (isOurs ? 2 : 1));
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

        const auto last =
            std::ranges::find_last (movie.moov.children, std::string_view ("trak"), &Atom::type).begin();
        movie.moov.children.insert (last + 1, chapterTrack (newTrack, samples, movie.timescale, 0));

        if (nextTrack() <= newTrack)
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

    std::uint64_t samplesAtomSize() const
    {
        return samples.bytes.empty() ? 0 : atomHeader + samples.bytes.size();
    }

    /** Audio behind moov is worth a padding that lets file systems share its blocks with the old file. */
    bool audioFollowsMoov() const
    {
        return std::ranges::any_of (kept.begin() + std::ptrdiff_t (keptBeforeMoov),
                                    kept.end(),
                                    [] (const Kept& k) { return k.span.type == "mdat" && ! k.isEmptied(); });
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
            const auto first = std::ranges::find_if (kept.begin() + std::ptrdiff_t (keptBeforeMoov),
                                                     kept.end(),
                                                     [] (const Kept& k) { return ! k.isEmptied(); });
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

    /** Samples that lie partly in a media atom and partly elsewhere would be torn. */
    Result<void> checkThatSamplesStayWhole (const std::vector<Move>& moves) const
    {
        for (const auto& extent : stayingSamples)
        {
            const auto next = std::ranges::upper_bound (moves, extent.offset, {}, &Move::begin);

            if (next == moves.begin() || ! extent.isWithin ((next - 1)->begin, (next - 1)->end))
                return pointsNowhere (extent.offset);
        }

        return {};
    }

    static std::unexpected<Error> pointsNowhere (std::uint64_t offset)
    {
        return failure (
            Error::Kind::malformed,
            "One of its sample tables points to bytes that no media atom holds: the file is damaged.",
            Place::atByte (offset));
    }

    /** Sets the chunk offsets of one track to where the bytes of the original's go. */
    Result<void>
    setOffsets (Atom& trak, const Atom& original, const std::vector<Move>& moves, bool wide) const
    {
        const auto* oldTable = original.at ("mdia", "minf", "stbl");
        const auto* oldWide = oldTable == nullptr ? nullptr : oldTable->find ("co64");
        const auto* oldOffsets = oldTable == nullptr  ? nullptr
                                 : oldWide != nullptr ? oldWide
                                                      : oldTable->find ("stco");

        if (oldOffsets == nullptr)
            return {};

        const std::size_t oldSize = oldWide != nullptr ? 8 : 4;
        const bool writeWide = wide || oldWide != nullptr;
        const auto& old = oldOffsets->payload;
        const auto count = bytes::u32 (old, 4);

        std::string table = old.substr (0, 8);
        table.reserve (8 + count * std::size_t (writeWide ? 8 : 4));

        for (std::uint32_t i = 0; i < count; ++i)
        {
            const std::uint64_t offset =
                oldSize == 8 ? bytes::u64 (old, 8 + 8 * i) : bytes::u32 (old, 8 + 4 * i);
            const auto next = std::ranges::upper_bound (moves, offset, {}, &Move::begin);

            if (next == moves.begin() || offset >= (next - 1)->end)
                return pointsNowhere (offset);

            const auto moved = std::uint64_t (std::int64_t (offset) + (next - 1)->by);
            table += writeWide ? bytes::big64 (moved) : bytes::big32 (std::uint32_t (moved));
        }

        table += old.substr (8 + count * oldSize);
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

        if (auto whole = checkThatSamplesStayWhole (positionsFor (size).moves); ! whole)
            return std::unexpected (whole.error());

        for (int round = 0;; ++round)
        {
            const auto positions = positionsFor (size);
            wide = wide || positions.samples > 0xFFFFFFFFull
                   || std::ranges::any_of (positions.moves,
                                           [] (const Move& m)
                                           { return std::int64_t (m.end) + m.by > 0xFFFFFFFFll; });
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
        const auto samplesAtom =
            samples.bytes.empty() ? std::string {} : leaf ("mdat", samples.bytes).render();

        if (! audioFollowsMoov())
        {
            replacement.insert (0, samplesAtom);
        }
        else
        {
            if (positions.padding > 0)
                replacement +=
                    leaf ("free", std::string (std::size_t (positions.padding - atomHeader), '\0')).render();

            replacement += samplesAtom;
        }

        // Moov and the padding behind it, at their place after what was removed in front of them.
        const auto begin = movie.moovSpan().offset;
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

Result<PieceTable>
rebuild (const std::shared_ptr<const ByteSource>& source, Movie movie, const NewChapters& chapters)
{
    return Rebuilder (source, std::move (movie), chapters).run();
}

} // namespace earmark::mp4
