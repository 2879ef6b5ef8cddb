// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/PictureCut.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <functional>
#include <optional>

namespace earmark::ui
{

/** A whole picture with the square that is kept: dragged by its middle and its corners, moved by the arrow keys, sized by + and −. */
class PictureCropper final : public juce::Component
{
public:
    PictureCropper (const juce::Image&, const PictureCut&);

    /** Enter or the button; nothing where it was given up. The cropper is hidden by then. */
    std::function<void (std::optional<PictureCut>)> onDone;

    const PictureCut& cut() const { return current; }

    void paint (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;
    void mouseMove (const juce::MouseEvent&) override;
    void mouseDown (const juce::MouseEvent&) override;
    void mouseDrag (const juce::MouseEvent&) override;
    void mouseWheelMove (const juce::MouseEvent&, const juce::MouseWheelDetails&) override;
    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

    void focusGained (FocusChangeType) override { repaint(); }

    void focusLost (FocusChangeType) override { repaint(); }

private:
    const juce::Image picture;
    const PictureSize size;
    PictureCut current, atFirst;
    std::optional<PicturePoint> fixed; ///< the corner opposite to the one that is dragged
    juce::TextButton take, cancel;
    juce::Rectangle<float> shown; ///< the picture

    void set (const PictureCut&);
    void finish (std::optional<PictureCut>);
    juce::Rectangle<float> square() const;
    PicturePoint pointAt (juce::Point<float>) const;

    /** The corner under the mouse, and the one opposite to it. */
    std::optional<PicturePoint> oppositeOf (juce::Point<float>) const;

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (PictureCropper)
};

} // namespace earmark::ui
