// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Candidate.h"

#include <optional>
#include <span>
#include <string>

namespace earmark
{

/** What the sound around a marker says of its place. */
struct Verdict
{
    enum class Kind
    {
        beginning, ///< of the file, which needs no speech
        inPlace,
        elsewhere, ///< speech begins near it, but not at it
        unclear
    };

    Kind kind = Kind::unclear;
    std::string words; ///< without a full stop

    bool operator== (const Verdict&) const = default;
};

/** Where speech begins after the pause that the marker stands in, where that is farther than snapping goes; null elsewhere. */
const Candidate* endOfLongPause (std::span<const Candidate>, Position marker);

/** `suggestion` is where the marker should rather be, if anywhere, which is `lead` before speech; `candidates` are the pauses near it. */
Verdict verdictOn (Position marker,
                   std::optional<Position> suggestion,
                   std::span<const Candidate> candidates,
                   Duration lead = {});

} // namespace earmark
