// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Translation.h"
#include "UI/Theme.h"

#include <string>

namespace earmark::ui
{

/** The window's look and feel: the theme, the fonts, and JUCE's own widgets in them. One belongs to each main component, whose
    children find it by of(). */
class Look final : public juce::LookAndFeel_V4
{
public:
    Look();

    void setTheme (ThemeName);

    const Theme& theme() const { return *current; }

    /** A component outside any main component gets the dark theme. */
    static const Theme& of (const juce::Component&);

    juce::Typeface::Ptr getTypefaceForFont (const juce::Font&) override;
    juce::Font getTextButtonFont (juce::TextButton&, int) override;
    juce::Font getComboBoxFont (juce::ComboBox&) override;
    juce::Font getLabelFont (juce::Label&) override;
    juce::Font getPopupMenuFont() override;

    void
    drawButtonBackground (juce::Graphics&, juce::Button&, const juce::Colour&, bool over, bool down) override;
    void drawButtonText (juce::Graphics&, juce::TextButton&, bool over, bool down) override;
    void drawToggleButton (juce::Graphics&, juce::ToggleButton&, bool over, bool down) override;
    void fillTextEditorBackground (juce::Graphics&, int width, int height, juce::TextEditor&) override;
    void drawTextEditorOutline (juce::Graphics&, int width, int height, juce::TextEditor&) override;
    void drawComboBox (juce::Graphics&, int, int, bool, int, int, int, int, juce::ComboBox&) override;
    void drawScrollbar (
        juce::Graphics&, juce::ScrollBar&, int, int, int, int, bool, int, int, bool, bool) override;
    void
    drawPopupMenuBackgroundWithOptions (juce::Graphics&, int, int, const juce::PopupMenu::Options&) override;
    void getIdealPopupMenuItemSize (
        const juce::String&, bool isSeparator, int wantedHeight, int& width, int& height) override;
    void drawPopupMenuItem (juce::Graphics&,
                            const juce::Rectangle<int>&,
                            bool isSeparator,
                            bool isActive,
                            bool isHighlighted,
                            bool isTicked,
                            bool hasSubMenu,
                            const juce::String&,
                            const juce::String& key,
                            const juce::Drawable*,
                            const juce::Colour*) override;
    juce::Rectangle<int>
    getTooltipBounds (const juce::String&, juce::Point<int>, juce::Rectangle<int>) override;
    void drawTooltip (juce::Graphics&, const juce::String&, int width, int height) override;

private:
    const Theme* current;

    void setColours();
};

/** A box with a tick in it or none, as toggles have it. */
void paintTickBox (juce::Graphics&,
                   const Theme&,
                   juce::Rectangle<float>,
                   bool isTicked,
                   juce::Colour edge,
                   float edgeWidth = 1);

/** What a text field that has this look says while it is empty, also with the keyboard in it. */
void setHint (juce::TextEditor&, const juce::String&);

/** The typefaces that come with Earmark; other scripts come from the system. Digits are of one width in tabularFont(). */
juce::Font regularFont (float height);
juce::Font boldFont (float height);
juce::Font tabularFont (float height);

/** UTF-8 to JUCE's string and back. */
juce::String text (const std::string&);
std::string utf8 (const juce::String&);

/** earmark::tr() for components. */
inline juce::String tr (std::string_view english)
{
    return text (earmark::tr (english));
}

template <class First, class... Rest>
juce::String
tr (std::format_string<const First&, const Rest&...> english, const First& first, const Rest&... rest)
{
    return text (earmark::tr (english, first, rest...));
}

template <class... Rest>
juce::String tr (std::size_t count,
                 std::format_string<const std::size_t&, const Rest&...> one,
                 std::format_string<const std::size_t&, const Rest&...> many,
                 const Rest&... rest)
{
    return text (earmark::tr (count, one, many, rest...));
}

/** The sizes of type. */
namespace type
{
inline constexpr float small = 12.5f, normal = 14, large = 16, title = 20;
}

} // namespace earmark::ui
