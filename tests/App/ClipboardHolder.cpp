// SPDX-License-Identifier: AGPL-3.0-or-later
#include <juce_gui_basics/juce_gui_basics.h>

#include <iostream>

// Holds a file's text on the X11 clipboard until it is killed: there, a text lives in the program that it was copied from.

int main (int argc, char* argv[])
{
    const juce::ScopedJuceInitialiser_GUI juce;

    if (argc != 2)
        return 2;

    juce::SystemClipboard::copyTextToClipboard (juce::File::getCurrentWorkingDirectory()
                                                    .getChildFile (juce::String::fromUTF8 (argv[1]))
                                                    .loadFileAsString());
    // Asking for it makes a round trip to the server, without which the claim to the clipboard can stay in the program's own queue.
    if (juce::SystemClipboard::getTextFromClipboard().isEmpty())
        return 1;

    std::cout << "ready" << std::endl;
    juce::MessageManager::getInstance()->runDispatchLoop();
    return 0;
}
