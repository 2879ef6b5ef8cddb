// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Language.h"
#include "Model/Candidate.h"

#include <array>
#include <functional>
#include <string>
#include <string_view>

namespace earmark
{

enum class ThemeName
{
    dark,
    light,
    highContrast
};

/** How the user wants every window to be; kept between sessions. A value. */
struct Preferences
{
    ThemeName theme = ThemeName::dark;
    LanguageChoice language = LanguageChoice::system;
    int scale = 100;            ///< of everything in the window, in percent; one of uiScales
    bool reducedMotion = false; ///< nothing glides: the view turns over like a page
    bool sendsRegions = false;  ///< regions, not markers, onto the timeline of a host that has both

    Duration lead; ///< how long before speech snapping puts a marker, in whole milliseconds; 0 to longestLead

    bool ardourByOsc = false; ///< the plug-in may send to an Ardour on this machine

    std::string renderFolder; ///< where a host's renders are looked for; empty: nowhere

    bool operator== (const Preferences&) const = default;
};

inline constexpr std::array uiScales { 100, 110, 125, 150, 175, 200 };

/** The nearest scale that there is, `steps` further; stays at the ends. */
int scaleStep (int scale, int steps);

ThemeName nextTheme (ThemeName);

/** "dark", "light", "high-contrast": for settings and command lines. */
std::string_view nameOf (ThemeName);

/** Dark for an unknown name. */
ThemeName themeNamed (std::string_view);

/** From what outlasts the session; the default for what is not there, or damaged. */
Preferences recalled (const std::function<std::string (const std::string& name)>& recall);

/** What differs is remembered. */
void remember (const Preferences& before,
               const Preferences& after,
               const std::function<void (const std::string& name, const std::string& text)>& keep);

} // namespace earmark
