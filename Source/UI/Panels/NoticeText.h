// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "UI/Look.h"

#include <functional>

namespace earmark::ui
{

/** What was noticed, one below the other, warnings in their colour, in lines of at most so many pixels. */
juce::TextLayout layoutOf (const Notices&, const Theme&, int width);

/** In whole pixels; none for no text. */
int heightOf (const juce::TextLayout&);

/** Such a text, scrolled where it needs more height than there is. */
class NoticeView final : public juce::Component
{
public:
    /** `title` is for those who hear it. */
    explicit NoticeView (const juce::String& title);

    std::function<juce::TextLayout (int width)> layout;

    /** To be called when the text has changed. */
    void refresh();

    /** Of all of it. */
    int heightFor (int width) const;

    void resized() override { refresh(); }

    void lookAndFeelChanged() override { refresh(); }

    void parentHierarchyChanged() override { refresh(); }

private:
    struct Content final : juce::Component
    {
        juce::TextLayout shown;

        void paint (juce::Graphics& g) override { shown.draw (g, getLocalBounds().toFloat()); }
    };

    Content content;
    juce::Viewport viewport;

    int widthOfText (int width) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (NoticeView)
};

} // namespace earmark::ui
