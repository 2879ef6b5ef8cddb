// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Tagging/Matroska/Element.h"

#include <optional>

namespace earmark::mkv
{

/** The one segment of a Matroska or WebM file, and its parts. */
struct Segment
{
    Element element;
    std::vector<Element> parts; ///< in the order of the file
    std::optional<Duration> length;
    std::string title; ///< of the file, as "Info" has it

    /** Parts of unknown size, as a live stream has them: nothing can be put behind them. */
    bool isLive = false;

    const Element* find (Id) const;

    /** The position of a part, counted as the file counts. */
    std::uint64_t positionOf (std::uint64_t at) const { return at - element.content; }
};

/** Fails with Kind::malformed where a part exceeds the segment. */
Result<Segment> readSegment (const ByteSource&);

/** An entry of a SeekHead. */
struct SeekEntry
{
    Id target = Id::none;
    std::uint64_t position = 0;
    std::string raw; ///< the whole element, to be kept
};

/** The entries of a SeekHead; whether it begins with a checksum tells `hasChecksum`. */
struct SeekHead
{
    std::vector<SeekEntry> entries;
    bool hasChecksum = false;
};

Result<SeekHead> readSeekHead (const ByteSource&, const Element&);

} // namespace earmark::mkv
