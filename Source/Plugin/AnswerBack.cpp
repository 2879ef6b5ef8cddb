// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/AnswerBack.h"

#include <juce_events/juce_events.h>

namespace earmark
{

Post postToMessageThread()
{
    return [] (std::function<void()> function) { juce::MessageManager::callAsync (std::move (function)); };
}

} // namespace earmark
