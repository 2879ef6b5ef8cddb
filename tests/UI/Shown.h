// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <juce_gui_basics/juce_gui_basics.h>

namespace earmark::tests
{

/** Shows a component in a window that needs no display and has the keyboard whenever it wants it: which component in it has it can be told
    then. The component must outlive it. */
class Shown final : public juce::Component
{
public:
    explicit Shown (juce::Component& shown)
    {
        setSize (shown.getWidth(), shown.getHeight());
        addAndMakeVisible (shown);
        setVisible (true);
        addToDesktop (0);
    }

    ~Shown() override
    {
        removeFromDesktop();
        removeAllChildren();
    }

private:
    class Peer final : public juce::ComponentPeer
    {
    public:
        using ComponentPeer::ComponentPeer;
        using ComponentPeer::globalToLocal;
        using ComponentPeer::localToGlobal;

        bool isFocused() const override { return hasKeyboard; }

        void grabFocus() override { hasKeyboard = true; }

        void* getNativeHandle() const override { return nullptr; }

        juce::Rectangle<int> getBounds() const override { return component.getLocalBounds(); }

        juce::Point<float> localToGlobal (juce::Point<float> p) override { return p; }

        juce::Point<float> globalToLocal (juce::Point<float> p) override { return p; }

        bool contains (juce::Point<int> p, bool) const override { return getBounds().contains (p); }

        bool isShowing() const override { return true; }

        bool isMinimised() const override { return false; }

        bool isFullScreen() const override { return false; }

        OptionalBorderSize getFrameSizeIfPresent() const override { return {}; }

        juce::BorderSize<int> getFrameSize() const override { return {}; }

        juce::StringArray getAvailableRenderingEngines() override { return {}; }

        bool setAlwaysOnTop (bool) override { return true; }

        void setVisible (bool) override {}

        void setTitle (const juce::String&) override {}

        void setBounds (const juce::Rectangle<int>&, bool) override {}

        void setMinimised (bool) override {}

        void setFullScreen (bool) override {}

        void setIcon (const juce::Image&) override {}

        void toFront (bool) override {}

        void toBehind (ComponentPeer*) override {}

        void repaint (const juce::Rectangle<int>&) override {}

        void performAnyPendingRepaintsNow() override {}

        void setAlpha (float) override {}

    private:
        bool hasKeyboard = false;

        void textInputRequired (juce::Point<int>, juce::TextInputTarget&) override {}
    };

    juce::ComponentPeer* createNewPeer (int style, void*) override { return new Peer (*this, style); }

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Shown)
};

} // namespace earmark::tests
