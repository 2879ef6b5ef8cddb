// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** The commands with their keys, a menu for each group. What is at hand only in a panel, a review or a host is in it while it can be
    done. Nothing is done once the component that it is opened from is gone. */
juce::PopupMenu commandMenu (Workspace&, juce::Component& openedFrom);

} // namespace earmark::ui
