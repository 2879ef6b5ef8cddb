// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/CommandMenu.h"

#include "Session/Commands.h"
#include "UI/Look.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace earmark::ui
{

namespace
{

constexpr std::array groups { "File", "Edit", "Chapters", "Playback", "Review", "View", "Host" };

/** What has a button or a key of its own where it belongs: for all who are elsewhere it would only be in the way. */
constexpr std::array<std::string_view, 42> passing {
    // in panels
    "accept-import",
    "toggle-line",
    "undo-line",
    "redo-line",
    "write-now",
    "write-add",
    "write-restore",
    "write-fix",
    "write-advice",
    "save-proof",
    "copy-document",
    "save-document",
    "publish",
    "watch-switch",
    "watch-folder",
    "row-up",
    "row-down",
    "row-first",
    "row-last",
    "file-before",
    "file-after",
    "apply",

    // in a review, and among its pictures
    "sheet-choose",
    "review-accept",
    "review-play",
    "review-previous",
    "review-next",
    "review-earlier",
    "review-later",
    "review-earlier-100",
    "review-later-100",
    "candidate-1",
    "candidate-2",
    "candidate-3",
    "candidate-4",
    "candidate-5",
    "candidate-6",

    // in a host
    "episode-start",
    "host-push",
    "host-pull",
    "render-folder",

    // in the app
    "quit",
};

class Maker
{
public:
    Maker (Workspace& w, juce::Component& c) : workspace (w), safe (&c) {}

    juce::PopupMenu made() const
    {
        juce::PopupMenu menu;

        for (const auto* group : groups)
            menu.addSubMenu (tr (group), menuOf (group));

        return menu;
    }

private:
    Workspace& workspace;
    juce::Component::SafePointer<juce::Component> safe;

    juce::PopupMenu menuOf (std::string_view group) const
    {
        juce::PopupMenu lasting, now;

        for (const auto& command : commands())
            if (command.group == group)
            {
                if (! std::ranges::contains (passing, command.id))
                    add (lasting, command);
                else if (command.isEnabled (workspace))
                    add (now, command);
            }

        if (now.getNumItems() > 0)
        {
            lasting.addSeparator();

            for (juce::PopupMenu::MenuItemIterator each (now); each.next();)
                lasting.addItem (each.getItem());
        }

        return lasting;
    }

    void add (juce::PopupMenu& menu, const Command& command) const
    {
        auto item = itemFor (tr (command.label), [id = command.id] (Workspace& w) { run (w, id); });
        item.isEnabled = command.isEnabled (workspace);

        if (const auto keys = workspace.keys().keysOf (command.id); ! keys.empty())
            item.shortcutKeyDescription = text (describe (keys.front()));

        menu.addItem (item);

        if (command.id == "open")
            menu.addSubMenu (tr ("Open recent"), recent(), ! workspace.recentFiles().paths().empty());
    }

    juce::PopupMenu recent() const
    {
        juce::PopupMenu menu;

        for (const auto& path : workspace.recentFiles().paths())
            menu.addItem (itemFor (text (path), [path] (Workspace& w) { w.openFile (path); }));

        return menu;
    }

    template <class Action>
    juce::PopupMenu::Item itemFor (const juce::String& label, Action action) const
    {
        juce::PopupMenu::Item item (label);
        item.itemID = 1; // JUCE wants one; the action tells them apart
        item.action = [from = safe, &w = workspace, done = std::move (action)]
        {
            if (from != nullptr)
                done (w);
        };
        return item;
    }
};

} // namespace

juce::PopupMenu commandMenu (Workspace& workspace, juce::Component& openedFrom)
{
    return Maker (workspace, openedFrom).made();
}

} // namespace earmark::ui
