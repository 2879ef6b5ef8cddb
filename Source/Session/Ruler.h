// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/TimelineScale.h"

#include <string>
#include <vector>

namespace earmark
{

struct RulerTick
{
    double x;
    std::string label; ///< empty for the small ones between

    bool operator== (const RulerTick&) const = default;
};

/** Ticks at round times, labels no nearer than `labelWidth` pixels to one another. */
std::vector<RulerTick> rulerTicks (const TimelineScale&, double labelWidth);

/** "1:02:03", with as many decimals as the step between two labels needs. */
std::string rulerLabel (Position, Duration step);

} // namespace earmark
