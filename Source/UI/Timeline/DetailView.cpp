// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Timeline/DetailView.h"

#include "Foundation/Timestamp.h"
#include "Session/Actions.h"
#include "UI/Look.h"
#include "UI/RunningText.h"
#include "UI/Timeline/FlagPainter.h"
#include "UI/Timeline/WavePainter.h"

#include <cmath>

namespace earmark::ui
{

/** All but the playhead. */
class DetailView::Picture final : public juce::Component
{
public:
    explicit Picture (Workspace& w) : workspace (w)
    {
        setInterceptsMouseClicks (false, false);
        setOpaque (true);
        setBufferedToImage (true);
    }

    void mediaChanged() { gain = displayGain (workspace.audio().peaks()); }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);
        auto area = getLocalBounds();
        paintRuler (g, t, workspace.view().scale, area.removeFromTop (rulerHeight));
        paintGround (g, workspace, t, area);
        paintWave (g,
                   workspace,
                   t,
                   workspace.view().scale,
                   area.withTrimmedTop (flagHeight + 6).withTrimmedBottom (8),
                   gain);
        paintFlags (g, workspace, t, area);

        if (workspace.isBlank() && workspace.audio().peaks().chunks.empty())
        {
            g.setColour (t.faintText);
            g.setFont (regularFont (type::normal));
            paintRunningText (g,
                              tr ("The waveform goes here, with a flag where each chapter begins"),
                              area.reduced (20, 0),
                              juce::Justification::centred);
        }
    }

private:
    Workspace& workspace;
    float gain = 1;
};

/** The playhead, the band and a dragged marker's time. */
class DetailView::Overlay final : public juce::Component
{
public:
    Overlay (Workspace& w, const TimelineDrag& d) : workspace (w), drag (d)
    {
        setInterceptsMouseClicks (false, false);
        setPaintingIsUnclipped (true);
    }

    /** Repaints where the playhead was and where it is now; at all events when something is dragged. */
    void update()
    {
        const auto x = int (std::lround (workspace.view().scale.xOf (workspace.view().playhead)));
        const auto drags = drag.isMovingMarkers() || drag.isSelecting();

        if (drags || dragged)
            repaint();
        else if (x != playheadX)
            for (const auto each : { playheadX, x })
                repaint (each - 6, 0, 13, getHeight());

        dragged = drags;
        playheadX = x;
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);
        const auto x = float (std::lround (workspace.view().scale.xOf (workspace.view().playhead)));
        g.setColour (t.playhead);
        g.fillRect (x - 0.5f, float (rulerHeight - 2), 1.5f, float (getHeight()));
        juce::Path head;
        head.addTriangle (x - 5,
                          float (rulerHeight) - 9,
                          x + 5.5f,
                          float (rulerHeight) - 9,
                          x + 0.25f,
                          float (rulerHeight));
        g.fillPath (head);

        if (drag.isSelecting())
        {
            const auto [left, right] = drag.band();
            const juce::Rectangle<float> band (
                float (left), float (rulerHeight), float (right - left), float (getHeight() - rulerHeight));
            g.setColour (t.range);
            g.fillRect (band);
            g.setColour (t.selectionEdge);
            g.drawRect (band, 1);
        }

        if (drag.isMovingMarkers())
            paintDraggedTime (g, t);
    }

private:
    Workspace& workspace;
    const TimelineDrag& drag;
    int playheadX = 0;
    bool dragged = false;

    static juce::String describe (Magnet::Kind kind)
    {
        switch (kind)
        {
            case Magnet::Kind::speechOnset:
                return tr ("speech begins");
            case Magnet::Kind::pauseStart:
                return tr ("a pause begins");
            case Magnet::Kind::pauseEnd:
                return tr ("a pause ends");
            case Magnet::Kind::playhead:
                return tr ("playhead");
            case Magnet::Kind::beginning:
                return tr ("beginning");
        }

        return "";
    }

    void paintDraggedTime (juce::Graphics& g, const Theme& t)
    {
        const auto* chapter = workspace.find (workspace.view().selection.focus);

        if (chapter == nullptr)
            return;

        const auto& before = workspace.history().beforeGesture()->outline.chapters;
        const auto old = std::ranges::find (before, chapter->id, &Chapter::id);
        auto label = text (formatTimeFixed (chapter->start));

        if (old != before.end())
            label << juce::String::formatted ("  %+.3f s", (chapter->start - old->start).seconds());

        const auto& snapped = workspace.view().snapped;

        if (snapped)
            label << juce::String::fromUTF8 ("  \u2192 ") << describe (snapped->kind);

        const auto font = tabularFont (type::normal);
        const auto width = juce::GlyphArrangement::getStringWidth (font, label) + 20;
        const auto x = float (workspace.view().scale.xOf (chapter->start));
        auto box = juce::Rectangle<float> (x + 8, float (rulerHeight + flagHeight + 6), width, 26);

        if (box.getRight() > float (getWidth()))
            box.setX (x - 8 - width);

        g.setColour (t.accent);
        g.fillRect (x - 1, float (rulerHeight), 2.0f, float (getHeight()));
        g.setColour (snapped ? t.good : t.raised);
        g.fillRoundedRectangle (box, 5);
        g.setColour (snapped ? t.window : t.text);
        g.setFont (font);
        g.drawText (label, box, juce::Justification::centred, false);
    }
};

