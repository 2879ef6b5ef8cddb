// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"
#include "UI/Panels/KeySheet.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"

#include <functional>

namespace earmark::ui
{

namespace
{

/** Has the keyboard while the sheet is looked through: Down and Return lead to what was found, Escape first to all, then out. */
class SearchField final : public juce::TextEditor
{
public:
    std::function<void()> onLeave;

    bool keyPressed (const juce::KeyPress& key) override
    {
        if (key == juce::KeyPress::downKey || key == juce::KeyPress::returnKey)
            onLeave();
        else if (key == juce::KeyPress::escapeKey && ! isEmpty())
            setText ({});
        else
            return key != juce::KeyPress::escapeKey && TextEditor::keyPressed (key);

        return true;
    }
};

class ShortcutsPanel final : public PanelFrame
{
public:
    explicit ShortcutsPanel (Workspace& w)
        : PanelFrame (w, tr ("Keys and commands: click one, or press Enter on it, to give it another key")),
          sheet (w)
    {
        search.setTitle (tr ("Search the keys"));
        setHint (search, tr ("Words, or a key: home, ctrl+z"));
        search.setIndents (8, 0);
        search.setJustification (juce::Justification::centredLeft);
        search.onTextChange = [this] { look(); };
        search.onLeave = [this] { sheet.grabKeyboardFocus(); };
        addAndMakeVisible (search);
        addAndMakeVisible (viewport);
        viewport.setViewedComponent (&sheet, false);
        viewport.setScrollBarsShown (true, false);
        viewport.setScrollBarThickness (10);
        viewport.setWantsKeyboardFocus (false);
        subscription = workspace.listen (
            [this] (Changed c)
            {
                if (holds (c, Changed::keys))
                    sheet.repaint();
            });
    }

    void lookAndFeelChanged() override
    {
        search.applyFontToAllText (regularFont (type::normal));
        search.applyColourToAllText (Look::of (*this).text);
    }

    void parentHierarchyChanged() override { lookAndFeelChanged(); }

    void placeContent (juce::Rectangle<int> area) override
    {
        auto rest = area.reduced (20, 12);
        search.setBounds (rest.removeFromTop (30).removeFromLeft (360));
        rest.removeFromTop (12);
        viewport.setBounds (rest.withTrimmedRight (-12));
        sheet.place (std::max (1, viewport.getWidth() - 12));
    }

private:
    SearchField search;
    juce::Viewport viewport;
    KeySheet sheet;
    Workspace::Subscription subscription;

    void look()
    {
        sheet.search (utf8 (search.getText()));
        viewport.setViewPosition (0, 0);
    }
};

} // namespace

std::unique_ptr<juce::Component> makeShortcutsPanel (Workspace& w)
{
    return std::make_unique<ShortcutsPanel> (w);
}

} // namespace earmark::ui
