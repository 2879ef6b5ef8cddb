// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/WritePanel.h"

#include <string>
#include <vector>

// The watched folder: each render that lands there gets the chapters of the open project.

namespace earmark
{

/** What happened in a watched folder. */
struct WatchNews
{
    enum class Kind
    {
        tagged,
        already, ///< it has exactly these chapters
        failed,  ///< with the problem; another render, or a new try, may succeed
        folderGone,
        folderBack
    };

    Kind kind;
    std::string time; ///< of the day, for people
    std::string file; ///< its name
    std::size_t chapters = 0;
    std::string problem;
    std::vector<std::string> warnings {}; ///< of what was changed or guessed on the way into the render

    bool operator== (const WatchNews&) const = default;
};

struct WatchPage
{
    enum class State
    {
        off,
        on,
        stopping ///< a write that has begun ends, or takes itself back
    };

    State state = State::off;
    std::string folder;         ///< UTF-8; empty before one was chosen
    std::vector<WatchNews> log; ///< the last first

    std::size_t count (WatchNews::Kind) const;
};

WriteLine lineOf (const WatchNews&);

/** The sentence with the warnings behind it. */
std::string withWarnings (std::string sentence, const WatchNews&);

/** "Watching renders: 3 tagged", or how to begin. */
std::string headlineOf (const WatchPage&);

} // namespace earmark
