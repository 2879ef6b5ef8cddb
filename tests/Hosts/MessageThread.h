// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_events/juce_events.h>

#include <type_traits>

namespace earmark::tests
{

/** Runs it on the message thread, which belongs to main(); the tests have a thread of their own, and are the host's audio thread. */
template <class Function>
auto onMessageThread (Function&& function)
{
    if constexpr (std::is_void_v<decltype (function())>)
        juce::MessageManager::callSync (function);
    else
        return juce::MessageManager::callSync (function).value();
}

} // namespace earmark::tests
