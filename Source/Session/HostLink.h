// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Session/HostMarkers.h"

#include <functional>
#include <string>
#include <vector>

namespace earmark
{

/** The host's own timeline, as far as the host lets a plug-in reach it. Empty functions: that is not possible there, and `lacks`
    says so where it would be expected. Session's thread only. */
struct HostLink
{
    std::string host;               ///< its name
    std::vector<std::string> lacks; ///< sentences for the user

    bool hasRegions = false; ///< not only markers

    /** The markers and regions that are there, in the host's order. Empty where the host does not tell. */
    std::function<Result<std::vector<HostMarker>>()> markers;

    /** Carries out a plan that was made just now; one step of the host's undo history, where it can be. Gives the links of all that
        the host took, at once or later; without a chapter, of what is still there and should not be. */
    std::function<void (const MarkerPlan&, std::function<void (Result<std::vector<MarkerLink>>)> done)>
        carryOut;

    /** Where the host's project ends. */
    std::function<std::optional<Position>()> end;

    /** Puts the host's playhead there; goes on playing from there if it plays. */
    std::function<Result<void> (Position)> jump;

    std::function<void()> play, pause;

    /** The files that the host's render wrote, or would write, as UTF-8 paths. */
    std::function<std::vector<std::string>()> renderedFiles;
};

} // namespace earmark
