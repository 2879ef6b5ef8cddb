// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Theme.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace earmark::tests
{

namespace
{

/** Relative luminance and contrast as WCAG 2.2 defines them. */
double luminance (juce::Colour colour)
{
    const auto linear = [] (float channel)
    { return channel <= 0.04045f ? channel / 12.92 : std::pow ((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear (colour.getFloatRed()) + 0.7152 * linear (colour.getFloatGreen())
           + 0.0722 * linear (colour.getFloatBlue());
}

double contrast (juce::Colour a, juce::Colour b)
{
    const auto x = luminance (a) + 0.05, y = luminance (b) + 0.05;
    return std::max (x, y) / std::min (x, y);
}

} // namespace

TEST_CASE ("Text can be read on its ground in every theme", "[ui]")
{
    for (const auto name : { ThemeName::dark, ThemeName::light, ThemeName::highContrast })
    {
        CAPTURE (nameOf (name));
        const auto& t = ui::themeOf (name);
        const auto least = name == ThemeName::highContrast ? 7.0 : 4.5;

        for (const auto ground : { t.panel, t.bar, t.well })
            for (const auto& text : { t.text, t.dimText, t.faintText, t.good, t.warning, t.bad })
            {
                CAPTURE (ground.toString().toStdString(), text.toString().toStdString());
                CHECK (contrast (text, ground) >= least);
            }

        CHECK (contrast (t.text, t.raised) >= least);
        CHECK (contrast (t.text, t.selection) >= least);
        CHECK (contrast (t.text, t.hover) >= least);
        CHECK (contrast (t.onAccent, t.accent) >= least);
        CHECK (contrast (t.focus, t.panel) >= 3);

        for (const auto& chapter : t.chapters)
            CHECK (contrast (chapter, t.well) >= 3);
    }
}

TEST_CASE ("High contrast shows edges", "[ui]")
{
    const auto& t = ui::themeOf (ThemeName::highContrast);
    CHECK (contrast (t.edge, t.panel) >= 4.5);
    CHECK (contrast (t.selectionEdge, t.selection) >= 3);
}

} // namespace earmark::tests
