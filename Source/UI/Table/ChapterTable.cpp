// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Table/ChapterTable.h"

#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "Session/ChapterFindings.h"
#include "UI/Look.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace earmark::ui
{

ChapterTable::ChapterTable (Workspace& w)
    : workspace (w), elements (w, tr ("Chapters"), [this] { return placesOfRows(); })
{
    setOpaque (true);
    setTitle (tr ("Chapters"));
    addAndMakeVisible (elements);
    addAndMakeVisible (scrollBar);
    scrollBar.addListener (this);
    scrollBar.setAutoHide (true);
    subscription = workspace.listen ([this] (Changed c) { changed (c); });
}

ChapterTable::~ChapterTable() = default;

void ChapterTable::changed (Changed what)
{
    if (holds (what, Changed::document | Changed::panels))
    {
        updateScrollBar();
        placeEditor();
    }

    // Other rows are seen from the first on, unless the one that is worked on is among them.
    if (std::exchange (shownFilter, workspace.view().filter) != workspace.view().filter)
    {
        scrollBar.setCurrentRangeStart (0);
        reveal (workspace.view().selection.focus);
    }

    if (holds (what,
               Changed::document | Changed::panels | Changed::selection | Changed::review | Changed::writing))
        elements.invalidate();

    if (holds (what, Changed::selection))
        reveal (workspace.view().selection.focus);

    if (holds (what,
               Changed::document | Changed::selection | Changed::review | Changed::panels | Changed::media
                   | Changed::writing))
        repaint();
}

void ChapterTable::resized()
{
    auto area = getLocalBounds();
    elements.setBounds (area);
    scrollBar.setBounds (area.removeFromRight (12).withTrimmedTop (headerHeight));
    placed = placedColumns (area.getWidth());
    updateScrollBar();

    // The review's bar takes its height from the table.
    if (const auto& review = workspace.review(); review.active && getHeight() > headerHeight + rowHeight)
        reveal (review.current);

    placeEditor();
}

void ChapterTable::updateScrollBar()
{
    const auto shown = std::max (1, getHeight() - headerHeight);
    scrollBar.setRangeLimits (0, std::max (shown, int (workspace.rows().size()) * rowHeight));
    scrollBar.setCurrentRange (scroll(), shown);
    scrollBar.setSingleStepSize (rowHeight);
}

void ChapterTable::reveal (ChapterId id)
{
    const auto row = rowOf (id);

    if (row < 0)
        return;

    const auto shown = getHeight() - headerHeight;
    const auto top = row * rowHeight;

    if (top < scroll())
        scrollBar.setCurrentRangeStart (top);
    else if (top + rowHeight > scroll() + shown)
        scrollBar.setCurrentRangeStart (top + rowHeight - shown);
}

//======================================================================================================
int ChapterTable::rowOf (ChapterId id) const
{
    const auto& rows = workspace.rows();
    const auto found =
        std::ranges::find (rows, id, [this] (std::size_t i) { return workspace.chapters()[i].id; });
    return found != rows.end() ? int (found - rows.begin()) : -1;
}

juce::String ChapterTable::tooltipAt (juce::Point<int> where) const
{
    const auto row = rowAt (where.y);
    const auto column = columnAt (where.x);

    if (row < 0 || ! column)
        return {};

    const auto& chapter = workspace.chapters()[workspace.rows()[std::size_t (row)]];

    if (*column == Column::start && beginsAfterAudio (chapter, workspace.endOfAudio()))
        return tr ("Begins after the audio, which ends at {}", formatTime (*workspace.endOfAudio()));

    if (const auto reading = readingOf (chapter);
        ! reading.empty() && readingSign (cell (row, Column::title)).contains (where))
        return tr ("Besides the title: {}", reading);

    return *column == Column::state ? stateTip (chapter) : juce::String();
}

juce::String ChapterTable::stateTip (const Chapter& chapter) const
{
    const auto mark = markTip (chapter);
    const auto finding = text (explanationOf (workspace.writing().rulesBrokenBy (chapter.id)));
    return mark + (mark.isEmpty() || finding.isEmpty() ? "" : "\n") + finding;
}

juce::String ChapterTable::markTip (const Chapter& chapter) const
{
    const auto suggestion = workspace.audio().suggestionFor (chapter);

    switch (markOf (chapter, workspace.review(), suggestion))
    {
        case RowMark::none:
            return {};
        case RowMark::locked:
            return tr ("Locked: nothing moves it");
        case RowMark::accepted:
            return tr ("Accepted in the review");
        case RowMark::speechElsewhere:
        {
            const auto to = formatTime (*suggestion);
            const auto lead = workspace.view().preferences.lead;
            return lead > Duration() ? tr ("Snapping moves the chapter to {}, {} ms before speech begins",
                                           to,
                                           lead.milliseconds (Rounding::nearest))
                                     : tr ("Speech begins at {}; snapping moves the chapter there", to);
        }
    }

    return {};
}

std::vector<ChapterElements::Place> ChapterTable::placesOfRows() const
{
    std::vector<ChapterElements::Place> places;
    const auto& rows = workspace.rows();

    for (auto row = scroll() / rowHeight; row < int (rows.size()); ++row)
    {
        const juce::Rectangle<int> area (0, headerHeight + row * rowHeight - scroll(), getWidth(), rowHeight);

        if (area.getY() >= getHeight())
            break;

        places.push_back ({ workspace.chapters()[rows[std::size_t (row)]].id, area });
    }

    return places;
}

int ChapterTable::rowAt (int y) const
{
    if (y < headerHeight)
        return -1;

    const auto row = (y - headerHeight + scroll()) / rowHeight;
    return row < int (workspace.rows().size()) ? row : -1;
}

std::optional<Column> ChapterTable::columnAt (int x) const
{
    for (const auto& column : placed)
        if (x >= column.x && x < column.x + column.width)
            return column.column;

    return {};
}

juce::Rectangle<int> ChapterTable::cell (int row, Column wanted) const
{
    const auto found = std::ranges::find (placed, wanted, &PlacedColumn::column);

    if (found == placed.end())
        return {};

    return { found->x, headerHeight + row * rowHeight - scroll(), found->width, rowHeight };
}

//======================================================================================================
void ChapterTable::mouseDown (const juce::MouseEvent& e)
{
    closeEditor (true);
    const auto row = rowAt (e.y);

    if (row < 0)
        return;

    const auto index = workspace.rows()[std::size_t (row)];
    const auto id = workspace.chapters()[index].id;
    const auto column = columnAt (e.x);

    if (column == Column::contents && ! e.mods.isAnyModifierKeyDown())
    {
        workspace.perform (
            SetField { id, SetField::InContents { ! workspace.chapters()[index].inContents } });
        return;
    }

    actions::select (workspace,
                     id,
                     e.mods.isCommandDown() ? Pick::toggle
                     : e.mods.isShiftDown() ? Pick::range
                                            : Pick::only);
}

void ChapterTable::mouseDoubleClick (const juce::MouseEvent& e)
{
    const auto row = rowAt (e.y);
    const auto column = columnAt (e.x);

    if (row >= 0 && column)
        edit (workspace.chapters()[workspace.rows()[std::size_t (row)]].id, *column);
}

void ChapterTable::mouseMove (const juce::MouseEvent& e)
{
    if (const auto row = rowAt (e.y); row != hovered)
    {
        hovered = row;
        repaint();
    }
}

void ChapterTable::mouseExit (const juce::MouseEvent&)
{
    hovered = -1;
    repaint();
}

void ChapterTable::mouseWheelMove (const juce::MouseEvent& e, const juce::MouseWheelDetails& wheel)
{
    scrollBar.mouseWheelMove (e.getEventRelativeTo (&scrollBar), wheel);
}

void ChapterTable::lookAndFeelChanged()
{
    closeEditor (false);
}

//======================================================================================================
void ChapterTable::edit (ChapterId id, Column column)
{
    closeEditor (true);
    const auto info = std::ranges::find (columns(), column, &ColumnInfo::column);
    const auto row = rowOf (id);

    if (row < 0 || ! info->editable || cell (row, column).isEmpty())
        return;

    reveal (id);
    edited = id;
    editedColumn = column;
    editor = std::make_unique<juce::TextEditor>();
    editor->setFont (column == Column::start || column == Column::length ? tabularFont (type::normal)
                                                                         : regularFont (type::normal));
    editor->setTitle (column == Column::start    ? tr ("Start")
                      : column == Column::length ? tr ("Length")
                      : column == Column::link   ? tr ("Link")
                                                 : tr ("Title"));
    editor->setIndents (7, 0);
    editor->setJustification (juce::Justification::centredLeft);
    addAndMakeVisible (*editor);
    placeEditor();
    editor->setText (text (cellText (workspace.document().outline,
                                     workspace.rows()[std::size_t (row)],
                                     column,
                                     workspace.endOfAudio())),
                     false);
    editor->selectAll();
    editor->grabKeyboardFocus();
    editor->onReturnKey = [this] { closeEditor (true); };
    editor->onEscapeKey = [this] { closeEditor (false); };
    editor->onFocusLost = [this] { closeEditor (true); };
}

void ChapterTable::placeEditor()
{
    if (editor == nullptr)
        return;

    const auto row = rowOf (edited);

    if (row < 0)
        closeEditor (false);
    else
        editor->setBounds (cell (row, editedColumn).reduced (1, 2));
}

void ChapterTable::closeEditor (bool take)
{
    if (editor == nullptr)
        return;

    // Taking it away takes its focus, which calls here again.
    const auto closing = std::move (editor);
    closing->onFocusLost = nullptr;

    if (const auto row = rowOf (edited); take && row >= 0)
    {
        const auto index = workspace.rows()[std::size_t (row)];
        const auto& outline = workspace.document().outline;
        const auto typed = utf8 (closing->getText());

        if (typed != cellText (outline, index, editedColumn, workspace.endOfAudio()))
            actions::performTyped (workspace, editOfCell (outline, index, editedColumn, typed));
    }

    removeChildComponent (closing.get());

    if (auto* parent = getParentComponent())
        parent->grabKeyboardFocus();
}

} // namespace earmark::ui
