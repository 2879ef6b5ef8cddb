// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"

#include <format>

namespace earmark
{

namespace
{

struct Clock
{
    bool negative;
    std::int64_t hours, minutes, seconds, milliseconds;
};

Clock toClock (Duration time, Rounding rounding)
{
    auto ms = time.milliseconds (rounding);
    const bool negative = ms < 0;
    ms = negative ? -ms : ms;
    return { negative, ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000 };
}

} // namespace

std::string formatTime (Duration time)
{
    const auto clock = toClock (time, Rounding::nearest);
    const auto* sign = clock.negative ? "-" : "";
    auto text = clock.hours > 0
                    ? std::format ("{}{}:{:02}:{:02}", sign, clock.hours, clock.minutes, clock.seconds)
                    : std::format ("{}{}:{:02}", sign, clock.minutes, clock.seconds);

    if (clock.milliseconds != 0)
        text += std::format (".{:03}", clock.milliseconds);

    return text;
}

std::string formatTime (Position position)
{
    return formatTime (position.sinceStart());
}

std::int64_t shownSecond (Position position)
{
    // A whole second may have lost a nanosecond to samples or frames.
    const auto ms = position.sinceStart().milliseconds (Rounding::nearest);
    return ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
}

std::string formatTimeFixed (Position position, Rounding rounding)
{
    const auto clock = toClock (position.sinceStart(), rounding);
    return std::format ("{}{:02}:{:02}:{:02}.{:03}",
                        clock.negative ? "-" : "",
                        clock.hours,
                        clock.minutes,
                        clock.seconds,
                        clock.milliseconds);
}

} // namespace earmark
