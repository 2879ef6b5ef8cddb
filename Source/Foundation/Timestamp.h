// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** A time as it stands in text. */
struct Timestamp
{
    /** How it was written. */
    enum class Style
    {
        colons, ///< 1:02:03, 62:03, 0:02:49,624
        letters ///< 1h02m03s, 62m, 90s
    };

    std::size_t begin = 0; ///< first byte
    std::size_t end = 0;   ///< one past the last byte
    Duration value;        ///< a fraction is rounded to the nearest nanosecond
    Style style = Style::colons;
    int fields = 0; ///< 2 for m:ss, 3 for h:mm:ss; the number of letters for the other style

    bool operator== (const Timestamp&) const = default;
};

/** The largest hour that is taken for a time: CHAP frames end at 1193 hours, and nobody publishes more. */
inline constexpr std::int64_t maxHours = 9999;

/** Reads the longest time that starts exactly at `at`, ASCII or full-width digits and colons alike. Two colon
    fields are minutes and seconds, three hours, minutes and seconds; the first may exceed 59. It does not look at
    what surrounds it. Linear in the length of the time. */
std::optional<Timestamp> timestampAt (std::string_view text, std::size_t at);

/** Every time in a line that a careful person would read as one: not inside a web address, a longer number, an ISO
    date or a word, and not a clock time with AM or PM. Linear in the length of the line. */
std::vector<Timestamp> findTimestamps (std::string_view line);

/** A time as a user types it: "90", "1:30", "0:01:30.250", "1h02m", "1.5s", "-0:02", "250ms". */
std::optional<Duration> parseDuration (std::string_view text);

/** "0:54", "1:27:20"; with milliseconds where there are any: "0:00.250". Rounded to the nearest millisecond. */
std::string formatTime (Duration);
std::string formatTime (Position);

/** The second that a player shows there: 62 for 1:02.7, so that who goes to it does not miss the beginning. */
std::int64_t shownSecond (Position);

/** "01:27:20.000": two-digit hours at least and always three decimals, rounded as asked. */
std::string formatTimeFixed (Position, Rounding = Rounding::nearest);

} // namespace earmark
