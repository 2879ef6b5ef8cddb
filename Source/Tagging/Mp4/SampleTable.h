// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Inventory.h"
#include "Tagging/Mp4/Atom.h"

#include <vector>

// Where the samples of a track lie (ISO/IEC 14496-12, 8.6 and 8.7).

namespace earmark::mp4
{

/** The chunks of a track in the order of its tables. Fails with Kind::malformed where the tables contradict each other. */
Result<std::vector<Extent>> chunksOf (const Atom& trak);

struct Sample
{
    Extent place;
    std::int64_t startMs = 0, endMs = 0; ///< in the track's own time, to the nearest
};

/** For how long a track shows nothing before its first sample: the empty edits in front (8.6.6), to the nearest millisecond. */
std::int64_t leadMs (const Atom& trak, std::uint32_t movieTimescale);

/** The samples of a track, as many as the limit allows. Fails as chunksOf() does, and where times are missing. */
Result<std::vector<Sample>> samplesOf (const Atom& trak, std::size_t limit);

} // namespace earmark::mp4
