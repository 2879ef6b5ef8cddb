// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Tagging/Mp4/Atom.h"

#include <optional>

namespace earmark::mp4
{

/** A header with times comes in two widths: version 1 has 64-bit times and durations. */
struct TimedHeader
{
    std::uint32_t timescale;
    std::uint64_t duration;
};

/** Of mvhd and mdhd; none where it is missing, cut off or without a timescale. */
std::optional<TimedHeader> timedHeader (const Atom*);

/** Zero where the result would be absurd: beyond 10,000 hours, or without a timescale. */
Duration toDuration (std::uint64_t ticks, std::uint32_t timescale);

/** Rounded down. */
std::uint64_t toTicks (std::uint64_t ms, std::uint32_t timescale);

/** Says what of a file cannot be used. */
std::unexpected<Error> damaged (std::string_view what);

} // namespace earmark::mp4
