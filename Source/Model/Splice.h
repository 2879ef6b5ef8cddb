// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Model/PeakMap.h"

#include <optional>

namespace earmark
{

/** Where one bounce of an episode departs from another that is longer or shorter: up to there both are alike, and from there on the rest is, moved
    by the difference. To about a tenth of a second. Loudness may differ by the same everywhere, and so may the sample rates. None where they are not alike but for one
    piece, or one of them is not known whole. Linear in their length. */
std::optional<Position> spliceBetween (const PeakMap& before, const PeakMap& after);

} // namespace earmark
