// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_graphics/juce_graphics.h>

namespace earmark::ui
{

enum class Icon
{
    play,
    pause,
    loop,
    undo,
    redo,
    flag,
    open,
    paste,
    save,
    zoomIn,
    zoomOut,
    showAll,
    follow,
    grid,
    check,
    lock,
    eye,
    eyeOff,
    picture,
    link,
    reading,
    close,
    help,
    theme,
    history,
    inspector,
    tools,
    remove,
    back,
    forward,
    exportFile,
    write
};

/** Strokes in the middle of the area, drawn for 18 by 18 pixels and scaled. */
void drawIcon (juce::Graphics&, Icon, juce::Rectangle<float>, juce::Colour);

} // namespace earmark::ui
