// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PeakMap.h"

#include <optional>
#include <string>
#include <string_view>

namespace earmark
{

/** A waveform in few bytes, to be kept in a project: three for each peak, and as many samples in each as it takes to stay within
    `maxBytes` (of at least a kilobyte). Half an hour at 48 kHz takes a megabyte whole. Quiet sound is kept finer than loud, since it is
    the quiet that the eye looks for. */
std::string compactPeaks (const PeakMap&, std::size_t maxBytes);

/** What compactPeaks() kept; coarser peaks are repeated, so that keeping the map again makes it no coarser. nullopt for bytes that
    are not compactPeaks()'s. */
std::optional<PeakMap> peaksFromCompact (std::string_view);

} // namespace earmark
