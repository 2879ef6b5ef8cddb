// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/RunningText.h"

#include <algorithm>
#include <cmath>

namespace earmark::ui
{

namespace
{

/** Smaller letters are no longer read at a glance. */
constexpr float smallest = 12;

/** JUCE's own default squeezes a text into one line as long as its letters keep seven tenths of their width. */
constexpr float fullWidth = 1;

} // namespace

void paintRunningText (juce::Graphics& g,
                       const juce::String& words,
                       juce::Rectangle<int> area,
                       juce::Justification justification)
{
    const auto lineHeight = std::min (g.getCurrentFont().getHeight(), smallest);
    const auto lines = std::max (1, int (float (area.getHeight()) / lineHeight));
    g.drawFittedText (words, area, justification, lines, fullWidth);
}

int heightOfRunningText (const juce::String& words, const juce::Font& font, int width)
{
    if (words.isEmpty())
        return 0;

    constexpr float anyHeight = 100'000;
    constexpr int anyLines = 1000, leastWidth = 80; // below that nothing is shown yet
    juce::GlyphArrangement glyphs;
    glyphs.addFittedText (font,
                          words,
                          0,
                          0,
                          float (std::max (leastWidth, width)),
                          anyHeight,
                          juce::Justification::topLeft,
                          anyLines,
                          fullWidth);
    return int (std::ceil (glyphs.getBoundingBox (0, -1, true).getHeight()));
}

} // namespace earmark::ui
