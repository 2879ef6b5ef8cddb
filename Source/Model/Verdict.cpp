// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Verdict.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace earmark
{

namespace
{

/** Nobody hears the difference of less. */
constexpr double inPlaceSeconds = 0.06;

} // namespace

const Candidate* endOfLongPause (std::span<const Candidate> candidates, Position marker)
{
    const auto found = std::ranges::find_if (
        candidates,
        [&] (const Candidate& c)
        { return c.kind == Candidate::Kind::speechOnset && c.at - marker > candidateWindow; });
    return found != candidates.end() ? &*found : nullptr;
}

Verdict verdictOn (Position marker,
                   std::optional<Position> suggestion,
                   std::span<const Candidate> candidates,
                   Duration lead)
{
    using Kind = Verdict::Kind;

    if (marker == Position())
        return { Kind::beginning, "the beginning of the file" };

    if (! suggestion)
    {
        if (const auto* far = endOfLongPause (candidates, marker))
            return { Kind::unclear,
                     std::format ("in a pause; speech begins {:.1f} s later", (far->at - marker).seconds()) };

        return { Kind::unclear,
                 candidates.empty() ? "no pause near it" : "no clear beginning of speech near it" };
    }

    const auto offset = (*suggestion - marker).seconds();
    const auto isInPlace = std::abs (offset) < inPlaceSeconds;

    if (lead > Duration())
        return isInPlace ? Verdict { Kind::inPlace,
                                     std::format ("{} ms before speech begins",
                                                  lead.milliseconds (Rounding::nearest)) }
                         : Verdict { Kind::elsewhere, std::format ("snapping moves it {:+.2f} s", offset) };

    if (isInPlace)
        return { Kind::inPlace, "speech begins here" };

    return { Kind::elsewhere,
             offset > 0 ? std::format ("speech begins {:.2f} s later", offset)
                        : std::format ("speech begins {:.2f} s earlier", -offset) };
}

} // namespace earmark
