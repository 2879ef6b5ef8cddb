// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"
#include "Model/HostMarker.h"

#include <cstddef>
#include <optional>
#include <vector>

// Chapters as markers on a host's timeline, and back: what is to be done, as values.

namespace earmark
{

/** What makes a host's markers those of the chapters. Indices are into the host's list. */
struct MarkerPlan
{
    struct Found
    {
        std::size_t index;
        HostMarker marker;
    };

    struct Change
    {
        Found from;
        MarkerLink to;
    };

    std::vector<Found> remove; ///< in the host's order
    std::vector<Change> set;
    std::vector<MarkerLink> add;
    std::vector<MarkerLink> unchanged;

    bool changesNothing() const { return remove.empty() && set.empty() && add.empty(); }

    std::size_t markers() const { return set.size() + add.size() + unchanged.size(); }
};

/** Sets one marker, or one region, for every chapter that does not wait for its place (Model/Placing.h). A marker is a chapter's when it was set for it, as `links` remember; or when it
    has its name and place already. Of all others, which are the user's own, none is touched. Regions of a last chapter whose end
    nobody knows end with the host's project. */
MarkerPlan planMarkers (const Document&,
                        const std::vector<MarkerLink>& links,
                        const std::vector<HostMarker>& there,
                        bool asRegions,
                        std::optional<Position> endOfHost);

/** What the host's markers would change in the chapters. */
struct FromHost
{
    std::vector<Edit> edits;
    std::size_t before = 0; ///< markers before the episode starts, which are left out
    std::size_t gone = 0;   ///< chapters whose marker is no longer there; they stay

    /** Names of markers that are orders to REAPER and no chapters. */
    std::vector<std::string> orders;

    /** Names of markers and regions that Ultraschall keeps in REAPER for itself, and of chapters that it only plans. */
    std::vector<std::string> forUltraschall;
};

/** Moves and renames the chapters whose markers were moved and renamed, and adds a chapter for each marker that is none's. */
FromHost chaptersFromMarkers (const Document&,
                              const std::vector<MarkerLink>& links,
                              const std::vector<HostMarker>& there);

} // namespace earmark
