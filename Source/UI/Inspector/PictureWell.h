// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/Look.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** Shows a picture and takes one: dropped, chosen, or pasted. Every picture comes in square and of a size that players like. */
class PictureWell final : public juce::Component, public juce::FileDragAndDropTarget
{
public:
    explicit PictureWell (Workspace&);

    void show (const std::optional<Image>&);

    std::function<void (std::optional<Image>)> onChange;

    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;

    bool isInterestedInFileDrag (const juce::StringArray&) override { return true; }

    void fileDragEnter (const juce::StringArray&, int, int) override
    {
        isOver = true;
        repaint();
    }

    void fileDragExit (const juce::StringArray&) override
    {
        isOver = false;
        repaint();
    }

    void filesDropped (const juce::StringArray&, int, int) override;

private:
    Workspace& workspace;
    std::optional<Image> current;
    juce::Image picture;
    juce::TextButton choose { tr ("Choose") }, remove { tr ("Remove") };
    bool isOver = false;

    void take (const std::string& path);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (PictureWell)
};

} // namespace earmark::ui
