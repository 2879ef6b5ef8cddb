// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <juce_graphics/juce_graphics.h>

#include <optional>
#include <vector>

namespace earmark
{

/** What the app was told on its command line. */
struct AppOptions
{
    std::vector<juce::File> files; ///< projects, audio or outlines, opened in this order
    juce::File outline;            ///< imported at once, when its reader has no questions
    juce::File project;            ///< where Save goes without asking; opened first if it is there
    juce::File settings;           ///< instead of the user's own
    juce::File screenshot;         ///< written once everything is drawn; then the app ends
    juce::Point<int> size { 1280, 800 };
    std::optional<double> scale; ///< of the display, instead of what the system says
    juce::String theme;          ///< a name as nameOf() gives it, or empty
    juce::String language;       ///< likewise
    juce::StringArray commands;  ///< ids, run in this order once the files are there
    bool help = false, version = false;
};

/** Fails with a sentence for what it does not know. */
Result<AppOptions> parseOptions (const juce::StringArray& arguments);

juce::String usage();

} // namespace earmark
