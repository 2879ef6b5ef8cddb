// SPDX-License-Identifier: AGPL-3.0-or-later
#include <juce_gui_basics/juce_gui_basics.h>

#include <catch2/catch_session.hpp>

#include <cstdlib>
#include <thread>

int main (int argc, char* argv[])
{
#if JUCE_LINUX
    // One that happens to be there may go while a test runs, and Xlib ends the program then.
    ::setenv ("DISPLAY", "none", 1);
#endif

    const juce::ScopedJuceInitialiser_GUI juce;
    int failed = 0;

    // Plug-ins live on the host's message loop, which is this thread's.
    std::thread tests (
        [&]
        {
            failed = Catch::Session().run (argc, argv);
            juce::MessageManager::getInstance()->stopDispatchLoop();
        });
    juce::MessageManager::getInstance()->runDispatchLoop();
    tests.join();
    return failed;
}
