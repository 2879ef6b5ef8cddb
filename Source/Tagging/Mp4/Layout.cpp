// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/Layout.h"

#include "Foundation/Bytes.h"

#include <algorithm>

namespace earmark::mp4
{

namespace
{

constexpr std::uint64_t moveUnit = 4096; // see rebuild()
constexpr std::uint64_t atomHeader = 8;

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

/** Takes the removed samples out of an mdat and corrects its size. */
void shrink (PieceTable& table, const Kept& k)
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

} // namespace

Layout::Layout (std::shared_ptr<const ByteSource> original,
                const Movie& movie,
                const std::vector<Extent>& removed)
    : source (std::move (original)), oldBegin (movie.moovSpan().offset)
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

bool Layout::audioFollowsMoov() const
{
    return std::ranges::any_of (kept.begin() + std::ptrdiff_t (keptBeforeMoov),
                                kept.end(),
                                [] (const Kept& k) { return k.span.type == "mdat" && ! k.isEmptied(); });
}

Positions Layout::positionsFor (std::uint64_t moovSize, std::uint64_t samplesBytes) const
{
    Positions positions;
    std::uint64_t at = 0;
    const auto samplesAtomSize = samplesBytes == 0 ? 0 : atomHeader + samplesBytes;

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
        at += samplesAtomSize + moovSize;
    }
    else
    {
        at += moovSize;
        const auto first = std::ranges::find_if (kept.begin() + std::ptrdiff_t (keptBeforeMoov),
                                                 kept.end(),
                                                 [] (const Kept& k) { return ! k.isEmptied(); });
        const auto unpadded = at + samplesAtomSize;
        positions.padding = (first->span.offset % moveUnit + moveUnit - unpadded % moveUnit) % moveUnit;

        if (positions.padding > 0 && positions.padding < atomHeader)
            positions.padding += moveUnit;

        at += positions.padding;
        positions.samples = at + atomHeader;
        at += samplesAtomSize;
    }

    for (std::size_t i = keptBeforeMoov; i < kept.size(); ++i)
        place (kept[i]);

    std::ranges::sort (positions.moves, {}, &Move::begin);
    return positions;
}

PieceTable Layout::assemble (std::string moov, const std::string& samples, const Positions& positions) const
{
    PieceTable table (source);

    // Backwards, so that the positions of what comes before stay those of the old file.
    for (auto k = kept.rbegin(); k != kept.rend(); ++k)
        shrink (table, *k);

    auto replacement = std::move (moov);
    const auto samplesAtom = samples.empty() ? std::string {} : leaf ("mdat", samples).render();

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
    std::uint64_t goneBefore = 0;

    for (std::size_t i = 0; i < keptBeforeMoov; ++i)
        goneBefore += kept[i].span.size - kept[i].newSize();

    table.replace (oldBegin - goneBefore, oldEnd - oldBegin, replacement);
    return table;
}

} // namespace earmark::mp4
