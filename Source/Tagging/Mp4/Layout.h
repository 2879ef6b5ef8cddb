// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Mp4/Movie.h"
#include "Tagging/PieceTable.h"

namespace earmark::mp4
{

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

/** Where the parts of the new file begin. */
struct Positions
{
    std::uint64_t samples = 0; ///< payload of the new mdat
    std::uint64_t padding = 0; ///< size of the `free`, 0 or at least its header
    std::vector<Move> moves;
};

/** The order of a file's top-level atoms, with moov and the samples of titles and pictures as the parts that change their size. Moov
    stays where it was; the samples have an mdat of their own, behind moov where audio follows, else in front of it, so that the file
    still ends with moov. */
class Layout
{
public:
    /** @param removed samples that go; sorted */
    Layout (std::shared_ptr<const ByteSource>, const Movie&, const std::vector<Extent>& removed);

    Positions positionsFor (std::uint64_t moovSize, std::uint64_t samplesBytes) const;

    PieceTable assemble (std::string moov, const std::string& samples, const Positions&) const;

private:
    std::shared_ptr<const ByteSource> source;
    std::vector<Kept> kept; // top-level atoms but moov and our padding behind it
    std::size_t keptBeforeMoov = 0;
    std::uint64_t oldBegin = 0, oldEnd = 0; // of moov and our padding

    /** Audio behind moov is worth a padding that lets file systems share its blocks with the old file. */
    bool audioFollowsMoov() const;
};

} // namespace earmark::mp4
