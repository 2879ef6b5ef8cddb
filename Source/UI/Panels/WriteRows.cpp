// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/WriteRows.h"

#include "UI/KeyInput.h"
#include "UI/Look.h"
#include "UI/Panels/WriteRow.h"
#include "UI/RunningText.h"

#include <algorithm>

namespace earmark::ui
{

WriteRows::WriteRows (Workspace& w) : workspace (w)
{
    addAndMakeVisible (viewport);
    viewport.setViewedComponent (&content, false);
    viewport.setScrollBarsShown (true, false);
    viewport.setWantsKeyboardFocus (false);
}

WriteRows::~WriteRows() = default;

void WriteRows::refresh()
{
    const auto& targets = workspace.writing().panel()->targets;

    // Rows stay while their files do: a button must not go while it is pressed.
    const auto isGone = [&] (const auto& row)
    { return std::ranges::find (targets, row->path, &WriteTarget::path) == targets.end(); };

    for (const auto& row : rows)
        if (isGone (row))
            giveKeyboardBack (*row);

    std::erase_if (rows, isGone);

    for (const auto& target : targets)
    {
        auto row = std::ranges::find (rows, target.path, [] (const auto& r) { return r->path; });

        if (row == rows.end())
        {
            rows.push_back (std::make_unique<WriteRow> (workspace, target.path));
            content.addAndMakeVisible (*rows.back());
            row = rows.end() - 1;
        }

        (*row)->show (target, workspace.writing().panel()->showsAdvice);
    }

    resized();
    repaint();
}

void WriteRows::resized()
{
    viewport.setBounds (getLocalBounds());

    // With a scroll bar the lines are shorter, and may be more.
    const auto place = [&] (int width)
    {
        int y = 0;

        for (auto& row : rows)
        {
            const auto height = row->heightFor (width);
            row->setBounds (0, y, width, height);
            y += height;
        }

        content.setSize (width, y);
        return y;
    };

    if (place (getWidth()) > getHeight())
        place (getWidth() - viewport.getScrollBarThickness());
}

void WriteRows::paint (juce::Graphics& g)
{
    if (! rows.empty())
        return;

    g.setColour (Look::of (*this).faintText);
    g.setFont (regularFont (type::normal));
    paintRunningText (g,
                      tr ("Drop the audio files here, or add them by the button."),
                      getLocalBounds().reduced (20),
                      juce::Justification::centred);
}

} // namespace earmark::ui
