// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>

namespace earmark::ui
{

/** The component of a panel. Never null. */
std::unique_ptr<juce::Component> makePanel (Workspace&, Panel);

/** Puts the keyboard into its first field, or on the panel itself. */
void focusPanel (juce::Component&);

// One file each.
std::unique_ptr<juce::Component> makeInspector (Workspace&);
std::unique_ptr<juce::Component> makeImportPanel (Workspace&);
std::unique_ptr<juce::Component> makeWritePanel (Workspace&);
std::unique_ptr<juce::Component> makePlayersPanel (Workspace&);
std::unique_ptr<juce::Component> makeDocumentsPanel (Workspace&);
std::unique_ptr<juce::Component> makeWatchPanel (Workspace&);
std::unique_ptr<juce::Component> makeRetimePanel (Workspace&, Panel);
std::unique_ptr<juce::Component> makeFindCutPanel (Workspace&);
std::unique_ptr<juce::Component> makeRenamePanel (Workspace&);
std::unique_ptr<juce::Component> makeHistoryPanel (Workspace&);
std::unique_ptr<juce::Component> makeHostPanel (Workspace&);
std::unique_ptr<juce::Component> makeShortcutsPanel (Workspace&);
std::unique_ptr<juce::Component> makeContactSheet (Workspace&);
std::unique_ptr<juce::Component> makePreferencesPanel (Workspace&);
std::unique_ptr<juce::Component> makeAboutPanel (Workspace&);

} // namespace earmark::ui
