// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/HostImports.h"
#include "Session/Workspace.h"
#include "UI/Look.h"

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::ui
{

/** The file that a DAW takes markers from: chosen by the DAW's name, to be dragged out of the window or saved, with two lines on how
    it is taken there. */
class HostFiles final : public juce::Component
{
public:
    explicit HostFiles (Workspace&);

    /** The chapters have changed. */
    void refresh();

    void resized() override;
    void paint (juce::Graphics&) override;

private:
    /** What is dragged. */
    class Tile final : public juce::Component
    {
    public:
        explicit Tile (HostFiles& f) : files (f) {}

        void paint (juce::Graphics&) override;
        void mouseDrag (const juce::MouseEvent&) override;
        void mouseUp (const juce::MouseEvent&) override;
        void mouseEnter (const juce::MouseEvent&) override;
        void mouseExit (const juce::MouseEvent&) override;

    private:
        HostFiles& files;
        bool isDragging = false;
    };

    Workspace& workspace;
    juce::ComboBox hosts;
    Tile tile { *this };
    juce::TextButton save { tr ("Save the file\u2026") };
    juce::Rectangle<int> label, steps;
    std::size_t markers = 0; ///< of the chapters that have their places

    const HostImport& row() const;
    bool hasFile() const;
    void drag();
};

} // namespace earmark::ui
