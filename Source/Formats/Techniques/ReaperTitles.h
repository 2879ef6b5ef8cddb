// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Gathering.h"

namespace earmark
{

/** Makes titles of the names that markers have in REAPER, and says what was taken from them and which are none. */
class ReaperTitles
{
public:
    explicit ReaperTitles (Gathering& g) : gathering (g) {}

    /** None for a marker that is no chapter. A region is one whatever its name. */
    std::optional<std::string> titleOf (std::string_view name, bool isRegion, Place);

    /** The reading, with what was said; fails with this sentence where nothing was there. */
    Result<OutlineReading> finish (std::string_view whenEmpty) &&;

private:
    Gathering& gathering;
    std::size_t prefixes = 0, others = 0;
};

} // namespace earmark
