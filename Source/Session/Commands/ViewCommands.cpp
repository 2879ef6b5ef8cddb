// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands/Tables.h"

// What the window shows, and how.

namespace earmark::commandtables
{

namespace
{

template <int steps>
bool canScale (const W& w)
{
    return scaleStep (w.view().preferences.scale, steps) != w.view().preferences.scale;
}

template <int steps>
void scale (W& w)
{
    w.look ([] (ViewState& v) { v.preferences.scale = scaleStep (v.preferences.scale, steps); });
}

} // namespace

std::vector<Command> viewCommands()
{
    using namespace actions;

    return {
        { "zoom-in", "View", "Closer", { "+", "=" }, always, [] (W& w) { zoom (w, 1.6); } },
        { "zoom-out", "View", "Further", { "-" }, always, [] (W& w) { zoom (w, 1 / 1.6); } },
        { "zoom-selection", "View", "Zoom to the selection", { "z" }, always, zoomToSelection },
        { "show-all", "View", "The whole episode", { "f", "0" }, always, showAll },
        { "follow", "View", "Follow the playhead: off, page, centre", { "y" }, always, cycleFollow },
        { "inspector",
          "View",
          "Inspector",
          { "ctrl+i" },
          always,
          [] (W& w)
          {
              w.look (
                  [] (ViewState& v)
                  {
                      v.showsInspector = v.panel != Panel::inspector || ! v.showsInspector;
                      v.inspectorOnly = ! v.inspectorOnly;
                      v.panel = Panel::inspector;
                  });
          } },
        { "theme",
          "View",
          "Dark, light, high contrast",
          { "ctrl+t" },
          always,
          [] (W& w)
          { w.look ([] (ViewState& v) { v.preferences.theme = nextTheme (v.preferences.theme); }); } },
        { "larger", "View", "Everything larger", { "ctrl++", "ctrl+=" }, canScale<1>, scale<1> },
        { "smaller", "View", "Everything smaller", { "ctrl+-" }, canScale<-1>, scale<-1> },
        { "preferences", "View", "Preferences\u2026", { "ctrl+," }, always, toggle<Panel::preferences> },
        { "shortcuts", "View", "Keys and commands", { "?", "f1" }, always, toggle<Panel::shortcuts> },
        { "about", "View", "About Earmark", { "shift+f1" }, always, toggle<Panel::about> },
    };
}

} // namespace earmark::commandtables
