// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"
#include "Model/Verdict.h"
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"

#include <cmath>
#include <span>
#include <utility>

namespace earmark::ui
{

namespace
{

/** How much is shown on either side of a marker, and how large a cell is at least. */
constexpr auto reach = Duration::fromSeconds (5);
constexpr int leastCell = 250, cellHeight = 118, cellGap = 10;

/** The cells, of which only those in sight are painted. A click plays what is around the marker. */
class Cells final : public juce::Component
{
public:
    explicit Cells (Workspace& w) : workspace (w) {}

    int place (int width)
    {
        across = std::max (1, (width + cellGap) / (leastCell + cellGap));
        cellWidth = (width - cellGap * (across - 1)) / across;
        const auto rows = (int (workspace.chapters().size()) + across - 1) / across;
        setSize (width, std::max (1, rows * (cellHeight + cellGap)));
        return across;
    }

    juce::Rectangle<int> cell (std::size_t i) const
    {
        return { int (i) % across * (cellWidth + cellGap),
                 int (i) / across * (cellHeight + cellGap),
                 cellWidth,
                 cellHeight };
    }

    void paint (juce::Graphics& g) override
    {
        const auto clip = g.getClipBounds();
        const auto first = std::size_t (std::max (0, clip.getY() / (cellHeight + cellGap) * across));
        std::vector<ChapterId> seen;

        for (auto i = first; i < workspace.chapters().size() && cell (i).getY() < clip.getBottom(); ++i)
        {
            paintCell (g, i);
            seen.push_back (workspace.chapters()[i].id);
        }

        workspace.audio().wantCandidates (seen);
    }

    void mouseMove (const juce::MouseEvent& e) override
    {
        if (const auto at = indexAt (e.getPosition()); at != hovered)
        {
            hovered = at;
            repaint();
        }
    }

    void mouseExit (const juce::MouseEvent&) override
    {
        hovered.reset();
        repaint();
    }

    void mouseDown (const juce::MouseEvent& e) override
    {
        if (const auto at = indexAt (e.getPosition()))
        {
            actions::select (workspace, workspace.chapters()[*at].id, Pick::only);
            actions::auditionMarker (workspace);
        }
    }

    void mouseDoubleClick (const juce::MouseEvent&) override
    {
        workspace.closePanel();
        actions::beginReview (workspace);
    }

private:
    Workspace& workspace;
    int across = 1, cellWidth = leastCell;
    std::optional<std::size_t> hovered;

    std::optional<std::size_t> indexAt (juce::Point<int> p) const
    {
        for (auto i = std::size_t (std::max (0, p.y / (cellHeight + cellGap) * across));
             i < workspace.chapters().size() && cell (i).getY() <= p.y;
             ++i)
            if (cell (i).contains (p))
                return i;

        return {};
    }

    void paintCell (juce::Graphics& g, std::size_t index)
    {
        const auto& t = Look::of (*this);
        const auto& chapter = workspace.chapters()[index];
        const auto frame = cell (index);
        const auto selected = workspace.view().selection.contains (chapter.id);
        g.setColour (hovered == index ? t.hover : t.well);
        g.fillRoundedRectangle (frame.toFloat(), 6);
        g.setColour (selected ? t.selectionEdge : t.edge);
        g.drawRoundedRectangle (frame.toFloat().reduced (0.5f), 6, selected ? 2.0f : 1.0f);

        auto inner = frame.reduced (10, 7);
        auto head = inner.removeFromTop (20);
        g.setFont (boldFont (type::small));
        g.setColour (t.chapter (index));
        g.drawText (
            juce::String (index + 1), head.removeFromLeft (24), juce::Justification::centredLeft, false);
        g.setFont (tabularFont (type::small));
        g.setColour (t.faintText);
        g.drawText (text (formatTime (chapter.start)),
                    head.removeFromRight (60),
                    juce::Justification::centredRight,
                    false);
        g.setFont (boldFont (type::small));
        g.setColour (t.text);
        g.drawText (text (chapter.title), head, juce::Justification::centredLeft, true);

        auto foot = inner.removeFromBottom (18);
        paintWave (g, index, inner.reduced (0, 4));
        paintVerdict (g, chapter, foot);
    }

