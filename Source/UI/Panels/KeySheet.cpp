// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/KeySheet.h"

#include "Session/CommandSheet.h"
#include "UI/KeyInput.h"
#include "UI/Look.h"

#include <algorithm>

namespace earmark::ui
{

namespace
{

constexpr int lineHeight = 26, columnWidth = 400, groupGap = 14;

} // namespace

KeySheet::KeySheet (Workspace& w) : workspace (w)
{
    setWantsKeyboardFocus (true);
    setTitle (tr ("Keys and commands"));
}

std::unique_ptr<juce::AccessibilityHandler> KeySheet::createAccessibilityHandler()
{
    return std::make_unique<juce::AccessibilityHandler> (*this, juce::AccessibilityRole::list);
}

void KeySheet::search (const std::string& words)
{
    searched = words;
    waiting = chosen = {};
    place (getWidth());
    setDescription (lines.empty() ? tr ("No key does that.") : juce::String());
    repaint();
}

void KeySheet::place (int width)
{
    lines.clear();
    const auto across = std::max (1, width / columnWidth);
    std::vector<int> heights (std::size_t (across), 0);

    for (const auto& group : commandSheet (searched, workspace.keys()))
    {
        // Each group goes into the shortest column.
        const auto shortest = std::ranges::min_element (heights);
        const auto x = int (shortest - heights.begin()) * (width / across);
        auto& y = *shortest;
        const auto add = [&] (std::string_view command, std::string_view label)
        {
            lines.push_back ({ command, label, { x, y, width / across - 24, lineHeight } });
            y += lineHeight;
        };
        add ({}, group.name);

        for (const auto* command : group.commands)
            add (command->id, command->label);

        y += groupGap;
    }

    setSize (width, std::max (lineHeight, *std::ranges::max_element (heights)));
}

void KeySheet::paint (juce::Graphics& g)
{
    const auto& t = Look::of (*this);

    if (lines.empty())
    {
        g.setColour (t.faintText);
        g.setFont (regularFont (type::normal));
        g.drawText (tr ("No key does that."), getLocalBounds(), juce::Justification::centredLeft, true);
    }

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

void KeySheet::mouseDown (const juce::MouseEvent& e)
{
    waiting = {};

    for (const auto& line : lines)
        if (line.place.contains (e.getPosition()))
            waiting = line.command;

    if (! waiting.empty())
        grabKeyboardFocus();

    repaint();
}

bool KeySheet::keyPressed (const juce::KeyPress& press)
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

/** With the arrow keys to another line, with Enter to its new key. */
bool KeySheet::choose (const Key& key)
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

void KeySheet::step (int by)
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

void KeySheet::focusGained (FocusChangeType)
{
    if (chosen.empty())
        step (1);

    repaint();
}

void KeySheet::paintKeys (juce::Graphics& g, std::string_view command, juce::Rectangle<int>& area) const
{
    const auto& t = Look::of (*this);
    const auto keys = workspace.keys().keysOf (command);

    for (auto key = keys.rbegin(); key != keys.rend(); ++key)
    {
        const auto label = text (describe (*key));
        const auto width = juce::GlyphArrangement::getStringWidthInt (regularFont (type::small), label) + 14;
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

} // namespace earmark::ui
