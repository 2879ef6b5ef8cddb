// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Time.h"
#include "Tagging/ByteSource.h"

#include <optional>

namespace earmark
{

/** How long an MP3 really is, found by walking its frames: headers and bit rates may lie, frames do not. Only a Xing or Info
    header that gives the exact number of bytes is believed without. */
struct Mp3Length
{
    Duration walked; ///< all frames, as a decoder without trimming plays them
    std::optional<Duration>
        gapless; ///< without encoder delay and padding, where the LAME tag agrees with the walk
    std::optional<Duration> stated; ///< what the Xing, Info or VBRI header says
    std::uint64_t frames = 0;
    std::uint64_t begin = 0; ///< of the first frame, in bytes
    bool variableBitRate = false;
    bool hasSeekTable = false; ///< a VBRI header has one, a Xing or Info header may

    /** The presentation's end: gapless where known. */
    Duration length() const { return gapless.value_or (walked); }
};

/** Walks the frames of MPEG 1, 2 and 2.5, layers 1 to 3, in [begin, end) of the source, past damage. Fails with
    Kind::unsupported when there are no such frames. Reads the range once, front to back. */
Result<Mp3Length> measureMp3 (const ByteSource&, std::uint64_t begin, std::uint64_t end);

} // namespace earmark
