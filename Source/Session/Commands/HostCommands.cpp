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
    return w.hostLink() != nullptr && w.hostLink()->carryOut && ! w.isPushingMarkers()
           && (hasChapters (w) || ! w.markerLinks().empty());
}

bool canPull (const W& w)
{
    return w.hostLink() != nullptr && w.hostLink()->markers && ! w.isPushingMarkers();
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
          [] (W& w) { w.pushMarkers(); } },
        { "host-pull",
          "Host",
          "Take over the host\u2019s markers\u2026",
          { "ctrl+shift+alt+m" },
          canPull,
          [] (W& w) { w.pullMarkers(); } },
        { "render-folder",
          "Host",
          "Where renders lie\u2026",
          { "ctrl+shift+r" },
          isInHost,
          [] (W& w) { w.chooseRenderFolder(); } },
    };
}

} // namespace earmark::commandtables
