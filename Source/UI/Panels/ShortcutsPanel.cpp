// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "UI/KeyInput.h"
#include "UI/Look.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/Panels.h"

#include <map>

namespace earmark::ui
{

namespace
{

constexpr int lineHeight = 26, columnWidth = 400, groupGap = 14;

/** All commands by group, in as many columns as fit. A click on one, or Enter, waits for its new key. */
class Sheet final : public juce::Component
{
public:
    explicit Sheet (Workspace& w) : workspace (w)
    {
        setWantsKeyboardFocus (true);
        setTitle (tr ("Keys and commands"));
    }

    std::unique_ptr<juce::AccessibilityHandler> createAccessibilityHandler() override
    {
        return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::list);
    }

    void place (int width)
    {
        lines.clear();
        std::vector<std::string_view> groups;

        for (const auto& command : commands())
            if (std::ranges::find (groups, command.group) == groups.end())
                groups.push_back (command.group);

        const auto across = std::max (1, width / columnWidth);
        std::vector<int> heights (std::size_t (across), 0);

        for (const auto group : groups)
        {
            // Each group goes into the shortest column.
            const auto shortest = std::ranges::min_element (heights);
            const auto x = int (shortest - heights.begin()) * (width / across);
            auto& y = *shortest;
            lines.push_back ({ {}, group, { x, y, width / across - 24, lineHeight } });
            y += lineHeight;

            for (const auto& command : commands())
                if (command.group == group)
                {
                    lines.push_back (
                        { command.id, command.label, { x, y, width / across - 24, lineHeight } });
                    y += lineHeight;
                }

            y += groupGap;
        }

        setSize (width, *std::ranges::max_element (heights));
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = Look::of (*this);

        for (const auto& line : lines)
        {
            if (line.command.empty())
            {
                g.setColour (t.accent);
                g.setFont (boldFont (type::normal));
                g.drawText (tr (line.label), line.place, juce::Justification::centredLeft, true);
                continue;
            }

            if (line.command == chosen && hasKeyboardFocus (false))
            {
                g.setColour (t.focus);
                g.drawRoundedRectangle (line.place.expanded (6, 0).toFloat().reduced (0.5f), 4, 1.5f);
            }

            if (line.command == waiting || line.place.contains (getMouseXYRelative()))
            {
                g.setColour (line.command == waiting ? t.selection : t.hover);
                g.fillRoundedRectangle (line.place.expanded (6, 0).toFloat(), 4);
            }

            auto area = line.place;
            g.setFont (regularFont (type::small));

            if (line.command == waiting)
            {
                g.setColour (t.accent);
                g.drawText (tr ("press a key, Del for none"),
                            area.removeFromRight (180),
                            juce::Justification::centredRight,
                            false);
            }
            else
            {
                paintKeys (g, line.command, area);
            }

            g.setColour (t.text);
            g.setFont (regularFont (type::normal));
            g.drawText (tr (line.label), area, juce::Justification::centredLeft, true);
        }
    }

    void mouseMove (const juce::MouseEvent&) override { repaint(); }

    void mouseDown (const juce::MouseEvent& e) override
    {
        waiting = {};

        for (const auto& line : lines)
            if (line.place.contains (e.getPosition()))
                waiting = line.command;

        if (! waiting.empty())
            grabKeyboardFocus();

        repaint();
    }

    bool keyPressed (const juce::KeyPress& press) override
    {
        const auto key = keyOf (press);

        if (waiting.empty())
            return key && choose (*key);

        if (! key)
            return false;

        auto map = workspace.keys();

        if (*key == Key { .name = "delete" } || *key == Key { .name = "backspace" })
            map.set (waiting, {});
        else if (*key != Key { .name = "escape" })
            map.set (waiting, { *key });

        waiting = {};
        workspace.setKeys (std::move (map));
        repaint();
        return true;
    }

private:
    struct Line
    {
        std::string_view command, label; ///< no command: a group
        juce::Rectangle<int> place;
    };

    Workspace& workspace;
    std::vector<Line> lines;
    std::string_view waiting, chosen;

    /** With the arrow keys to another line, with Enter to its new key. */
    bool choose (const Key& key)
    {
        if (key == Key { .name = "enter" } && ! chosen.empty())
            waiting = chosen;
        else if (key == Key { .name = "up" } || key == Key { .name = "down" })
            step (key.name == "up" ? -1 : 1);
        else
            return false;

        repaint();
        return true;
    }

    void step (int by)
    {
        auto at = int (std::ranges::find (lines, chosen, &Line::command) - lines.begin());
        const auto count = int (lines.size());

        if (at == count)
            at = by > 0 ? -1 : count;

        do
            at += by;
        while (at >= 0 && at < count && lines[std::size_t (at)].command.empty());

        if (at < 0 || at >= count)
            return;

        const auto& line = lines[std::size_t (at)];
        chosen = line.command;
        setDescription (tr (line.label));

        if (auto* viewport = findParentComponentOfClass<juce::Viewport>())
            if (const auto shown = viewport->getViewArea(); ! shown.contains (line.place.getCentre()))
                viewport->setViewPosition (0, std::max (0, line.place.getCentreY() - shown.getHeight() / 2));
    }

    void focusGained (FocusChangeType) override
    {
        if (chosen.empty())
            step (1);

        repaint();
    }

    void focusLost (FocusChangeType) override { repaint(); }

    void paintKeys (juce::Graphics& g, std::string_view command, juce::Rectangle<int>& area) const
    {
        const auto& t = Look::of (*this);
        const auto keys = workspace.keys().keysOf (command);

        for (auto key = keys.rbegin(); key != keys.rend(); ++key)
        {
            const auto label = text (describe (*key));
            const auto width =
                juce::GlyphArrangement::getStringWidthInt (regularFont (type::small), label) + 14;
            const auto cap = area.removeFromRight (width).withSizeKeepingCentre (width, 20).toFloat();
            area.removeFromRight (5);
            g.setColour (t.raised);
            g.fillRoundedRectangle (cap, 4);
            g.setColour (workspace.keys().isChanged (command) ? t.accent : t.edge);
            g.drawRoundedRectangle (cap.reduced (0.5f), 4, 1);
            g.setColour (t.text);
            g.drawText (label, cap, juce::Justification::centred, false);
        }
    }
};

class ShortcutsPanel final : public PanelFrame
{
public:
    explicit ShortcutsPanel (Workspace& w)
        : PanelFrame (w, tr ("Keys and commands: click one, or press Enter on it, to give it another key")),
          sheet (w)
    {
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

    void placeContent (juce::Rectangle<int> area) override
    {
        viewport.setBounds (area.reduced (20, 12).withTrimmedRight (-12));
        sheet.place (std::max (1, viewport.getWidth() - 12));
    }

private:
    juce::Viewport viewport;
    Sheet sheet;
    Workspace::Subscription subscription;
};

} // namespace

std::unique_ptr<juce::Component> makeShortcutsPanel (Workspace& w)
{
    return std::make_unique<ShortcutsPanel> (w);
}

} // namespace earmark::ui
