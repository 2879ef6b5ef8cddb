// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Icons.h"
#include "UI/Look.h"
#include "UI/RunningText.h"
#include "UI/Table/ChapterTable.h"

#include <algorithm>

namespace earmark::ui
{

void ChapterTable::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);
    g.fillAll (t.panel);

    const auto rows = int (workspace.rows().size());

    if (rows == 0)
    {
        g.setColour (t.faintText);
        g.setFont (regularFont (type::large));
        paintRunningText (g,
                          workspace.chapters().empty()
                              ? tr ("No chapters yet. Paste an outline, drop a file here, "
                                    "or press I for a marker at the playhead.")
                              : tr ("No chapter matches the filter."),
                          getLocalBounds().reduced (40, 60),
                          juce::Justification::centred);
    }

    for (int row = scroll() / rowHeight; row < rows; ++row)
    {
        const juce::Rectangle<int> area (0, headerHeight + row * rowHeight - scroll(), getWidth(), rowHeight);

        if (area.getY() >= getHeight())
            break;

        paintRow (g, row, area);
    }

    paintHeader (g);
}

void ChapterTable::paintHeader (juce::Graphics& g) const
{
    const auto& t = Look::of (*this);
    g.setColour (t.bar);
    g.fillRect (0, 0, getWidth(), headerHeight);
    g.setColour (t.edge);
    g.fillRect (0, headerHeight - 1, getWidth(), 1);
    g.setColour (t.faintText);
    g.setFont (boldFont (12));

    for (const auto& column : placed)
    {
        const auto info = std::ranges::find (columns(), column.column, &ColumnInfo::column);
        const auto centred = column.column == Column::picture || column.column == Column::contents;
        const auto right = column.column == Column::number || column.column == Column::length
                           || column.column == Column::start;
        g.drawText (tr (info->heading),
                    juce::Rectangle<int> (column.x, 0, column.width, headerHeight).reduced (8, 0),
                    centred ? juce::Justification::centred
                    : right ? juce::Justification::centredRight
                            : juce::Justification::centredLeft,
                    false);
    }
}

void ChapterTable::paintRow (juce::Graphics& g, int row, juce::Rectangle<int> area) const
{
    const auto& t = Look::of (*this);
    const auto index = workspace.rows()[std::size_t (row)];
    const auto& chapter = workspace.chapters()[index];
    const auto& selection = workspace.view().selection;
    const auto selected = selection.contains (chapter.id);

    if (selected || row == hovered)
    {
        g.setColour (selected ? t.selection : t.hover);
        g.fillRect (area);
    }

    g.setColour (t.hairline);
    g.fillRect (area.getX(), area.getBottom() - 1, area.getWidth(), 1);
    g.setColour (t.chapter (index));
    g.fillRect (area.getX(), area.getY(), 3, area.getHeight() - 1);

    if (selection.focus == chapter.id && selected)
    {
        g.setColour (t.selectionEdge);
        g.fillRect (area.getX(), area.getBottom() - 1, area.getWidth(), 1);
        g.fillRect (area.getX(), area.getY() - 1, area.getWidth(), 1);
    }

    for (const auto& column : placed)
        paintCell (g, index, column.column, area.withX (column.x).withWidth (column.width), selected);
}

void ChapterTable::paintState (juce::Graphics& g, const Chapter& chapter, juce::Rectangle<int> area) const
{
    // A finding says nothing of whether the row is done: each is seen at a glance, side by side.
    const auto& t = Look::of (*this);
    const auto findingArea = area.removeFromRight (area.getWidth() * 2 / 5);
    const auto middle = area.toFloat().withSizeKeepingCentre (15, 15);

    if (const auto rules = workspace.writing().rulesBrokenBy (chapter.id); ! rules.empty())
    {
        g.setColour (rules.front()->grade == LintRule::Grade::error     ? t.bad
                     : rules.front()->grade == LintRule::Grade::warning ? t.warning
                                                                        : t.dimText);
        g.setFont (boldFont (type::large));
        g.drawText ("!", findingArea, juce::Justification::centred, false);
    }

    switch (markOf (chapter, workspace.review(), workspace.audio().suggestionFor (chapter)))
    {
        case RowMark::none:
            break;

        case RowMark::locked:
            drawIcon (g, Icon::lock, middle, t.dimText);
            break;

        case RowMark::accepted:
            drawIcon (g, Icon::check, middle, t.good);
            break;

        case RowMark::speechElsewhere:
            g.setColour (t.warning);
            g.fillEllipse (area.toFloat().withSizeKeepingCentre (7, 7));
            break;
    }
}

