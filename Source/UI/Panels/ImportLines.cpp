// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/ImportLines.h"

#include "UI/Look.h"
#include "UI/RunningText.h"

#include <algorithm>
#include <utility>

namespace earmark::ui
{

namespace
{

constexpr int rowHeight = 24, footHeight = 40, margin = 14, boxWidth = 24, numberWidth = 36, fateWidth = 118;

juce::Colour colourOf (LineFate::Kind kind, const Theme& t)
{
    using Kind = LineFate::Kind;

    switch (kind)
    {
        case Kind::episode:
        case Kind::show:
        case Kind::episodeTitle:
        case Kind::description:
            return t.selectionEdge;
        case Kind::chapterStart:
            return t.accent;
        case Kind::title:
            return t.good;
        case Kind::summary:
        case Kind::point:
            return t.dimText;
        case Kind::warning:
            return t.warning;
        case Kind::unused:
            return t.bad;
        case Kind::blank:
        case Kind::ignored:
        case Kind::unticked:
            break;
    }

    return t.faintText;
}

bool isImported (const LineFate& line)
{
    return LinesLeftOut::mayToggle (line) && line.kind != LineFate::Kind::unticked;
}

} // namespace

ImportLines::ImportLines (Workspace& w) : workspace (w), list ({}, this)
{
    addAndMakeVisible (list);
    list.setTitle (tr ("Lines of the outline"));
    list.setRowHeight (rowHeight);
    list.setColour (juce::ListBox::backgroundColourId, {});
    list.setOpaque (false);
    list.setWantsKeyboardFocus (false);
    announce = [] (const juce::String& what)
    {
        juce::AccessibilityHandler::postAnnouncement (
            what, juce::AccessibilityHandler::AnnouncementPriority::medium);
    };
}

void ImportLines::refresh()
{
    list.updateContent();

    if (const auto& import = workspace.outlineImport().preview())
    {
        shown = import->line;
        list.selectRow (int (shown)); // into sight
    }

    resized(); // whether anything can be chosen
    list.repaint();
    repaint();
    announceLine();
}

/** The current one, where it is another by now, or becomes something else. */
void ImportLines::announceLine()
{
    const auto before = std::exchange (said, getNameForRow (int (shown)));

    if (announce && workspace.outlineImport().hasLinesToChoose() && before.isNotEmpty() && before != said)
        announce (said);
}

void ImportLines::resized()
{
    auto area = getLocalBounds();
    foot = area.removeFromBottom (workspace.outlineImport().hasLinesToChoose() ? footHeight : 0);
    list.setBounds (area);
}

void ImportLines::paint (juce::Graphics& g)
{
    const auto* line = lineAt (int (shown));

    if (line == nullptr || foot.isEmpty())
        return;

    const auto& t = Look::of (*this);
    const auto remark = text (line->remark);
    g.setColour (t.hairline);
    g.fillRect (foot.withHeight (1));
    g.setColour (line->kind == LineFate::Kind::warning ? t.warning : t.dimText);
    g.setFont (regularFont (type::small));
    paintRunningText (g,
                      remark.isEmpty() ? tr ("Untick what is not to be imported.") : remark,
                      foot.reduced (margin, 3),
                      juce::Justification::centredLeft);
}

const LineFate* ImportLines::lineAt (int row) const
{
    const auto& import = workspace.outlineImport().preview();
    return import && row >= 0 && row < int (import->lines.size()) ? &import->lines[std::size_t (row)]
                                                                  : nullptr;
}

int ImportLines::getNumRows()
{
    const auto& import = workspace.outlineImport().preview();
    return import ? int (import->lines.size()) : 0;
}

juce::String ImportLines::getNameForRow (int row)
{
    const auto* line = lineAt (row);

    if (line == nullptr)
        return {};

    juce::String name = text (line->text).trim();

    for (const auto& part : { text (wordFor (line->kind)), text (line->remark) })
        name << (part.isEmpty() ? "" : ", ") << part;

    return name;
}

juce::String ImportLines::getTooltipForRow (int row)
{
    const auto* line = lineAt (row);
    return line != nullptr ? text (line->remark) : juce::String();
}

void ImportLines::listBoxItemClicked (int row, const juce::MouseEvent& event)
{
    workspace.outlineImport().goToLine (row);

    if (event.x < margin + boxWidth)
        toggle (row);
}

void ImportLines::selectedRowsChanged (int row)
{
    if (const auto& import = workspace.outlineImport().preview();
        import && row >= 0 && std::size_t (row) != import->line)
        workspace.outlineImport().goToLine (row);
}

/** Not a key: what assistive programs do to press a row. */
void ImportLines::returnKeyPressed (int row)
{
    workspace.outlineImport().goToLine (row);
    toggle (row);
}

/** The current line, where it has a box. */
void ImportLines::toggle (int row)
{
    if (const auto* line = lineAt (row); line != nullptr && LinesLeftOut::mayToggle (*line))
        workspace.outlineImport().toggleLine();
}

void ImportLines::paintListBoxItem (int row, juce::Graphics& g, int width, int height, bool)
{
    const auto* line = lineAt (row);

    if (line == nullptr)
        return;

    const auto& t = Look::of (*this);
    const bool isChoosing = workspace.outlineImport().hasLinesToChoose();

    if (line->kind == LineFate::Kind::warning)
    {
        g.setColour (t.warning.withAlpha (0.10f));
        g.fillRect (0, 0, width, height);
    }

    if (isChoosing && std::size_t (row) == shown)
    {
        g.setColour (t.selection);
        g.fillRect (0, 0, width, height);
    }

    auto area = juce::Rectangle<int> (0, 0, width, height).reduced (margin, 0);

    if (const auto box = area.removeFromLeft (isChoosing ? boxWidth : 0); LinesLeftOut::mayToggle (*line))
        paintTickBox (
            g, t, box.withWidth (14).withSizeKeepingCentre (14, 14).toFloat(), isImported (*line), t.edge);

    g.setFont (tabularFont (11.5f));
    g.setColour (t.faintText);
    g.drawText (
        juce::String (row + 1), area.removeFromLeft (numberWidth), juce::Justification::centredLeft, false);

    if (line->chapter > 0)
    {
        g.setColour (t.chapter (line->chapter - 1));
        g.fillRect (area.getX() - 8, 0, 3, height);
    }

    paintTexts (g, *line, area);
}

/** The line, why it is to be checked as far as there is room, and what becomes of it. */
void ImportLines::paintTexts (juce::Graphics& g, const LineFate& line, juce::Rectangle<int> area)
{
    const auto& t = Look::of (*this);
    const auto isStrong = line.kind == LineFate::Kind::title || line.kind == LineFate::Kind::chapterStart;
    const auto font = isStrong ? boldFont (type::small) : regularFont (type::small);
    const auto words = text (line.text).trim();
    g.setColour (colourOf (line.kind, t));
    g.setFont (regularFont (type::small));
    g.drawText (
        text (labelOf (line)), area.removeFromRight (fateWidth), juce::Justification::centredRight, true);
    area.removeFromRight (8);

    if (line.kind == LineFate::Kind::warning)
    {
        const auto needed = juce::GlyphArrangement::getStringWidthInt (font, words) + 16;
        g.drawText (text (line.remark),
                    area.removeFromRight (std::max (area.getWidth() - needed, area.getWidth() / 2)),
                    juce::Justification::centredRight,
                    true);
        area.removeFromRight (8);
    }

    g.setColour (isImported (line) || line.kind == LineFate::Kind::warning ? t.text : t.faintText);
    g.setFont (font);
    g.drawText (words, area, juce::Justification::centredLeft, true);
}

} // namespace earmark::ui
