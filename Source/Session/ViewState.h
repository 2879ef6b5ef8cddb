// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Flags.h"
#include "Session/Preferences.h"
#include "Session/Selection.h"
#include "Session/TimelineScale.h"

#include <optional>
#include <string>

namespace earmark
{

/** What takes the place beside or over the table. One at a time; none is modal. */
enum class Panel
{
    inspector,
    import,
    write,
    players,   ///< what they make of the files that are written
    documents, ///< descriptions and exports
    watch,     ///< the watched folder
    shift,
    stretch,
    insertTime,
    findCut, ///< what makes the audio longer or shorter than the chapters expect
    snapAll,
    placeAll, ///< titles without times, at pauses
    rename,
    history,
    contactSheet,
    host, ///< markers on the host's timeline, and files for hosts
    shortcuts,
    preferences,
    about
};

/** What is shown and how: everything about the window that is no content. A value. */
struct ViewState
{
    TimelineScale scale;
    Selection selection;
    Follow follow = Follow::page;
    Position playhead;
    std::optional<TimeRange> range; ///< a marked stretch of time: to loop, shift, or cut out
    bool looping = false;
    Panel panel = Panel::inspector;
    bool showsInspector = true;
    bool inspectorOnly = false; ///< in a window too narrow for both, it takes the table's place
    Preferences preferences;
    std::string filter;
    std::optional<Magnet> snapped; ///< what a marker that is being dragged sticks to

    bool operator== (const ViewState&) const = default;
};

} // namespace earmark