/** Behind its level: the badge of what is no chapter, the title, and at the end the sign of what there is to read. */
void ChapterTable::paintTitle (juce::Graphics& g,
                               const Chapter& chapter,
                               juce::Rectangle<int> area,
                               juce::Rectangle<int> inner) const
{
    const auto& t = Look::of (*this);
    auto rest = inner.withTrimmedLeft (std::min (chapter.level, 6) * 18);

    if (! readingOf (chapter).empty())
    {
        drawIcon (g, Icon::reading, readingSign (area).toFloat().withSizeKeepingCentre (13, 13), t.faintText);
        rest.setRight (readingSign (area).getX());
    }

    if (chapter.kind != Chapter::Kind::chapter)
    {
        const auto label = chapter.kind == Chapter::Kind::adBreak ? tr ("AD") : tr ("NOTE");
        const auto width = juce::GlyphArrangement::getStringWidthInt (boldFont (11), label) + 12;
        const auto badge = rest.removeFromLeft (width).withSizeKeepingCentre (width, 17);
        g.setColour (t.warning.withAlpha (0.2f));
        g.fillRoundedRectangle (badge.toFloat(), 3);
        g.setColour (t.text);
        g.setFont (boldFont (11));
        g.drawText (label, badge, juce::Justification::centred, false);
        rest.removeFromLeft (8);
    }

    g.setFont (regularFont (type::normal));
    g.setColour (chapter.title.empty() ? t.faintText : chapter.inContents ? t.text : t.dimText);
    g.drawText (chapter.title.empty() ? tr ("untitled") : text (chapter.title),
                rest,
                juce::Justification::centredLeft,
                true);
}

void ChapterTable::paintCell (
    juce::Graphics& g, std::size_t index, Column column, juce::Rectangle<int> area, bool selected) const
{
    const auto& t = Look::of (*this);
    const auto& chapter = workspace.chapters()[index];
    const auto inner = area.reduced (8, 0);
    const auto icon = [&] (Icon which, juce::Colour colour)
    { drawIcon (g, which, area.toFloat().withSizeKeepingCentre (15, 15), colour); };
    const auto write = [&] (const juce::Font& font, juce::Colour colour, juce::Justification where)
    {
        g.setFont (font);
        g.setColour (colour);
        g.drawText (text (cellText (workspace.document().outline, index, column, workspace.endOfAudio())),
                    inner,
                    where,
                    true);
    };

    switch (column)
    {
        case Column::number:
            write (tabularFont (type::small),
                   selected ? t.text : t.faintText,
                   juce::Justification::centredRight);
            break;

        case Column::state:
            paintState (g, chapter, area);
            break;

        case Column::start:
            write (tabularFont (type::normal),
                   beginsAfterAudio (chapter, workspace.endOfAudio()) ? t.bad : t.text,
                   juce::Justification::centredRight);
            break;

        case Column::length:
            write (tabularFont (type::small),
                   chapter.end ? t.text : t.dimText,
                   juce::Justification::centredRight);
            break;

        case Column::title:
            paintTitle (g, chapter, area, inner);
            break;

        case Column::link:
            write (regularFont (type::small), t.dimText, juce::Justification::centredLeft);
            break;

        case Column::picture:
            if (chapter.image)
                icon (Icon::picture, t.dimText);
            break;

        case Column::contents:
            icon (chapter.inContents ? Icon::eye : Icon::eyeOff,
                  chapter.inContents ? t.faintText : t.warning);
            break;
    }
}

} // namespace earmark::ui
