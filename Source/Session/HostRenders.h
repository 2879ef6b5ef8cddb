// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/HostTimeline.h"
#include "Session/Writing.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** After a host has rendered: its files are offered to the chapters. */
class HostRenders
{
public:
    HostRenders (Desk& d, HostTimeline& t, Writing& w) : desk (d), timeline (t), writing (w) {}

    /** A render has ended that began there on the host's timeline: as soon as its files are complete, asks whether the chapters are to be
        written into them. Which they are tells the host, or the folder that the user has named. */
    void ended (std::optional<Position> began = {});

    /** Where renders lie, of hosts that do not tell. */
    void chooseFolder();

private:
    Desk& desk;
    HostTimeline& timeline;
    Writing& writing;
    std::vector<std::string> rendered; // complete, and not yet asked about to the end
    std::size_t expected = 0;          // files of the last render, where the host tells
    std::optional<Position> begin;     // of the last render, on the host's timeline

    void isComplete (const std::string& path);
    void ask();
    void askAboutBegin();
    void openFiles();
    bool beginsElsewhere() const;
};

} // namespace earmark
