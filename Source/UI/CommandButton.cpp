// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/CommandButton.h"

#include "Session/Commands.h"
#include "UI/Look.h"

namespace earmark::ui
{

CommandButton::CommandButton (Workspace& w,
                              std::string_view id,
                              std::optional<Icon> i,
                              const juce::String& label)
    : KeyButton (label), workspace (w), command (id), icon (i)
{
    jassert (findCommand (id) != nullptr);
    setTitle (tr (findCommand (id)->label));
    refresh();
}

void CommandButton::refresh()
{
    const auto* row = findCommand (command);
    setEnabled (row->isEnabled (workspace));
    auto tip = tr (row->label);

    if (const auto keys = workspace.keys().keysOf (command); ! keys.empty())
        tip << "  (" << ui::text (describe (keys.front())) << ")";

    setTooltip (tip);
}

void CommandButton::setIcon (Icon i)
{
    if (icon != i)
    {
        icon = i;
        repaint();
    }
}

int CommandButton::bestWidth() const
{
    const auto label = getName();
    const auto textWidth =
        label.isEmpty() ? 0 : juce::GlyphArrangement::getStringWidthInt (boldFont (type::normal), label) + 20;
    return textWidth + (icon ? (label.isEmpty() ? 32 : 22) : 0);
}

void CommandButton::paintButton (juce::Graphics& g, bool over, bool down)
{
    const auto& t = Look::of (*this);
    const auto area = getLocalBounds().toFloat().reduced (0.5f);
    const auto isMain = main && isEnabled();
    auto ground = isMain                ? t.accent
                  : getToggleState()    ? t.selection
                  : getName().isEmpty() ? t.bar.withAlpha (0.0f)
                                        : t.raised;

    if (isEnabled() && (over || down))
        ground = isMain ? ground.brighter (0.12f) : t.raised.interpolatedWith (t.text, down ? 0.14f : 0.06f);

    g.setColour (ground.withMultipliedAlpha (isEnabled() || main ? 1.0f : 0.45f));
    g.fillRoundedRectangle (area, 5);

    if (hasKeyboardFocus (false))
    {
        g.setColour (t.focus);
        g.drawRoundedRectangle (area.reduced (0.5f), 5, 2);
    }
    else if (! isMain && (! getName().isEmpty() || getToggleState()))
    {
        g.setColour (getToggleState() ? t.selectionEdge : t.edge);
        g.drawRoundedRectangle (area, 5, 1);
    }

    auto colour = isMain ? t.onAccent : getToggleState() ? t.text : getName().isEmpty() ? t.dimText : t.text;
    colour = isEnabled() ? colour : main ? t.faintText : colour.withMultipliedAlpha (0.38f);
    auto content = area;

    // Without room for its label a button shows its icon alone; the tooltip says the rest.
    const auto label = icon && getWidth() < 48 ? juce::String() : getName();

    const auto font = main ? boldFont (type::normal) : regularFont (type::normal);

    // Beside a label that needs the room of both the icon gives way.
    const auto hasIcon =
        icon
        && (label.isEmpty() || juce::GlyphArrangement::getStringWidthInt (font, label) + 32 <= getWidth());

    if (hasIcon && label.isNotEmpty())
        content.removeFromLeft (8);

    if (hasIcon)
        drawIcon (g, *icon, label.isEmpty() ? content : content.removeFromLeft (16), colour);

    if (label.isNotEmpty())
    {
        g.setColour (colour);
        g.setFont (font);
        g.drawText (label, content.reduced (4, 0), juce::Justification::centred, true);
    }
}

void CommandButton::clicked()
{
    run (workspace, command);
}

} // namespace earmark::ui
