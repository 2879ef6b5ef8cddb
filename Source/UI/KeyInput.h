// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Keys.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** JUCE's key as the table of commands names it; nullopt for one that no command can have. */
std::optional<Key> keyOf (const juce::KeyPress&);

} // namespace earmark::ui
