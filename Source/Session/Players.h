// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/PlayersPage.h"
#include "Session/Writing.h"

namespace earmark
{

/** The files that chapters go into, as listeners' players show them: as they will be, where they are not written yet. */
class Players
{
public:
    Players (Desk& d, Writing& w) : desk (d), writing (w) {}

    const PlayersPage& page() const { return shown; }

    void open();
    void choose (std::size_t);
    void chooseFile (const std::string& path);

    /** The files have changed: asks again, of the one that is looked at or else of the first. */
    void targetsChanged();

private:
    Desk& desk;
    Writing& writing;
    PlayersPage shown;
    int asked = 0; // counts the questions, so that late answers to earlier ones are known
};

} // namespace earmark
