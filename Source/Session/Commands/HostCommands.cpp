// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// The host and its timeline.

namespace earmark::commandtables
{

namespace
{

bool isInHost (const W& w)
{
    return w.isHosted();
}

bool canPush (const W& w)
{
    return w.hostTimeline().link() != nullptr && w.hostTimeline().link()->carryOut
           && ! w.hostTimeline().isPushing() && (hasChapters (w) || ! w.hostTimeline().markers().empty());
}

bool canPull (const W& w)
{
    return w.hostTimeline().link() != nullptr && w.hostTimeline().link()->markers
           && ! w.hostTimeline().isPushing();
}

} // namespace

std::vector<Command> hostCommands()
{
    using namespace actions;

    return {
        { "host-panel", "Host", "Markers for a DAW\u2026", { "ctrl+shift+m" }, always, toggle<Panel::host> },
        { "host-push",
          "Host",
          "Set the chapters as the host\u2019s markers",
          { "ctrl+alt+m" },
          canPush,
          [] (W& w) { w.hostTimeline().push(); } },
        { "host-pull",
          "Host",
          "Take over the host\u2019s markers\u2026",
          { "ctrl+shift+alt+m" },
          canPull,
          [] (W& w) { w.hostTimeline().pull(); } },
        { "render-folder",
          "Host",
          "Where renders lie\u2026",
          { "ctrl+shift+r" },
          isInHost,
          [] (W& w) { w.hostRenders().chooseFolder(); } },
    };
}

} // namespace earmark::commandtables
