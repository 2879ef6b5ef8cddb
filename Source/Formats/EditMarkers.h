// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Timecode.h"

#include <string>
#include <vector>

namespace earmark
{

// Lists of an edit's markers that count frames without saying how many make a second.

struct EditMarker
{
    std::size_t line = 0;
    Timecode start;
    std::string title, note;
    std::int64_t frames = 0;           ///< how long it is; one frame is a place
    std::optional<Timecode> length {}; ///< the same, where it is written so
};

/** The chapters, once what the list does not say was asked: the frame rate, and where the timeline begins. Fails where there are no markers. */
Result<OutlineReading> placeMarkers (Gathering&&, std::vector<EditMarker>&&);

} // namespace earmark
