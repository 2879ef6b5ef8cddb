// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

#include <optional>
#include <string>
#include <string_view>

// Times as programs write them, each function for the whole of a field. What people write in prose is the matter of
// Foundation/Timestamp.

namespace earmark
{

/** "37", "12.344", "1,200000", "4.6e+02": seconds, from the decimal digits themselves, rounded to the nearest nanosecond.
    A sign is allowed. */
std::optional<Duration> parseSeconds (std::string_view);

/** "61500", "61500.5": milliseconds, as parseSeconds() reads seconds. */
std::optional<Duration> parseMilliseconds (std::string_view);

/** "37", "7:48", "35:12.250", "5:12:03,5", "00:00:0.000": the Normal Play Time of RFC 2326 and its kin; the first field may
    be of any size. */
std::optional<Duration> parseClock (std::string_view);

/** units / perSecond, rounded to the nearest nanosecond: samples, ticks and rational seconds. Nothing where perSecond is not
    in 1 … 4,000,000,000 or the time is longer than any audio. */
std::optional<Duration> fromUnits (std::int64_t units, std::int64_t perSecond);

/** A whole number that is all of the text, with an optional sign. */
std::optional<std::int64_t> parseInteger (std::string_view);

/** "12.344000": seconds with that many decimals (up to 9), rounded to nearest. */
std::string formatSeconds (Duration, int decimals);

/** How many whole units of that many per second, rounded to nearest; for audio times that are not negative. */
std::int64_t toUnits (Duration, std::int64_t perSecond);

} // namespace earmark