//======================================================================================================
DetailView::DetailView (Workspace& w)
    : workspace (w), drag (w), picture (std::make_unique<Picture> (w)),
      elements (w, tr ("Markers"), [this] { return placesOfFlags(); }),
      overlay (std::make_unique<Overlay> (w, drag))
{
    addAndMakeVisible (*picture);
    addAndMakeVisible (elements);
    addAndMakeVisible (*overlay);
    elements.announce = [] (const juce::String& said)
    {
        juce::AccessibilityHandler::postAnnouncement (
            said, juce::AccessibilityHandler::AnnouncementPriority::medium);
    };
    setTitle (tr ("Timeline"));
    subscription = workspace.listen ([this] (Changed c) { changed (c); });
    picture->mediaChanged();
}

DetailView::~DetailView() = default;

void DetailView::resized()
{
    picture->setBounds (getLocalBounds());
    elements.setBounds (getLocalBounds());
    overlay->setBounds (getLocalBounds());
    workspace.look ([&] (ViewState& v) { v.scale = earmark::resized (v.scale, getWidth()); });
}

void DetailView::changed (Changed what)
{
    if (holds (what, Changed::media))
        picture->mediaChanged();

    if (holds (what,
               Changed::document | Changed::scale | Changed::selection | Changed::media | Changed::review
                   | Changed::panels))
        picture->repaint();

    if (holds (what,
               Changed::document | Changed::scale | Changed::selection | Changed::review | Changed::writing))
        elements.invalidate();

    if (holds (what, Changed::scale | Changed::media))
        workspace.audio().wantSamples();

    if (holds (what, Changed::playhead | Changed::scale | Changed::document | Changed::selection))
        overlay->update();
}

std::vector<ChapterElements::Place> DetailView::placesOfFlags() const
{
    std::vector<ChapterElements::Place> places;

    for (const auto& flag : flagsOf (workspace.chapters(), workspace.view().scale))
        places.push_back (
            { workspace.chapters()[flag.index].id,
              juce::Rectangle<int> (int (std::floor (std::max (0.0, flag.x))),
                                    rulerHeight,
                                    std::max (2, int (std::min (flag.room, double (getWidth())))),
                                    flagHeight)
                  .getIntersection (getLocalBounds()) });

    return places;
}

TimelineDrag::Area DetailView::areaAt (int y) const
{
    return y < rulerHeight                ? TimelineDrag::Area::ruler
           : y < rulerHeight + flagHeight ? TimelineDrag::Area::flags
                                          : TimelineDrag::Area::wave;
}

namespace
{

TimelineDrag::Modifiers modifiersOf (const juce::MouseEvent& e)
{
    return { .toggle = e.mods.isCommandDown(),
             .extend = e.mods.isShiftDown(),
             .free = e.mods.isCommandDown(),
             .push = e.mods.isAltDown(),
             .pan = e.mods.isMiddleButtonDown() };
}

} // namespace

void DetailView::mouseMove (const juce::MouseEvent& e)
{
    const auto shown = flagsOf (workspace.chapters(), workspace.view().scale);
    const auto hit = areaAt (e.y) != TimelineDrag::Area::ruler && flagAt (shown, e.position.x, grabReach, 0);
    setMouseCursor (hit                                        ? juce::MouseCursor::LeftRightResizeCursor
                    : areaAt (e.y) == TimelineDrag::Area::wave ? juce::MouseCursor::IBeamCursor
                                                               : juce::MouseCursor::NormalCursor);
}

void DetailView::mouseDown (const juce::MouseEvent& e)
{
    drag.begin (areaAt (e.y), e.position.x, modifiersOf (e));
}

void DetailView::mouseDrag (const juce::MouseEvent& e)
{
    drag.moveTo (e.position.x, modifiersOf (e));
    overlay->update();
}

void DetailView::mouseUp (const juce::MouseEvent& e)
{
    drag.end (e.position.x);
    overlay->update();
}

void DetailView::mouseDoubleClick (const juce::MouseEvent& e)
{
    const auto shown = flagsOf (workspace.chapters(), workspace.view().scale);

    if (areaAt (e.y) == TimelineDrag::Area::flags)
    {
        if (const auto hit = flagAt (shown, e.position.x, grabReach, flagCloth); hit && onRename)
            onRename (workspace.chapters()[*hit].id);
        else
            actions::addAtPlayhead (workspace);
    }
}

void DetailView::mouseWheelMove (const juce::MouseEvent& e, const juce::MouseWheelDetails& wheel)
{
    // Up and down zooms at the mouse; sideways, or with shift, scrolls.
    const auto sideways = std::abs (wheel.deltaX) > std::abs (wheel.deltaY) || e.mods.isShiftDown();
    const auto delta =
        double (std::abs (wheel.deltaX) > std::abs (wheel.deltaY) ? wheel.deltaX : wheel.deltaY);
    workspace.look (
        [&] (ViewState& v)
        {
            v.scale = sideways ? scrolled (v.scale, -delta * 600)
                               : zoomed (v.scale, std::exp (delta * 1.6), e.position.x);
        });
}

void DetailView::mouseMagnify (const juce::MouseEvent& e, float factor)
{
    workspace.look ([&] (ViewState& v) { v.scale = zoomed (v.scale, factor, e.position.x); });
}

} // namespace earmark::ui
