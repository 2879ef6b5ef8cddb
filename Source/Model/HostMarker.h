// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Chapter.h"

#include <optional>
#include <string>

namespace earmark
{

/** A marker or region on the timeline of the host that the plug-in is in. */
struct HostMarker
{
    std::string id; ///< the host's own name for it as long as it lives; empty where the host gives none
    int number = 0; ///< as the host counts it
    Position start; ///< on the host's timeline
    std::optional<Position> end; ///< of a region; a marker has none
    std::string name;

    bool isRegion() const { return end.has_value(); }

    bool operator== (const HostMarker&) const = default;
};

/** A chapter's marker, as the host had it when it was set last. */
struct MarkerLink
{
    ChapterId chapter = ChapterId::none; ///< none, or unknown to the document, when the chapter is gone
    HostMarker marker;

    bool operator== (const MarkerLink&) const = default;
};

} // namespace earmark
