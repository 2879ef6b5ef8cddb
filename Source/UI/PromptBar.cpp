// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/PromptBar.h"

#include "Session/Actions.h"
#include "Session/Keys.h"
#include "UI/Icons.h"
#include "UI/Look.h"
#include "UI/RunningText.h"

namespace earmark::ui
{

PromptBar::PromptBar (Workspace& w) : workspace (w)
{
    for (std::size_t i = 0; i < answers.size(); ++i)
    {
        auto& answer = answers[i];
        answer.setMouseClickGrabsKeyboardFocus (false);
        answer.onClick = [this, i] { workspace.answerPrompt (i); };
        addChildComponent (answer);
    }

    answers[0].getProperties().set ("main", true);
    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (holds (c, Changed::prompt | Changed::panels))
                refresh();
        });
    refresh();
}

void PromptBar::refresh()
{
    const auto* prompt = workspace.prompt();
    const auto asked = prompt != nullptr ? text (prompt->text) : juce::String();

    for (std::size_t i = 0; i < answers.size(); ++i)
    {
        const auto isThere = prompt != nullptr && i < prompt->choices.size();
        answers[i].setVisible (isThere);

        if (! isThere)
            continue;

        answers[i].setButtonText (text (prompt->choices[i].label));
        answers[i].setTooltip (keyOf (i == 0                                   ? "answer-first"
                                      : i == actions::answerOfEscape (*prompt) ? "escape"
                                                                               : "answer-second"));
    }

    if (asked != question && asked.isNotEmpty())
        juce::AccessibilityHandler::postAnnouncement (asked,
                                                      juce::AccessibilityHandler::AnnouncementPriority::high);

    question = asked;
    setTitle (question);
    resized();
    repaint();
}

juce::String PromptBar::keyOf (std::string_view command) const
{
    // While a panel is open, its keys are the panel's.
    if (command != "answer-second" && ! workspace.isAskedFirst())
        return {};

    const auto keys = workspace.keys().keysOf (command);
    return keys.empty() ? juce::String() : text (describe (keys.front()));
}

void PromptBar::resized()
{
    auto area = getLocalBounds().reduced (12, 8);
    icon = area.removeFromLeft (20).withSizeKeepingCentre (18, 18);
    area.removeFromLeft (8);

    for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer)
        if (answer->isVisible())
        {
            const auto width =
                juce::GlyphArrangement::getStringWidthInt (boldFont (type::normal), answer->getButtonText())
                + 28;
            answer->setBounds (area.removeFromRight (width).withSizeKeepingCentre (width, 30));
            area.removeFromRight (6);
        }

    says = area.withTrimmedRight (6).expanded (0, 4); // three lines need more height than a button
}

void PromptBar::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.bar.interpolatedWith (t.accent, 0.13f));
    g.setColour (t.accent);
    g.fillRect (0, 0, 3, getHeight());
    g.setColour (t.edge);
    g.fillRect (0, getHeight() - 1, getWidth(), 1);
    drawIcon (g, Icon::help, icon.toFloat(), t.accent);
    g.setColour (t.text);
    g.setFont (regularFont (type::normal));
    paintRunningText (g, question, says, juce::Justification::centredLeft);
}

std::unique_ptr<juce::AccessibilityHandler> PromptBar::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::dialogWindow);
}

} // namespace earmark::ui
