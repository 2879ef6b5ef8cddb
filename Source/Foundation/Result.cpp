// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Result.h"

namespace earmark
{

std::string describe (const Place& place)
{
    if (! place.path.empty())
        return place.path;

    if (place.line && place.lastLine)
        return "lines " + std::to_string (*place.line) + " to " + std::to_string (*place.lastLine);

    if (place.line)
        return "line " + std::to_string (*place.line);

    if (place.byte)
        return "byte " + std::to_string (*place.byte);

    return {};
}

} // namespace earmark
