// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/JuceWords.h"

#include "UI/Look.h"

#include <array>

namespace earmark::ui
{

namespace
{

constexpr std::array words {
    "Undo",
    "Redo",
    "Cut",
    "Copy",
    "Paste",
    "Delete",
    "Select All",
    "OK",
    "Cancel",
    "Open",
    "Save",
    "Choose",
    "Overwrite",
    "New Folder",
    "Create Folder",
    "Please enter the name for the folder",
    "Couldn't create the folder!",
    "Go up to parent directory",
    "file:",
    "File already exists",
    "There's already a file called: FLNM",
    "Are you sure you want to overwrite it?",
    "Home folder",
    "Desktop",
    "Documents",
    "Music",
    "Pictures",
};

} // namespace

void translateJuceWords()
{
    juce::String lines; // "Cut" = "Ausschneiden"

    for (const auto* word : words)
        lines << juce::String (word).quoted() << " = " << tr (word).quoted() << juce::newLine;

    juce::LocalisedStrings::setCurrentMappings (new juce::LocalisedStrings (lines, false));
}

} // namespace earmark::ui