    void paintWave (juce::Graphics& g, std::size_t index, juce::Rectangle<int> area)
    {
        const auto& t = Look::of (*this);
        const auto& chapter = workspace.chapters()[index];
        const auto xOf = [&] (Position p)
        {
            return float (area.getX())
                   + float ((p - chapter.start + reach).seconds() / (2 * reach.seconds()))
                         * float (area.getWidth());
        };

        if (const auto& peaks = workspace.audio().peaks(); peaks.sampleRate > 0)
        {
            const auto rate = double (peaks.sampleRate);
            const auto begin = (chapter.start - reach - workspace.audio().startOfPeaks()).seconds() * rate;
            const auto columns =
                columnsOf (peaks, begin, begin + 2 * reach.seconds() * rate, std::size_t (area.getWidth()));
            float loudest = 32767.0f / 8;

            for (const auto& peak : columns)
                if (peak)
                    loudest =
                        std::max ({ loudest, std::abs (float (peak->low)), std::abs (float (peak->high)) });

            const auto scale = float (area.getHeight()) / 2 / loudest;

            for (std::size_t i = 0; i < columns.size(); ++i)
            {
                if (! columns[i])
                    continue;

                const auto x = area.getX() + int (i);
                const auto high = int (std::lround (float (columns[i]->high) * scale)),
                           low = int (std::lround (float (columns[i]->low) * scale));
                const auto rms = int (std::lround (float (columns[i]->rms) * scale));
                g.setColour (t.chapter (index).interpolatedWith (t.well, 0.5f));
                g.fillRect (x, area.getCentreY() - high, 1, std::max (1, high - low));
                g.setColour (t.chapter (index));
                g.fillRect (x, area.getCentreY() - rms, 1, std::max (1, 2 * rms));
            }
        }

        if (const auto better = workspace.audio().suggestionFor (chapter))
        {
            const auto x = xOf (*better), from = xOf (chapter.start);
            g.setColour (t.onset.withAlpha (0.18f));
            g.fillRect (
                std::min (x, from), float (area.getY()), std::abs (x - from), float (area.getHeight()));
            g.setColour (t.onset);
            g.fillRect (x - 0.75f, float (area.getY()), 1.5f, float (area.getHeight()));
        }

        g.setColour (t.accent);
        g.fillRect (xOf (chapter.start) - 0.75f, float (area.getY()), 1.5f, float (area.getHeight()));

        // What is being heard now.
        if (const auto x = xOf (workspace.view().playhead); x >= float (area.getX())
                                                            && x <= float (area.getRight())
                                                            && workspace.playback().transport().playing)
        {
            g.setColour (t.playhead);
            g.fillRect (x - 0.5f, float (area.getY()), 1.0f, float (area.getHeight()));
        }
    }

    void paintVerdict (juce::Graphics& g, const Chapter& chapter, juce::Rectangle<int> area)
    {
        const auto& t = Look::of (*this);
        const auto* candidates = workspace.audio().candidatesOf (chapter);
        const auto verdict =
            verdictOn (chapter.start,
                       workspace.audio().suggestionFor (chapter),
                       candidates != nullptr ? std::span (*candidates) : std::span<const Candidate>(),
                       workspace.view().preferences.lead);
        auto colour = verdict.kind == Verdict::Kind::unclear     ? t.warning
                      : verdict.kind == Verdict::Kind::elsewhere ? t.accent
                                                                 : t.good;
        auto words = text (trMade (verdict.words));

        if (workspace.review().isAccepted (chapter))
        {
            colour = t.good;
            words = tr ("accepted");
        }
        else if (verdict.kind == Verdict::Kind::unclear && candidates == nullptr)
        {
            colour = t.faintText;
            const auto why = actions::whyNothingIsHeard (workspace);
            words = why == actions::Unheard::listening    ? tr ("listening")
                    : why == actions::Unheard::hostToPlay ? tr ("not heard yet")
                                                          : tr ("no audio");
        }

        g.setColour (colour);
        g.fillEllipse (area.removeFromLeft (7).toFloat().withSizeKeepingCentre (7, 7));
        g.setColour (t.dimText);
        g.setFont (regularFont (type::small));
        g.drawText (words, area.withTrimmedLeft (7), juce::Justification::centredLeft, true);
    }
};

class ContactSheetPanel final : public PanelFrame
{
public:
    explicit ContactSheetPanel (Workspace& w)
        : PanelFrame (w, tr ("Contact sheet: five seconds around each marker; click to hear it")), cells (w)
    {
        addAndMakeVisible (viewport);
        viewport.setViewedComponent (&cells, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false); // the arrow keys go from chapter to chapter
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::document))
                    cells.place (std::max (1, viewport.getWidth() - 12));

                if (holds (c, Changed::selection))
                    reveal (workspace.view().selection.focus);

                if (holds (c,
                           Changed::document | Changed::media | Changed::review | Changed::selection
                               | Changed::playhead))
                    cells.repaint();
            });
    }

    void placeContent (juce::Rectangle<int> area) override
    {
        viewport.setBounds (area.reduced (14, 10).withTrimmedRight (-8));
        cells.place (std::max (1, viewport.getWidth() - 12));

        // Once: later it is where the user has scrolled to.
        if (! std::exchange (isPlaced, true))
            reveal (workspace.view().selection.focus);
    }

private:
    juce::Viewport viewport;
    Cells cells;
    bool isPlaced = false;
    Workspace::Subscription subscription;

    void reveal (ChapterId id)
    {
        const auto found = std::ranges::find (workspace.chapters(), id, &Chapter::id);

        if (found == workspace.chapters().end())
            return;

        const auto cell = cells.cell (std::size_t (found - workspace.chapters().begin()));

        if (const auto shown = viewport.getViewArea(); cell.getY() < shown.getY())
            viewport.setViewPosition (0, cell.getY());
        else if (cell.getBottom() > shown.getBottom())
            viewport.setViewPosition (0, cell.getBottom() - shown.getHeight());
    }
};

} // namespace

std::unique_ptr<juce::Component> makeContactSheet (Workspace& w)
{
    return std::make_unique<ContactSheetPanel> (w);
}

} // namespace earmark::ui
