// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/ViewState.h"

namespace earmark
{

struct Area
{
    int x = 0, y = 0, width = 0, height = 0;

    bool isEmpty() const { return width <= 0 || height <= 0; }

    int right() const { return x + width; }

    int bottom() const { return y + height; }

    bool operator== (const Area&) const = default;
};

/** Where everything is in the window, in logical pixels. Areas that have no place are empty. */
struct WindowLayout
{
    Area top, prompt, overview, detail, divider, review, filter, table, side, whole, foot;
    bool compact = false; ///< the bar on top shows what is needed most

    bool operator== (const WindowLayout&) const = default;
};

struct WindowNeeds
{
    Panel panel = Panel::inspector;
    bool showsInspector = true, inspectorOnly = false, isReviewing = false, isAsking = false;
    int detailHeight = 0; ///< as the user dragged it; 0: by itself
};

/** Fits any size; made for 640 by 480 and above. */
WindowLayout layOut (int width, int height, const WindowNeeds&);

/** Panels that take the place of table and inspector together. */
bool isWide (Panel);

/** Those with pages from which chapters leave the program. */
bool isAboutWriting (Panel);

inline constexpr int leastDetail = 96, leastBelow = 140;

} // namespace earmark
