// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/WatchPage.h"
#include "Session/Writing.h"

namespace earmark
{

/** The watched folder as a switch. It goes on while other panels are open, and ends with the project. */
class WatchedFolder
{
public:
    /** The files of the folder are written as those of `writing`. */
    WatchedFolder (Desk& d, const Writing& w) : desk (d), writing (w) {}

    const WatchPage& page() const { return watched; }

    /** Nothing while one is watched. */
    void choose (const std::string& path);

    void turn (bool on);

    /** The next render gets the chapters as they are now, in the way that is wished now. */
    void update();

private:
    Desk& desk;
    const Writing& writing;
    WatchPage watched;

    void heard (WatchNews);
};

} // namespace earmark
