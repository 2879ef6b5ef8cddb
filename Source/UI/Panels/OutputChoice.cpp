// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/OutputChoice.h"

#include "UI/Look.h"
#include "UI/RunningText.h"

#include <utility>

namespace earmark::ui
{

namespace
{

constexpr int boxHeight = 30, wordHeight = 34, ofSystem = 1;

} // namespace

OutputChoice::OutputChoice (Workspace& w) : workspace (w)
{
    box.setTitle (tr ("Sound output"));
    box.setTooltip (tr ("Where the sound is heard"));
    box.onChange = [this] { choose(); };
    addAndMakeVisible (box);
    list();
}

int OutputChoice::heightNeeded() const
{
    return boxHeight + (isHeard ? 0 : wordHeight);
}

void OutputChoice::list()
{
    box.clear (juce::dontSendNotification);
    box.addItem (tr ("The system's own"), ofSystem);
    const auto open = workspace.services.output ? workspace.services.output() : std::string();
    int id = ofSystem;

    for (const auto& name : workspace.services.outputs())
    {
        box.addItem (text (name), ++id);

        if (name == open)
            box.setSelectedId (id, juce::dontSendNotification);
    }

    if (box.getSelectedId() == 0)
        box.setSelectedId (ofSystem, juce::dontSendNotification);

    const auto is = ! workspace.services.output || ! open.empty();
    setDescription (is ? juce::String() : tr ("No output is open: what is played is not heard."));
    repaint();

    if (std::exchange (isHeard, is) != is && onHeightChange)
        onHeightChange();
}

void OutputChoice::choose()
{
    const auto name = box.getSelectedId() == ofSystem ? std::string() : utf8 (box.getText());

    const auto chosen = workspace.services.chooseOutput (name);
    list();

    if (! chosen)
        workspace.say (Message::Grade::warning, chosen.error().message);
    else if (isHeard)
        workspace.say (Message::Grade::info, earmark::tr ("Sound output: {}", utf8 (box.getText())));
    else
        workspace.say (Message::Grade::warning, utf8 (getDescription()));
}

void OutputChoice::paint (juce::Graphics& g)
{
    if (isHeard)
        return;

    g.setColour (Look::of (*this).warning);
    g.setFont (regularFont (type::small));
    paintRunningText (
        g, getDescription(), getLocalBounds().withTrimmedTop (boxHeight + 4), juce::Justification::topLeft);
}

void OutputChoice::resized()
{
    box.setBounds (getLocalBounds().removeFromTop (boxHeight));
}

} // namespace earmark::ui
