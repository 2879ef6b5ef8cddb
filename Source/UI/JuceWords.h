// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

namespace earmark::ui
{

/** What JUCE says by itself, in the language that is spoken: in the menus of text fields, and in its file chooser, which stands in where
    the system has none. Of the whole process; a plug-in's JUCE is its own. Message thread only. */
void translateJuceWords();

} // namespace earmark::ui
