// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Theme.h"

namespace earmark::ui
{

const Theme& themeOf (ThemeName name)
{
    using juce::Colour;

    static const Theme darkTheme {
        .window = Colour (0xFF12151A),
        .bar = Colour (0xFF191D24),
        .panel = Colour (0xFF171B21),
        .raised = Colour (0xFF262D37),
        .well = Colour (0xFF0E1115),
        .edge = Colour (0xFF2C343F),
        .hairline = Colour (0xFF222932),
        .text = Colour (0xFFEDF1F5),
        .dimText = Colour (0xFFA9B4C0),
        .faintText = Colour (0xFF7D8997),
        .accent = Colour (0xFFFF9F43),
        .onAccent = Colour (0xFF1E1303),
        .selection = Colour (0xFF24405A),
        .selectionEdge = Colour (0xFF5DA9E9),
        .hover = Colour (0xFF1E242C),
        .focus = Colour (0xFF5DA9E9),
        .good = Colour (0xFF3DD6A3),
        .warning = Colour (0xFFF2C14E),
        .bad = Colour (0xFFFF6B6B),
        .playhead = Colour (0xFFFFFFFF),
        .pause = Colour (0x0BFFFFFF),
        .onset = Colour (0xFF3DD6A3),
        .candidate = Colour (0xFF7A8694),
        .range = Colour (0x2E5DA9E9),
        .shade = Colour (0xA00E1115),
        .wave = Colour (0xFF6C7A8A),
        .chapters = { Colour (0xFF6FB1E4),
                      Colour (0xFF5FCDB8),
                      Colour (0xFFA4CC6A),
                      Colour (0xFFE5C15C),
                      Colour (0xFFE8956B),
                      Colour (0xFFE27FA0),
                      Colour (0xFFB48CE6),
                      Colour (0xFF8495F0) },
        .chapterTint = 0.075f,
    };

    static const Theme lightTheme {
        .window = Colour (0xFFECEFF3),
        .bar = Colour (0xFFF8F9FB),
        .panel = Colour (0xFFFFFFFF),
        .raised = Colour (0xFFE7EBF0),
        .well = Colour (0xFFFFFFFF),
        .edge = Colour (0xFFCDD5DE),
        .hairline = Colour (0xFFE3E8ED),
        .text = Colour (0xFF18202A),
        .dimText = Colour (0xFF46525F),
        .faintText = Colour (0xFF66727F),
        .accent = Colour (0xFFBA5A00),
        .onAccent = Colour (0xFFFFFFFF),
        .selection = Colour (0xFFD5E6F6),
        .selectionEdge = Colour (0xFF2B7BBF),
        .hover = Colour (0xFFF1F4F7),
        .focus = Colour (0xFF2B7BBF),
        .good = Colour (0xFF087F5B),
        .warning = Colour (0xFF946500),
        .bad = Colour (0xFFC93434),
        .playhead = Colour (0xFF10151B),
        .pause = Colour (0x08000000),
        .onset = Colour (0xFF0A8F67),
        .candidate = Colour (0xFF94A0AC),
        .range = Colour (0x262B7BBF),
        .shade = Colour (0x90ECEFF3),
        .wave = Colour (0xFF8A97A5),
        .chapters = { Colour (0xFF2F7FBE),
                      Colour (0xFF138F7C),
                      Colour (0xFF5E8E1D),
                      Colour (0xFFA87D00),
                      Colour (0xFFC4602A),
                      Colour (0xFFBF4470),
                      Colour (0xFF7F4FC0),
                      Colour (0xFF4A5CD0) },
        .chapterTint = 0.07f,
    };

    // Every text at least 7 to 1 against its ground, every edge and mark 4.5 to 1 (WCAG 2.2, 1.4.6 and 1.4.11).
    static const Theme highContrastTheme {
        .window = Colour (0xFF000000),
        .bar = Colour (0xFF000000),
        .panel = Colour (0xFF000000),
        .raised = Colour (0xFF1A1A1A),
        .well = Colour (0xFF000000),
        .edge = Colour (0xFF8C8C8C),
        .hairline = Colour (0xFF5A5A5A),
        .text = Colour (0xFFFFFFFF),
        .dimText = Colour (0xFFF0F0F0),
        .faintText = Colour (0xFFD0D0D0),
        .accent = Colour (0xFFFFD400),
        .onAccent = Colour (0xFF000000),
        .selection = Colour (0xFF003E7A),
        .selectionEdge = Colour (0xFF00E5FF),
        .hover = Colour (0xFF262626),
        .focus = Colour (0xFF00E5FF),
        .good = Colour (0xFF40FF9F),
        .warning = Colour (0xFFFFD400),
        .bad = Colour (0xFFFF9A9A),
        .playhead = Colour (0xFFFFFFFF),
        .pause = Colour (0x24FFFFFF),
        .onset = Colour (0xFF40FF9F),
        .candidate = Colour (0xFFD0D0D0),
        .range = Colour (0x5500E5FF),
        .shade = Colour (0xC0000000),
        .wave = Colour (0xFFD0D0D0),
        .chapters = { Colour (0xFF7CC8FF),
                      Colour (0xFF5CF2D6),
                      Colour (0xFFC4F26A),
                      Colour (0xFFFFE066),
                      Colour (0xFFFFB185),
                      Colour (0xFFFF9EC0),
                      Colour (0xFFD3B0FF),
                      Colour (0xFFA9B8FF) },
        .chapterTint = 0.10f,
    };

    switch (name)
    {
        case ThemeName::dark:
            break;
        case ThemeName::light:
            return lightTheme;
        case ThemeName::highContrast:
            return highContrastTheme;
    }

    return darkTheme;
}

} // namespace earmark::ui
