// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Gathering.h"

#include <vector>

namespace earmark
{

/** Makes titles of the names that markers have in REAPER, and says what was taken from them and which are none. What Ultraschall only
    plans is kept until the end: where nothing has its place yet it is the list, otherwise nobody has said it. */
class ReaperTitles
{
public:
    explicit ReaperTitles (Gathering& g) : gathering (g) {}

    /** None for a marker that is no chapter. A region is one whatever its name, unless the name is Ultraschall's. */
    std::optional<std::string> titleOf (std::string_view name, bool isRegion, Place);

    /** The reading, with what was said, once all chapters were added; fails with this sentence where nothing was there. */
    Result<OutlineReading> finish (std::string_view whenEmpty) &&;

private:
    Gathering& gathering;
    std::size_t prefixes = 0, others = 0;

    struct Planned
    {
        std::string title;
        Place where;
    };

    std::vector<Planned> planned;

    void settlePlanned();
};

} // namespace earmark
