// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"
#include "Session/TimelineScale.h"

#include <optional>
#include <span>
#include <vector>

// Where the chapters' flags and titles lie on a timeline, and what is under the mouse.

namespace earmark
{

/** A chapter's flag, or several that share a pixel. */
struct Flag
{
    std::size_t index;     ///< of the first chapter
    std::size_t count = 1; ///< how many begin at this pixel
    double x;
    double room; ///< pixels for its title up to the next flag; below leastTitle it shows none

    bool operator== (const Flag&) const = default;
};

/** A shorter title would be an ellipsis only. */
inline constexpr double leastTitle = 34;

/** The flags that can be seen, and the one whose range reaches in from the left, whose x is then negative. Sorted by x, which
    differ by a pixel at least; so titles kept within their room never collide, however many chapters there are. */
std::vector<Flag> flagsOf (const std::vector<Chapter>&, const TimelineScale&);

/** The number of a chapter whose flag is too narrow for a title. It may lie over the next flags. */
struct FlagNumber
{
    std::size_t index; ///< of the chapter
    double x, width;

    bool operator== (const FlagNumber&) const = default;
};

/** On either side of a number. */
inline constexpr double numberMargin = 3;

/** The numbers by which one finds one's way where titles have no room, in digits of that width. Of neighbours whose numbers do not fit, every
    5th, 10th, 20th … has its own. None lies over another, or over a title, but for the chosen chapter's: that is there in any case, and comes
    last. */
std::vector<FlagNumber>
numbersOf (std::span<const Flag>, std::optional<std::size_t> chosen, double digitWidth);

/** The flag within `reach` pixels of x; where several are, the nearest, and of a row of flags the one whose cloth is at x.
    `cloth` is how far a flag waves to the right of its pole. */
std::optional<std::size_t> flagAt (std::span<const Flag>, double x, double reach, double cloth);

/** The chapter that is heard at a position, or nullopt before the first. */
std::optional<std::size_t> chapterAt (const std::vector<Chapter>&, Position);

/** Something a dragged marker sticks to. */
struct Magnet
{
    enum class Kind
    {
        speechOnset,
        pauseStart,
        pauseEnd,
        playhead,
        beginning
    };

    Position at;
    Kind kind;

    bool operator== (const Magnet&) const = default;
};

/** The nearest magnet within `reach` pixels of a place; the better kind wins where two are equally near. */
std::optional<Magnet> magnetNear (std::span<const Magnet>, const TimelineScale&, Position, double reach);

} // namespace earmark
