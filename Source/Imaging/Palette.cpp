// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/Palette.h"

#include <EarmarkFonts.h>

namespace earmark
{

const Palette& paletteOf (SheetTheme theme)
{
    using juce::Colour;

    static const Palette dark { .page = Colour (0xFF12151A),
                                .cell = Colour (0xFF1B2027),
                                .cellEdge = Colour (0xFF2A313B),
                                .text = Colour (0xFFEDF1F5),
                                .faintText = Colour (0xFF8C98A6),
                                .grid = Colour (0xFF2A313B),
                                .outerWave = Colour (0xFF3D5A73),
                                .innerWave = Colour (0xFF7FB2D9),
                                .marker = Colour (0xFFFF9F43),
                                .onset = Colour (0xFF3DD6A3),
                                .other = Colour (0xFF7A8694),
                                .warning = Colour (0xFFF2C14E) };

    static const Palette light { .page = Colour (0xFFF3F5F8),
                                 .cell = Colour (0xFFFFFFFF),
                                 .cellEdge = Colour (0xFFDCE2E9),
                                 .text = Colour (0xFF1A222C),
                                 .faintText = Colour (0xFF66727F),
                                 .grid = Colour (0xFFE6EAEF),
                                 .outerWave = Colour (0xFFB5CCDF),
                                 .innerWave = Colour (0xFF3F7CAC),
                                 .marker = Colour (0xFFE07000),
                                 .onset = Colour (0xFF0A8F67),
                                 .other = Colour (0xFF94A0AC),
                                 .warning = Colour (0xFFA87400) };

    return theme == SheetTheme::dark ? dark : light;
}

juce::Font regularFont (float height)
{
    static const auto typeface = juce::Typeface::createSystemTypefaceFor (EarmarkFonts::InterRegular_otf,
                                                                          EarmarkFonts::InterRegular_otfSize);
    return juce::FontOptions (typeface).withHeight (height);
}

juce::Font boldFont (float height)
{
    static const auto typeface = juce::Typeface::createSystemTypefaceFor (
        EarmarkFonts::InterSemiBold_otf, EarmarkFonts::InterSemiBold_otfSize);
    return juce::FontOptions (typeface).withHeight (height);
}

} // namespace earmark
