// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/HostFiles.h"

#include "Model/Placing.h"
#include "Session/Actions.h"
#include "UI/Icons.h"
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/RunningText.h"

#include <algorithm>

namespace earmark::ui
{

HostFiles::HostFiles (Workspace& w) : workspace (w)
{
    int id = 0;

    for (const auto& each : hostImports())
        hosts.addItem (tr (each.host), ++id);

    hosts.setSelectedItemIndex (int (actions::suggestedHost (w)), juce::dontSendNotification);
    hosts.setTitle (tr ("DAW"));
    hosts.onChange = [this]
    {
        actions::rememberHost (workspace, row());
        refresh();
    };
    save.onClick = [this] { actions::saveHostFile (workspace, row()); };
    save.setMouseClickGrabsKeyboardFocus (false);
    tile.setTitle (tr ("The file, to drag into the DAW"));

    for (auto* child : std::initializer_list<juce::Component*> { &hosts, &tile, &save })
        addAndMakeVisible (child);

    refresh();
}

const HostImport& HostFiles::row() const
{
    return hostImports()[std::size_t (std::max (0, hosts.getSelectedItemIndex()))];
}

bool HostFiles::hasFile() const
{
    return actions::hasHostFile (workspace, row());
}

void HostFiles::refresh()
{
    markers = workspace.chapters().size() - countWaiting (workspace.document().outline);
    save.setEnabled (hasFile());
    tile.setMouseCursor (hasFile() ? juce::MouseCursor::DraggingHandCursor : juce::MouseCursor::NormalCursor);
    tile.repaint();
    repaint();
}

void HostFiles::drag()
{
    // It stays where it is: some hosts read it later, or refer to it.
    if (const auto path = actions::makeHostFile (workspace, row()); ! path.empty())
        juce::DragAndDropContainer::performExternalDragDropOfFiles ({ text (path) }, false, &tile);
}

void HostFiles::resized()
{
    auto area = getLocalBounds();
    label = area.removeFromTop (18);
    auto choice = area.removeFromTop (30);
    save.setBounds (choice.removeFromRight (std::min (130, choice.getWidth() / 2)));
    choice.removeFromRight (8);
    hosts.setBounds (choice);
    area.removeFromTop (8);
    const auto stepsHeight = std::min (76, area.getHeight() / 2);
    tile.setBounds (area.removeFromTop (std::min (84, area.getHeight() - stepsHeight - 6)));
    area.removeFromTop (6);
    steps = area.removeFromTop (stepsHeight);
}

void HostFiles::paint (juce::Graphics& g)
{
    paintFieldLabel (g, *this, tr ("A file for"), label);
    auto area = steps;
    g.setFont (regularFont (type::small));
    g.setColour (Look::of (*this).dimText);

    for (const auto step : row().steps)
        paintRunningText (
            g, tr (step), area.removeFromTop (steps.getHeight() / 2), juce::Justification::centredLeft);
}

//======================================================================================================
void HostFiles::Tile::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    const auto area = getLocalBounds().toFloat().reduced (1);
    const auto has = files.hasFile();
    g.setColour (t.raised.withAlpha (has ? 1.0f : 0.4f));
    g.fillRoundedRectangle (area, 6);
    g.setColour (has && isMouseOverOrDragging() ? t.accent : t.edge);
    g.drawRoundedRectangle (area, 6, has ? 1.5f : 1);
    auto inner = getLocalBounds().reduced (12, 4);
    const auto& row = files.row();

    if (! has)
    {
        g.setColour (t.faintText);
        g.setFont (regularFont (type::small));
        paintRunningText (g,
                          row.format.empty() ? tr ("No file goes there") : tr ("There are no chapters yet"),
                          inner,
                          juce::Justification::centred);
        return;
    }

    drawIcon (g, Icon::exportFile, inner.removeFromLeft (26).toFloat(), t.accent);
    inner.removeFromLeft (10);
    inner = inner.withSizeKeepingCentre (inner.getWidth(), 42);
    g.setColour (t.text);
    g.setFont (boldFont (type::normal));
    g.drawText (
        tr ("Drag this into the DAW"), inner.removeFromTop (22), juce::Justification::centredLeft, true);
    g.setColour (t.dimText);
    g.setFont (regularFont (type::small));
    g.drawText (tr (files.markers, "{1} with {0} marker", "{1} with {0} markers", earmark::tr (row.file)),
                inner,
                juce::Justification::centredLeft,
                true);
}

void HostFiles::Tile::mouseDrag (const juce::MouseEvent& e)
{
    // The drag is the system's from here on.
    if (isDragging || e.getDistanceFromDragStart() < 6)
        return;

    isDragging = true;
    files.drag();
}

void HostFiles::Tile::mouseUp (const juce::MouseEvent&)
{
    isDragging = false;
}

void HostFiles::Tile::mouseEnter (const juce::MouseEvent&)
{
    repaint();
}

void HostFiles::Tile::mouseExit (const juce::MouseEvent&)
{
    repaint();
}

} // namespace earmark::ui
