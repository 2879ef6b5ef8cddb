// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Processor.h"

#include <memory>

// What JUCE's wrapper of every format calls.
juce::AudioProcessor* JUCE_CALLTYPE createPluginFilter()
{
    return std::make_unique<earmark::Processor>().release();
}
