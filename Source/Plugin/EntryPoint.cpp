// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Processor.h"

#include <memory>

// What JUCE's wrapper of every format calls, and declares for itself.
juce::AudioProcessor* JUCE_CALLTYPE createPluginFilter();

juce::AudioProcessor* JUCE_CALLTYPE createPluginFilter()
{
    return std::make_unique<earmark::Processor>().release();
}
