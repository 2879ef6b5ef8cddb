// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// Hearing.

namespace earmark::commandtables
{

namespace
{

bool hasMedia (const W& w)
{
    return w.audio().file().has_value();
}

template <std::int64_t seconds>
void skip (W& w)
{
    actions::skip (w, Duration::fromSeconds (seconds));
}

} // namespace

std::vector<Command> playbackCommands()
{
    using namespace actions;

    return {
        { "play", "Playback", "Play or pause", { "space" }, canPlay, togglePlay, true },
        { "stop", "Playback", "Pause, at normal speed", { "k" }, canPlay, pause },
        { "faster", "Playback", "Play, then faster", { "l" }, hasMedia, faster },
        { "slower", "Playback", "Slower", { "shift+j" }, hasMedia, slower },
        { "back-5", "Playback", "Back 5 seconds", { "j" }, always, skip<-5> },
        { "back-1", "Playback", "Back 1 second", { "left" }, always, skip<-1> },
        { "forward-1", "Playback", "Forward 1 second", { "right" }, always, skip<1> },
        { "back-10", "Playback", "Back 10 seconds", { "shift+left" }, always, skip<-10> },
        { "forward-10", "Playback", "Forward 10 seconds", { "shift+right" }, always, skip<10> },
        { "to-start", "Playback", "To the beginning", { "home" }, always, goToBeginning },
        { "to-end", "Playback", "To the end", { "end" }, always, goToEnd },
        { "audition", "Playback", "Play around the marker", { "enter" }, hasOneTarget, auditionMarker },
        { "loop", "Playback", "Loop the marked stretch or the chapter", { "o" }, hasMedia, toggleLoop },
    };
}

} // namespace earmark::commandtables
