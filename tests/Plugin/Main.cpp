// SPDX-License-Identifier: AGPL-3.0-or-later
#include <juce_gui_basics/juce_gui_basics.h>

#include <catch2/catch_session.hpp>

int main (int argc, char* argv[])
{
    // A plug-in finds a message manager in place when a host makes it; it needs no display.
    const juce::ScopedJuceInitialiser_GUI juce;

    return Catch::Session().run (argc, argv);
}
