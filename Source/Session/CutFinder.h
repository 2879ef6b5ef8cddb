// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/CutFinding.h"
#include "Session/Desk.h"
#include "Session/OpenAudio.h"

#include <optional>
#include <utility>
#include <vector>

namespace earmark
{

/** Notices when audio is opened that is longer or shorter than the one for which the chapters were timed, looks for the one place that explains
    it, and asks. */
class CutFinder
{
public:
    CutFinder (Desk& d, OpenAudio& a) : desk (d), audio (a) {}

    /** As the chapters are now. Costs little: what is heard is known. */
    CutFinding finding() const;

    void audioOpened();
    void audioHeard();
    void documentChanged();
    void projectLeft();

private:
    using Starts = std::vector<std::pair<ChapterId, Position>>;

    Desk& desk;
    OpenAudio& audio;

    /** The chapters belonged to audio of that length when they began there. */
    struct Timed
    {
        Duration length;
        Starts starts;
        PeakMap peaks; ///< none where it was not heard here
    };

    std::optional<Timed> timed;
    std::optional<Position> splice;
    std::optional<Starts> asked; // about chapters with these starts

    Starts startsNow() const;
    std::optional<Duration> lengthByEarlierAudio() const;
    void ask (const CutFinding&);
};

} // namespace earmark
