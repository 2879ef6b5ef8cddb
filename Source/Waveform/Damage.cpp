// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Damage.h"

#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>

namespace earmark
{

void Damage::broken (std::int64_t position)
{
    // Frames that follow one another closely are one damaged place, also when they are read again.
    constexpr std::int64_t samePlace = 20'000;

    if (places == 0)
        first = last = position;

    if (places == 0 || position > last + samePlace)
        ++places;

    first = std::min (first, position);
    last = std::max (last, position);
}

void Damage::endedEarly (std::int64_t position, std::int64_t stated)
{
    end = position;
    statedEnd = stated;
}

void Damage::unreadable (std::int64_t position)
{
    unreadableAt = position;
}

Notices Damage::notices (int sampleRate) const
{
    Notices found;

    const auto time = [&] (std::int64_t sample)
    { return formatTime (Duration::fromSeconds (sample / std::max (sampleRate, 1))); };

    const auto warn = [&] (std::string sentence)
    { found.push_back ({ Notice::Grade::warning, std::move (sentence), {} }); };

    if (places == 1)
        warn (std::format ("The audio is damaged near {}; there is silence where nothing could be decoded.",
                           time (first)));
    else if (places > 1)
        warn (std::format (
            "The audio is damaged in {} places, the first near {} and the last near {}; there is silence "
            "where nothing could be decoded.",
            places,
            time (first),
            time (last)));

    if (end)
        warn (std::format ("The audio ends at {}, although the file says {}: it seems to be cut off.",
                           time (*end),
                           time (statedEnd)));

    if (unreadableAt)
        warn (std::format ("The file could not be read any further than {}.", time (*unreadableAt)));

    return found;
}

} // namespace earmark
