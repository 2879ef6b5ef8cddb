// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EditMarkers.h"

#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <array>

namespace earmark
{

Result<OutlineReading> placeMarkers (Gathering&& gathering, std::vector<EditMarker>&& markers)
{
    if (markers.empty())
        return std::move (gathering).finish ("It holds no markers or locators.");

    const auto key = [] (const EditMarker& m)
    { return std::array { m.start.hours, m.start.minutes, m.start.seconds, m.start.frames }; };
    const auto first = std::ranges::min (markers, {}, key);
    std::int64_t largest = 0;
    bool drop = false;

    for (const auto& m : markers)
    {
        largest = std::max (largest, m.start.frames);
        drop = drop || m.start.dropFrame;
    }

    const auto rate = askFrameRate (gathering, largest, drop);
    const auto origin = askTimelineStart (gathering, first.start, rate);

    for (auto& m : markers)
    {
        Chapter chapter { .start = Position (toDuration (m.start, rate) - origin),
                          .title = std::move (m.title),
                          .summary = std::move (m.note) };

        if (m.frames > 1)
            chapter.end =
                chapter.start + fromUnits (m.frames * rate.seconds, rate.frames).value_or (Duration());

        if (m.length)
            chapter.end = chapter.start + toDuration (*m.length, rate);

        gathering.add (std::move (chapter), Place::atLine (m.line));
    }

    return std::move (gathering).finish ("It holds no markers or locators.");
}

} // namespace earmark
