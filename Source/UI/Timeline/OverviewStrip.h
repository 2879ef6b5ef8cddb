// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** The whole episode, with a window on what the detail shows: drag it, its edges, or click elsewhere. */
class OverviewStrip final : public juce::Component
{
public:
    explicit OverviewStrip (Workspace&);
    ~OverviewStrip() override;

    void resized() override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;

private:
    class Picture;
    class Overlay;

    enum class Grip
    {
        window,
        left,
        right
    };

    Workspace& workspace;
    std::unique_ptr<Picture> picture;
    std::unique_ptr<Overlay> overlay;
    Workspace::Subscription subscription;
    Grip grip = Grip::window;
    TimelineScale grabbed;

    TimelineScale scale() const;
    std::pair<double, double> window() const;
    Grip gripAt (double x) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (OverviewStrip)
};

} // namespace earmark::ui
