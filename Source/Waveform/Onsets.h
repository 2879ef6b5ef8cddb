// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Candidate.h"
#include "Model/Edit.h"
#include "Model/PeakMap.h"
#include "Waveform/AudioReader.h"

#include <optional>
#include <vector>

namespace earmark
{

/** Best first: those within candidateWindow, and the end of the pause that the marker stands in, within farthestEndOfPause, with less confidence than
    snapping asks for. Empty where nobody pauses. Reads some nine seconds around the marker, in a long pause 22. Deterministic. Fails as
    seeking does. */
Result<std::vector<Candidate>> candidatesNear (AudioReader&, Position marker);

/** The same for each chapter of an outline, in its order. */
Result<std::vector<std::vector<Candidate>>> candidatesFor (AudioReader&, const Outline&);

/** The same from peaks alone, which are coarser and know no voices: for audio that has passed and is no file. Times are the map's. nullopt
    where the second around the marker is not known yet; what else is unknown has no candidates. */
std::optional<std::vector<Candidate>> candidatesIn (const PeakMap&, Position marker);

/** Where "snap to onset" takes a marker: the best speech onset, if it is good enough. */
const Candidate* bestOnset (const std::vector<Candidate>&);

/** The edit that moves every chapter to its best onset, or so long before it. Locked ones stay, and so does one at 0:00, which means
    the file's beginning. `candidates` as from candidatesFor(). */
SnapChapters
snapsToOnsets (const Outline&, const std::vector<std::vector<Candidate>>& candidates, Duration lead = {});

/** Stretches of at least 0.3 s that are much quieter than what is around them, all over a file: for drawing. From peaks alone,
    thus without decoding; what is not known yet has none. */
std::vector<TimeRange> pausesIn (const PeakMap&);

} // namespace earmark
