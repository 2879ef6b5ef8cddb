// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Tagging/Inventory.h"
#include "Tagging/Mp4/Atom.h"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace earmark::mp4
{

using TrackId = std::uint32_t;

/** What a trak atom says of itself. */
struct TrackInfo
{
    TrackId id = 0;
    std::string handler; ///< "soun", "text", "vide"
    bool enabled = false;
    std::vector<TrackId> chapterTracks;  ///< its tref/chap
    std::set<std::string> sampleFormats; ///< types of its sample descriptions: "mp4a", "enca"
};

/** Reads the fixed fields; fails with Kind::malformed where one is missing. */
Result<TrackInfo> infoOf (const Atom& trak);

/** A file's structure: the top-level atoms, and moov in memory. */
struct Movie
{
    std::vector<Span> atoms;
    std::size_t moovIndex = 0;
    Atom moov;

    std::uint32_t timescale = 0; ///< of the movie header
    std::uint64_t duration = 0;  ///< in that timescale

    const Span& moovSpan() const { return atoms[moovIndex]; }

    /** Of the atoms: tags of other kinds may stand behind them. */
    std::uint64_t end() const { return atoms.back().end(); }

    /** The presentation length of the first audio track. */
    Duration length() const;

    /** All tracks that some track names as its chapters. */
    std::set<TrackId> chapterTracks() const;
};

/** Fails with Kind::malformed for a damaged file or one without moov, Kind::tooLarge for a moov beyond 512 MB. */
Result<Movie> readMovie (const ByteSource&);

/** Why chapters cannot be written into it without harm: fragments, encryption, absolute positions outside the sample
    tables. Nothing when they can. */
std::optional<Error> reasonNotToWrite (const Movie&);

} // namespace earmark::mp4
