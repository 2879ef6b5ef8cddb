// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Look.h"

#include "UI/RunningText.h"

#include <EarmarkFonts.h>

namespace earmark::ui
{

namespace
{

juce::Typeface::Ptr regularTypeface()
{
    static const auto typeface = juce::Typeface::createSystemTypefaceFor (EarmarkFonts::InterRegular_otf,
                                                                          EarmarkFonts::InterRegular_otfSize);
    return typeface;
}

juce::Typeface::Ptr boldTypeface()
{
    static const auto typeface = juce::Typeface::createSystemTypefaceFor (
        EarmarkFonts::InterSemiBold_otf, EarmarkFonts::InterSemiBold_otfSize);
    return typeface;
}

constexpr float corner = 5;

void paintHint (juce::Graphics& g, const juce::TextEditor& editor, const Theme& t)
{
    const auto area = editor.getBorder()
                          .subtractedFrom (editor.getLocalBounds())
                          .withTrimmedLeft (editor.getLeftIndent())
                          .withTrimmedTop (editor.getTopIndent())
                          .withTrimmedRight (4);
    const auto hint = editor.getTextToShowWhenEmpty();
    g.setColour (t.faintText);
    g.setFont (editor.getFont());

    if (editor.isMultiLine())
        paintRunningText (g, hint, area, editor.getJustificationType());
    else
        g.drawText (hint, area, editor.getJustificationType(), true);
}

} // namespace

void setHint (juce::TextEditor& editor, const juce::String& hint)
{
    // JUCE's own hint would go as soon as the field has the keyboard, which is when it is needed: the look draws it.
    editor.setTextToShowWhenEmpty (hint, juce::Colours::transparentBlack);
    editor.repaint();
}

juce::Font regularFont (float height)
{
    return juce::FontOptions (regularTypeface()).withHeight (height);
}

juce::Font boldFont (float height)
{
    return juce::FontOptions (boldTypeface()).withHeight (height);
}

juce::Font tabularFont (float height)
{
    return juce::FontOptions (regularTypeface())
        .withHeight (height)
        .withFeatureEnabled (juce::FontFeatureTag { "tnum" });
}

juce::String text (const std::string& s)
{
    return juce::String::fromUTF8 (s.data(), int (s.size()));
}

std::string utf8 (const juce::String& s)
{
    return s.toStdString();
}

//======================================================================================================
Look::Look() : current (&themeOf (ThemeName::dark))
{
    setColours();
}

void Look::setTheme (ThemeName name)
{
    current = &themeOf (name);
    setColours();
}

const Theme& Look::of (const juce::Component& component)
{
    const auto* look = dynamic_cast<const Look*> (&component.getLookAndFeel());
    return look != nullptr ? look->theme() : themeOf (ThemeName::dark);
}

void Look::setColours()
{
    const auto& t = *current;
    setColour (juce::ResizableWindow::backgroundColourId, t.window);
    setColour (juce::DocumentWindow::textColourId, t.text);
    setColour (juce::TextEditor::backgroundColourId, t.well);
    setColour (juce::TextEditor::textColourId, t.text);
    setColour (juce::TextEditor::highlightColourId, t.selection.interpolatedWith (t.selectionEdge, 0.3f));
    setColour (juce::TextEditor::highlightedTextColourId, t.text);
    setColour (juce::TextEditor::outlineColourId, t.edge);
    setColour (juce::TextEditor::focusedOutlineColourId, t.focus);
    setColour (juce::CaretComponent::caretColourId, t.accent);
    setColour (juce::Label::textColourId, t.text);
    setColour (juce::TextButton::textColourOffId, t.text);
    setColour (juce::TextButton::textColourOnId, t.text);
    setColour (juce::ComboBox::textColourId, t.text);
    setColour (juce::ComboBox::backgroundColourId, t.well);
    setColour (juce::ComboBox::outlineColourId, t.edge);
    setColour (juce::ComboBox::arrowColourId, t.dimText);
    setColour (juce::PopupMenu::backgroundColourId, t.bar);
    setColour (juce::PopupMenu::textColourId, t.text);
    setColour (juce::PopupMenu::highlightedBackgroundColourId, t.selection);
    setColour (juce::PopupMenu::highlightedTextColourId, t.text);
    setColour (juce::PopupMenu::headerTextColourId, t.dimText);
    setColour (juce::ScrollBar::thumbColourId, t.faintText);
    setColour (juce::ToggleButton::textColourId, t.text);
    setColour (juce::TooltipWindow::textColourId, t.text);
}

juce::Typeface::Ptr Look::getTypefaceForFont (const juce::Font& font)
{
    // JUCE's widgets ask for its default; what has a typeface of its own keeps it.
    if (font.getTypefaceName() == juce::Font::getDefaultSansSerifFontName())
        return font.isBold() ? boldTypeface() : regularTypeface();

    return LookAndFeel_V4::getTypefaceForFont (font);
}

juce::Font Look::getTextButtonFont (juce::TextButton&, int)
{
    return regularFont (type::normal);
}

juce::Font Look::getComboBoxFont (juce::ComboBox&)
{
    return regularFont (type::normal);
}

juce::Font Look::getLabelFont (juce::Label& label)
{
    return label.getFont();
}

void Look::drawButtonBackground (
    juce::Graphics& g, juce::Button& button, const juce::Colour&, bool over, bool down)
{
    const auto& t = theme();
    const auto area = button.getLocalBounds().toFloat().reduced (0.5f);
    const auto isMain = button.getProperties().contains ("main");
    auto ground = isMain ? t.accent : button.getToggleState() ? t.selection : t.raised;

    if (over || down)
        ground = ground.interpolatedWith (t.text, down ? 0.16f : 0.08f);

    g.setColour (ground.withMultipliedAlpha (button.isEnabled() ? 1.0f : 0.45f));
    g.fillRoundedRectangle (area, corner);

    if (button.hasKeyboardFocus (false))
    {
        g.setColour (t.focus);
        g.drawRoundedRectangle (area.reduced (0.5f), corner, 1.5f);
    }
    else if (! isMain)
    {
        g.setColour (button.getToggleState() ? t.selectionEdge : t.edge);
        g.drawRoundedRectangle (area, corner, 1);
    }
}

void Look::drawButtonText (juce::Graphics& g, juce::TextButton& button, bool, bool)
{
    const auto& t = theme();
    const auto isMain = button.getProperties().contains ("main");
    g.setFont (isMain ? boldFont (type::normal) : regularFont (type::normal));
    g.setColour ((isMain ? t.onAccent : t.text).withMultipliedAlpha (button.isEnabled() ? 1.0f : 0.45f));
    g.drawText (
        button.getButtonText(), button.getLocalBounds().reduced (6, 0), juce::Justification::centred, true);
}

void paintTickBox (juce::Graphics& g,
                   const Theme& t,
                   juce::Rectangle<float> box,
                   bool isTicked,
                   juce::Colour edge,
                   float edgeWidth)
{
    g.setColour (isTicked ? t.accent : t.well);
    g.fillRoundedRectangle (box, 4);
    g.setColour (edge);
    g.drawRoundedRectangle (box, 4, edgeWidth);

    if (! isTicked)
        return;

    juce::Path tick;
    tick.startNewSubPath (box.getX() + 4, box.getCentreY());
    tick.lineTo (box.getX() + 7, box.getBottom() - 4.5f);
    tick.lineTo (box.getRight() - 3.5f, box.getY() + 4.5f);
    g.setColour (t.onAccent);
    g.strokePath (tick, juce::PathStrokeType (1.8f));
}

void Look::drawToggleButton (juce::Graphics& g, juce::ToggleButton& button, bool over, bool)
{
    const auto& t = theme();
    const auto area = button.getLocalBounds().toFloat();
    const auto box = juce::Rectangle<float> (area.getX() + 1, area.getCentreY() - 8, 16, 16);
    const auto hasKeyboard = button.hasKeyboardFocus (false);
    paintTickBox (g,
                  t,
                  box,
                  button.getToggleState(),
                  hasKeyboard ? t.focus
                  : over      ? t.dimText
                              : t.edge,
                  hasKeyboard ? 1.5f : 1);
    g.setColour (t.text.withMultipliedAlpha (button.isEnabled() ? 1.0f : 0.5f));
    g.setFont (regularFont (type::normal));
    g.drawText (button.getButtonText(), area.withTrimmedLeft (24), juce::Justification::centredLeft, true);
}

void Look::fillTextEditorBackground (juce::Graphics& g, int width, int height, juce::TextEditor& editor)
{
    g.setColour (editor.findColour (juce::TextEditor::backgroundColourId));
    g.fillRoundedRectangle (juce::Rectangle<int> (width, height).toFloat(), corner);
}

void Look::drawTextEditorOutline (juce::Graphics& g, int width, int height, juce::TextEditor& editor)
{
    if (editor.isEmpty())
        paintHint (g, editor, theme());

    const auto focused = editor.hasKeyboardFocus (true) && ! editor.isReadOnly();
    g.setColour (focused ? theme().focus : theme().edge);
    g.drawRoundedRectangle (juce::Rectangle<int> (width, height).toFloat().reduced (focused ? 0.75f : 0.5f),
                            corner,
                            focused ? 1.5f : 1);
}

void Look::drawComboBox (
    juce::Graphics& g, int width, int height, bool, int, int, int, int, juce::ComboBox& box)
{
    const auto area = juce::Rectangle<int> (width, height).toFloat().reduced (0.5f);
    g.setColour (theme().well);
    g.fillRoundedRectangle (area, corner);
    g.setColour (box.hasKeyboardFocus (true) ? theme().focus : theme().edge);
    g.drawRoundedRectangle (area, corner, 1);

    juce::Path arrow;
    const auto x = area.getRight() - 14, y = area.getCentreY();
    arrow.startNewSubPath (x - 4, y - 2);
    arrow.lineTo (x, y + 2.5f);
    arrow.lineTo (x + 4, y - 2);
    g.setColour (theme().dimText);
    g.strokePath (arrow, juce::PathStrokeType (1.6f));
}

void Look::drawScrollbar (juce::Graphics& g,
                          juce::ScrollBar&,
                          int x,
                          int y,
                          int width,
                          int height,
                          bool isVertical,
                          int thumbStart,
                          int thumbSize,
                          bool over,
                          bool down)
{
    const auto thumb = (isVertical ? juce::Rectangle<int> (x, thumbStart, width, thumbSize)
                                   : juce::Rectangle<int> (thumbStart, y, thumbSize, height))
                           .toFloat()
                           .reduced (2.5f);
    g.setColour (theme().faintText.withAlpha (over || down ? 0.75f : 0.4f));
    g.fillRoundedRectangle (thumb, std::min (thumb.getWidth(), thumb.getHeight()) / 2);
}

} // namespace earmark::ui
