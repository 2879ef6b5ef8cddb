// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"

namespace earmark
{

/** Which stretch of time lies where on the screen. A value; every function of it is pure. Pixels are logical ones, fractions
    allowed; double is exact to the nanosecond for a hundred days. */
struct TimelineScale
{
    double start = 0;      ///< at the left edge, in nanoseconds
    double perPixel = 1e7; ///< nanoseconds, above 0
    double width = 1;      ///< pixels
    Duration total;        ///< what there is to see: of the audio, or of the outline without audio

    bool operator== (const TimelineScale&) const = default;

    double xOf (Position) const;
    Position positionAt (double x) const; ///< never below zero
    TimeRange visible() const;
    Duration lengthOf (double pixels) const;
    double pixelsOf (Duration) const;
    bool showsEverything() const;
};

/** Closest: a 48 kHz sample is then 20 pixels wide. */
inline constexpr double finestPerPixel = 1042;

/** The whole in the width, with a margin behind its end. */
TimelineScale showingAll (TimelineScale);

/** A range with `margin` (a share of its length) on either side. */
TimelineScale showing (TimelineScale, TimeRange, double margin);

/** `factor` above 1 comes closer; what is at x stays there. */
TimelineScale zoomed (TimelineScale, double factor, double x);

/** Positive moves on to later times. */
TimelineScale scrolled (TimelineScale, double pixels);

/** The same place and zoom in another width. */
TimelineScale resized (TimelineScale, double width);

/** Within the limits of zoom and the total. */
TimelineScale limited (TimelineScale);

/** How the view goes with the playhead. */
enum class Follow
{
    off,
    page,  ///< turns over when the playhead leaves
    centre ///< the playhead stays in the middle
};

/** The scale after the playhead has moved there. */
TimelineScale followed (TimelineScale, Position playhead, Follow);

/** A place that is out of sight or near an edge comes to stand at a third of the width, with what is around it. */
TimelineScale revealing (TimelineScale, Position);

} // namespace earmark
