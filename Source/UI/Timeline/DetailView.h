// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/TimelineDrag.h"
#include "UI/ChapterElements.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** The zoomable part of the timeline: ruler, flags, wave. What changes seldom is kept as a picture; the playhead and what a drag
    shows lie over it. */
class DetailView final : public juce::Component
{
public:
    explicit DetailView (Workspace&);
    ~DetailView() override;

    void resized() override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseUp (const juce::MouseEvent&) override;
    void mouseDoubleClick (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    void mouseMagnify (const juce::MouseEvent&, float factor) override;

    /** Asked for by a double click on a flag. */
    std::function<void (ChapterId)> onRename;

private:
    class Picture;
    class Overlay;

    Workspace& workspace;
    TimelineDrag drag;
    std::unique_ptr<Picture> picture;
    ChapterElements elements;
    std::unique_ptr<Overlay> overlay;
    Workspace::Subscription subscription;

    void changed (Changed);
    TimelineDrag::Area areaAt (int y) const;
    std::vector<ChapterElements::Place> placesOfFlags() const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (DetailView)
};

} // namespace earmark::ui
