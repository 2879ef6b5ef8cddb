// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/WindowLayout.h"
#include "Session/Workspace.h"
#include "UI/Look.h"

#include <juce_gui_basics/juce_gui_basics.h>

#include <memory>

namespace earmark::ui
{

class ChapterTable;
class DetailView;
class FilterBar;
class OverviewStrip;
class PromptBar;
class ReviewBar;
class StatusBar;
class TopBar;
class Welcome;

/** The whole editor, the same in the app and in the plug-in. Takes keys and dropped files. */
class MainView final : public juce::Component,
                       public juce::FileDragAndDropTarget,
                       public juce::TextDragAndDropTarget,
                       public juce::AsyncUpdater, // when another language is spoken
                       private juce::FocusChangeListener
{
public:
    /** The workspace must outlive the view. */
    explicit MainView (Workspace&);
    ~MainView() override;

    /** Takes this place in its parent, with everything as large as the user wants it; keeps to it when that changes. */
    void fill (juce::Rectangle<int> place);

    void paint (juce::Graphics&) override;
    void paintOverChildren (juce::Graphics&) override;
    void resized() override;
    bool keyPressed (const juce::KeyPress&) override;
    void mouseDown (const juce::MouseEvent&) override;

    bool isInterestedInFileDrag (const juce::StringArray&) override { return true; }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override;

    void fileDragEnter (const juce::StringArray&, int, int) override;
    void fileDragExit (const juce::StringArray&) override;
    void filesDropped (const juce::StringArray&, int, int) override;

    bool isInterestedInTextDrag (const juce::String&) override { return true; }

    void textDropped (const juce::String&, int, int) override;

private:
    class Divider;

    Workspace& workspace;
    Look look;
    WindowLayout layout;
    juce::Rectangle<int> ownPlace; ///< as given to fill(); empty when it never was
    int detailHeight = 0;
    bool isDropped = false; ///< something is held over the window
    Panel shownPanel = Panel::inspector;
    Language shownLanguage = Language::english;

    std::unique_ptr<TopBar> topBar;
    std::unique_ptr<PromptBar> promptBar;
    std::unique_ptr<OverviewStrip> overview;
    std::unique_ptr<DetailView> detail;
    std::unique_ptr<Divider> divider;
    std::unique_ptr<ReviewBar> reviewBar;
    std::unique_ptr<FilterBar> filterBar;
    std::unique_ptr<ChapterTable> table;
    std::unique_ptr<Welcome> welcome;       ///< over the table
    std::unique_ptr<juce::Component> panel; ///< what is beside or instead of the table
    std::unique_ptr<StatusBar> statusBar;
    juce::TooltipWindow tooltips { this, 600 };
    juce::VBlankAttachment frames;
    Workspace::Subscription subscription;

    void build();
    void handleAsyncUpdate() override;
    void followLanguage();
    void changed (Changed);
    void preferencesChanged();
    void globalFocusChanged (juce::Component*) override;
    void showPanel();
    void placeWelcome();
    void beginTyping();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (MainView)
};

} // namespace earmark::ui
