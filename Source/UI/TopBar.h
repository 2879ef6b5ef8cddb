// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "UI/CommandButton.h"
#include "UI/Look.h"

#include <memory>
#include <vector>

namespace earmark::ui
{

/** The bar on top: transport and time on the left, what is done with the document on the right. */
class TopBar final : public juce::Component
{
public:
    explicit TopBar (Workspace&);

    void setCompact (bool);
    void paint (juce::Graphics&) override;
    void resized() override;

private:
    struct Item
    {
        std::unique_ptr<CommandButton> button;
        bool onRight;
        bool inCompact; ///< also shown in a narrow window
        int gap;        ///< before it
    };

    static constexpr int usualGap = 2, iconWidth = 34, clockWidth = 190;

    Workspace& workspace;
    std::vector<Item> items;
    CommandButton* play = nullptr;
    CommandButton* loop = nullptr;
    CommandButton* history = nullptr;
    CommandButton* sheet = nullptr;
    CommandButton* review = nullptr;
    CommandButton* follow = nullptr;
    juce::TextButton more { tr ("More") };
    juce::Rectangle<int> clock;
    bool compact = false;
    Workspace::Subscription subscription;

    CommandButton* add (std::string_view command,
                        std::optional<Icon>,
                        bool onRight,
                        bool inCompact,
                        const juce::String& label = {},
                        int gap = usualGap);
    int widthOnRight (const CommandButton&, bool isTight) const;
    int wantedWidth() const;
    int groupWidth (std::vector<Item>::const_iterator first) const;
    void changed (Changed);
    void showMenu();
    void paintClock (juce::Graphics&) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (TopBar)
};

} // namespace earmark::ui
