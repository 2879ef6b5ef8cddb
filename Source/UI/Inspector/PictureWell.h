// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Workspace.h"
#include "UI/Look.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** Shows a picture and takes one: dropped, chosen, or the file that was copied. Every picture comes in square and of a size that players
    like, and can be cut otherwise. */
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
    std::optional<Image> current;
    juce::Image picture;
    juce::TextButton choose { tr ("Choose") }, paste { tr ("Paste") }, crop { tr ("Crop") },
        remove { tr ("Remove") };
    bool isOver = false;

    /** What the picture was made of, as long as that is known, and the square that was taken of it. */
    std::string source;
    PictureCut lastCut;
    std::optional<Image> made;

    void take (const std::string& path);
    void takeCopied();
    void showCropper();
    void use (const std::string& bytes, const PictureCut&);

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (PictureWell)
};

} // namespace earmark::ui
