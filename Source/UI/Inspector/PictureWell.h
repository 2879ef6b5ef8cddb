// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/PictureSource.h"
#include "UI/Look.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** Shows a picture and takes one, as PictureSource does: dropped, chosen, or the file that was copied. */
class PictureWell final : public juce::Component, public juce::FileDragAndDropTarget
{
public:
    PictureWell (Workspace&, const juce::String& title);

    void show (const std::optional<Image>&);

    std::function<void (std::optional<Image>)> onChange;

    /** Another square of this picture is to be cut: shown as it is, with what was cut last; the answer goes to cut(). */
    std::function<void (const juce::Image&, const PictureCut&)> onCrop;

    void cut (const PictureCut&);

    void paint (juce::Graphics&) override;
    void resized() override;
    void mouseDown (const juce::MouseEvent&) override;
    bool keyPressed (const juce::KeyPress&) override;

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
    PictureSource source;
    juce::Image picture;
    juce::TextButton choose { tr ("Choose") }, paste { tr ("Paste") }, crop { tr ("Crop") },
        remove { tr ("Remove") };
    bool isOver = false;

    void showCropper();
    void use (const std::optional<Image>&);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (PictureWell)
};

} // namespace earmark::ui
