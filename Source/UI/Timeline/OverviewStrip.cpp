// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Timeline/OverviewStrip.h"

#include "UI/Look.h"
#include "UI/Timeline/WavePainter.h"

#include <cmath>

namespace earmark::ui
{

/** Wave and markers of the whole. */
class OverviewStrip::Picture final : public juce::Component
{
public:
    explicit Picture (OverviewStrip& s) : strip (s)
    {
        setInterceptsMouseClicks (false, false);
        setOpaque (true);
        setBufferedToImage (true);
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);
        const auto& w = strip.workspace;
        const auto scale = strip.scale();
        g.fillAll (t.well);

        for (const auto& flag : flagsOf (w.chapters(), scale))
        {
            const auto x = int (std::lround (flag.x));
            const auto selected = w.view().selection.contains (w.chapters()[flag.index].id);
            g.setColour (t.chapter (flag.index).withAlpha (0.14f));
            g.fillRect (x, 0, int (flag.room) + 1, getHeight());
            g.setColour (selected ? t.accent : t.chapter (flag.index));
            g.fillRect (x, 0, selected ? 2 : 1, getHeight());
        }

        paintWave (g, w, t, scale, getLocalBounds().reduced (0, 3), displayGain (w.audio().peaks()) * 0.95f);

        if (! w.audio().peaks().complete && w.audio().file())
        {
            const auto share = float (progressOf (w.audio().peaks()));
            g.setColour (t.accent);
            g.fillRect (0.0f, float (getHeight()) - 2, share * float (getWidth()), 2.0f);
        }
    }

private:
    OverviewStrip& strip;
};

/** What the detail shows, and the playhead. */
class OverviewStrip::Overlay final : public juce::Component
{
public:
    explicit Overlay (OverviewStrip& s) : strip (s) { setInterceptsMouseClicks (false, false); }

    void update()
    {
        const auto x = int (std::lround (strip.scale().xOf (strip.workspace.view().playhead)));

        if (x != playheadX)
            for (const auto each : { playheadX, x })
                repaint (each - 2, 0, 5, getHeight());

        playheadX = x;
    }

    void paint (juce::Graphics& g) override
    {
        if (strip.workspace.view().scale.total == Duration())
            return;

        const auto& t = Look::of (*this);
        const auto [left, right] = strip.window();
        const auto height = float (getHeight());
        const auto shown = juce::Rectangle<float> (float (left), 0, float (right - left), height);

        g.setColour (t.shade);
        g.fillRect (0.0f, 0.0f, shown.getX(), height);
        g.fillRect (shown.getRight(), 0.0f, float (getWidth()) - shown.getRight(), height);
        g.setColour (t.dimText);
        g.drawRoundedRectangle (shown.reduced (0.75f), 3, 1.5f);
        g.setColour (t.playhead);
        g.fillRect (float (strip.scale().xOf (strip.workspace.view().playhead)) - 0.5f, 0.0f, 1.5f, height);
    }

private:
    OverviewStrip& strip;
    int playheadX = 0;
};

//======================================================================================================
OverviewStrip::OverviewStrip (Workspace& w)
    : workspace (w), picture (std::make_unique<Picture> (*this)), overlay (std::make_unique<Overlay> (*this))
{
    addAndMakeVisible (*picture);
    addAndMakeVisible (*overlay);
    setTitle (tr ("Overview"));
    subscription = workspace.listen (
        [this] (Changed c)
        {
            if (holds (c, Changed::document | Changed::media | Changed::selection))
                picture->repaint();

            if (holds (c, Changed::scale | Changed::document))
                overlay->repaint();
            else if (holds (c, Changed::playhead))
                overlay->update();
        });
}

OverviewStrip::~OverviewStrip() = default;

TimelineScale OverviewStrip::scale() const
{
    return showingAll ({ 0, 1, double (std::max (1, getWidth())), workspace.view().scale.total });
}

std::pair<double, double> OverviewStrip::window() const
{
    const auto& detail = workspace.view().scale;
    const auto all = scale();
    const auto left = detail.start / all.perPixel;
    const auto right = left + detail.width * detail.perPixel / all.perPixel;

    // Close up the window would vanish.
    return { std::max (0.0, left), std::min (double (getWidth()), std::max (right, left + 6)) };
}

OverviewStrip::Grip OverviewStrip::gripAt (double x) const
{
    const auto [left, right] = window();
    const auto reach = right - left > 24 ? 6.0 : 3.0;

    if (std::abs (x - left) < reach && left > 0)
        return Grip::left;

    return std::abs (x - right) < reach && right < getWidth() ? Grip::right : Grip::window;
}

void OverviewStrip::resized()
{
    picture->setBounds (getLocalBounds());
    overlay->setBounds (getLocalBounds());
}

void OverviewStrip::mouseMove (const juce::MouseEvent& e)
{
    setMouseCursor (gripAt (e.position.x) == Grip::window ? juce::MouseCursor::NormalCursor
                                                          : juce::MouseCursor::LeftRightResizeCursor);
}

void OverviewStrip::mouseDown (const juce::MouseEvent& e)
{
    grip = gripAt (e.position.x);
    const auto [left, right] = window();

    // A click outside brings the window there.
    if (grip == Grip::window && (e.position.x < float (left) || e.position.x > float (right)))
        workspace.look (
            [&] (ViewState& v)
            {
                v.scale.start =
                    double (e.position.x) * scale().perPixel - v.scale.width * v.scale.perPixel / 2;
                v.scale = limited (v.scale);
            });

    grabbed = workspace.view().scale;
}

void OverviewStrip::mouseDrag (const juce::MouseEvent& e)
{
    const auto by = double (e.getDistanceFromDragStartX()) * scale().perPixel;
    const auto begin = grabbed.start, end = grabbed.start + grabbed.width * grabbed.perPixel;
    auto next = grabbed;

    if (grip == Grip::window)
        next.start = begin + by;
    else if (grip == Grip::right)
        next.perPixel = std::max (finestPerPixel, (end + by - begin) / grabbed.width);
    else
    {
        next.perPixel = std::max (finestPerPixel, (end - begin - by) / grabbed.width);
        next.start = end - next.perPixel * grabbed.width;
    }

    workspace.look ([&] (ViewState& v) { v.scale = limited (next); });
}

void OverviewStrip::mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails& wheel)
{
    workspace.look ([&] (ViewState& v)
                    { v.scale = scrolled (v.scale, -double (wheel.deltaX + wheel.deltaY) * 600); });
}

} // namespace earmark::ui
