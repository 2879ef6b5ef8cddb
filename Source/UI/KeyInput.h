// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Keys.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** JUCE's key as the table of commands names it; nullopt for one that no command can have. */
std::optional<Key> keyOf (const juce::KeyPress&);

/** To what is nearest around it and wants it, where it or something in it has it. For what is about to go or to hide: JUCE would give the
    keyboard to the button that happens to be next, and Return would press that. */
void giveKeyboardBack (juce::Component&);

} // namespace earmark::ui
