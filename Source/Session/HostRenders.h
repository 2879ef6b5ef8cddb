// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/HostTimeline.h"
#include "Session/Writing.h"

#include <string>
#include <vector>

namespace earmark
{

/** After a host has rendered: its files are offered to the chapters. */
class HostRenders
{
public:
    HostRenders (Desk& d, const HostTimeline& t, Writing& w) : desk (d), timeline (t), writing (w) {}

    /** A render has ended: as soon as its files are complete, asks whether the chapters are to be written into them. Which they are tells
        the host, or the folder that the user has named. */
    void ended();

    /** Where renders lie, of hosts that do not tell. */
    void chooseFolder();

private:
    Desk& desk;
    const HostTimeline& timeline;
    Writing& writing;
    std::vector<std::string> rendered; // complete, and not yet asked about to the end

    void isComplete (const std::string& path);
    void ask();
};

} // namespace earmark
