// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace earmark::outline
{

/** A time of a line that is not written as "2:15". */
struct OtherTime
{
    enum class Style
    {
        dots,   ///< "02.15", "02 : 15"
        primes, ///< "2'15", "2’15”", "3'"
        units   ///< "1h 02m", "2 min 30", "Minute 3"
    };

    std::size_t begin = 0; ///< first byte
    std::size_t end = 0;   ///< one past the last byte
    std::int64_t seconds = 0;
    Style style = Style::dots;
    int fields = 0;
    bool isUnitLeftOut = false; ///< that of the last number, "2 min 30", "1h02"

    /** "9h30", as the time of day is written in France. */
    bool mayBeClock() const { return isUnitLeftOut && seconds >= 3600; }
};

/** The one that a line begins with, behind bullets, a number, brackets and symbols; something follows it. Linear in the length of the line. */
std::optional<OtherTime> otherTimeFirst (std::string_view line);

/** The one that ends a line behind other words, with dots or primes. Linear in the length of the line. */
std::optional<OtherTime> otherTimeLast (std::string_view line);

/** Where a line has its first letter or digit behind bullets, a number and symbols. */
std::size_t beginOfContent (std::string_view line);

} // namespace earmark::outline
