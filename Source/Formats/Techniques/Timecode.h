// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Gathering.h"

#include <optional>
#include <string_view>

// SMPTE timecode: hours, minutes, seconds and frames, whose rate no file with markers states.

namespace earmark
{

/** Frames per second as a fraction: 30000/1001 is called 29.97. */
struct FrameRate
{
    std::int64_t frames = 25;
    std::int64_t seconds = 1;
    bool dropFrame =
        false; ///< frame numbers 0 and 1 are left out of each minute that is no tenth, at 29.97; doubled at 59.94

    /** How high frame numbers count. */
    std::int64_t nominal() const { return (frames + seconds - 1) / seconds; }

    bool operator== (const FrameRate&) const = default;
};

/** "25", "23.976", "29.97df", "29.97 Drop Frame", "30000/1001". */
std::optional<FrameRate> parseFrameRate (std::string_view);

/** "29.97df". */
std::string formatFrameRate (FrameRate);

struct Timecode
{
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t frames = 0;
    std::int64_t hundredths = 0; ///< of a frame
    bool dropFrame = false;      ///< written with semicolons
};

/** "01:00:04:05", "00;11;23;01", "01:00:04;05", "01:00:04:05.50". */
std::optional<Timecode> parseTimecode (std::string_view);

Duration toDuration (const Timecode&, FrameRate);

/** How many frames have gone by, rounded to the nearest; none before zero. */
std::int64_t framesUntil (Duration, FrameRate);

/** Rounded to the nearest frame; drop-frame with a semicolon before the frames. */
std::string formatTimecode (Duration, FrameRate);

/** Asks "fps". The default is the lowest usual rate that is not below `atLeast` and whose frames count as high as the largest
    frame number seen; 29.97 drop-frame where semicolons were. */
FrameRate askFrameRate (Gathering&, std::int64_t largestFrame, bool dropFrame, std::int64_t atLeast = 24);

/** The answer "fps", or 25. */
FrameRate frameRateFor (const Answers&);

/** Asks "start", the timecode at which the timeline begins, where a first marker lies behind the first hour: the full hour before it, since
    programmes customarily begin at 01:00:00:00 or 10:00:00:00, if that is less than `within` minutes before it, else zero. */
Duration
askTimelineStart (Gathering&, const std::optional<Timecode>& first, FrameRate, std::int64_t within = 60);

/** For askTimelineStart(), of programs whose timelines begin at zero unless somebody has set them otherwise. */
inline constexpr std::int64_t soonAfterTheHour = 10;

} // namespace earmark
