// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <algorithm>
#include <utility>

namespace earmark
{

/** What the mouse does in the timeline, without the mouse: x in pixels of the workspace's scale. One drag at a time. */
class TimelineDrag
{
public:
    explicit TimelineDrag (Workspace& w) : workspace (w) {}

    enum class Area
    {
        ruler, ///< marks a stretch of time
        flags, ///< moves markers
        wave   ///< puts the playhead; with a band, selects
    };

    struct Modifiers
    {
        bool toggle = false; ///< adds to the selection
        bool extend = false; ///< extends it
        bool free = false;   ///< nothing sticks
        bool push = false;   ///< neighbours give way
        bool pan = false;    ///< the middle button moves the view
    };

    void begin (Area, double x, Modifiers);
    void moveTo (double x, Modifiers);

    /** A press that moved less than a click's wobble is a click. */
    void end (double x);
    void cancel();

    bool isMovingMarkers() const { return kind == Kind::markers && begun; }

    bool isSelecting() const { return kind == Kind::band && begun; }

    /** The selected stretch of a band, in pixels. */
    std::pair<double, double> band() const { return std::minmax (from, to); }

private:
    enum class Kind
    {
        none,
        markers,
        range,
        band,
        scrub,
        pan
    };

    Workspace& workspace;
    Kind kind = Kind::none;
    bool begun = false; ///< it has moved further than a click may
    double from = 0, to = 0;
    ChapterId grabbed = ChapterId::none;
    Position origin; ///< of the marker grabbed
    TimelineScale scaleBefore;
    Selection selectionBefore;
    Modifiers pressed;

    void moveMarkers (Modifiers);
    void selectBand();
};

/** How near, in pixels, the mouse must be to a flag's pole, and a marker to a magnet; and how far a click may wobble. */
inline constexpr double grabReach = 5, magnetReach = 9, clickWobble = 3;

/** How far a flag's cloth reaches to the right of its pole. */
inline constexpr double flagCloth = 120;

} // namespace earmark
