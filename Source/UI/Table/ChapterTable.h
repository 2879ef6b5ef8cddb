// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Table.h"
#include "Session/Workspace.h"
#include "UI/ChapterElements.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** The chapters as rows; only those in sight are painted, so that their number does not matter. Cells are edited in place. */
class ChapterTable final : public juce::Component,
                           public juce::TooltipClient,
                           private juce::ScrollBar::Listener
{
public:
    explicit ChapterTable (Workspace&);
    ~ChapterTable() override;

    /** Opens the cell's editor, if the column has one. */
    void edit (ChapterId, Column);

    bool isEditing() const { return editor != nullptr; }

    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseExit (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void lookAndFeelChanged() override;

    juce::String getTooltip() override { return tooltipAt (getMouseXYRelative()); }

    /** What a mark in the row means: what players show wrongly, the dot, the tick and the lock, a start behind the audio, and the sign of
        a summary or points. */
    juce::String tooltipAt (juce::Point<int>) const;

    static constexpr int rowHeight = 30, headerHeight = 26, readingWidth = 26;

private:
    Workspace& workspace;
    juce::ScrollBar scrollBar { true };
    ChapterElements elements;
    std::vector<PlacedColumn> placed;
    std::unique_ptr<juce::TextEditor> editor;
    ChapterId edited = ChapterId::none;
    Column editedColumn = Column::title;
    int hovered = -1;
    std::string shownFilter;
    Workspace::Subscription subscription;

    void changed (Changed);

    void scrollBarMoved (juce::ScrollBar*, double) override
    {
        elements.invalidate();
        placeEditor();
        repaint();
    }

    void updateScrollBar();
    void reveal (ChapterId);
    void placeEditor();
    void closeEditor (bool take);

    int scroll() const { return int (scrollBar.getCurrentRangeStart()); }

    int rowAt (int y) const; ///< -1 where there is none
    std::optional<Column> columnAt (int x) const;
    juce::Rectangle<int> cell (int row, Column) const;
    int rowOf (ChapterId) const;

    juce::String stateTip (const Chapter&) const;
    juce::String markTip (const Chapter&) const; ///< without findings

    /** At the end of a title's cell, for chapters that have more to read. */
    static juce::Rectangle<int> readingSign (juce::Rectangle<int> titleCell)
    {
        return titleCell.removeFromRight (readingWidth);
    }

    std::vector<ChapterElements::Place> placesOfRows() const;

    void paintHeader (juce::Graphics&) const;
    void paintRow (juce::Graphics&, int row, juce::Rectangle<int>) const;
    void paintState (juce::Graphics&, const Chapter&, juce::Rectangle<int>) const;
    void
    paintTitle (juce::Graphics&, const Chapter&, juce::Rectangle<int> area, juce::Rectangle<int> inner) const;
    void paintCell (juce::Graphics&, std::size_t index, Column, juce::Rectangle<int>, bool selected) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ChapterTable)
};

} // namespace earmark::ui
