// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Preferences.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 3> themeNames { "dark", "light", "high-contrast" };

std::size_t nearestScale (int scale)
{
    const auto nearest =
        std::ranges::min_element (uiScales, {}, [scale] (int each) { return std::abs (each - scale); });
    return std::size_t (nearest - uiScales.begin());
}

int numberIn (const std::string& text, int without)
{
    std::from_chars (text.data(), text.data() + text.size(), without);
    return without;
}

} // namespace

int scaleStep (int scale, int steps)
{
    const auto last = int (uiScales.size()) - 1;
    return uiScales[std::size_t (std::clamp (int (nearestScale (scale)) + steps, 0, last))];
}

ThemeName nextTheme (ThemeName theme)
{
    return ThemeName ((std::size_t (theme) + 1) % themeNames.size());
}

std::string_view nameOf (ThemeName theme)
{
    return themeNames[std::size_t (theme)];
}

ThemeName themeNamed (std::string_view name)
{
    const auto found = std::ranges::find (themeNames, name);
    return found != themeNames.end() ? ThemeName (found - themeNames.begin()) : ThemeName::dark;
}

Preferences recalled (const std::function<std::string (const std::string&)>& recall)
{
    Preferences preferences;

    if (! recall)
        return preferences;

    preferences.theme = themeNamed (recall ("theme"));
    preferences.language = languageNamed (recall ("language"));
    preferences.scale = scaleStep (numberIn (recall ("scale"), preferences.scale), 0);
    preferences.lead =
        std::clamp (Duration::fromMilliseconds (numberIn (recall ("lead"), 0)), Duration(), longestLead);
    preferences.reducedMotion = recall ("motion") == "reduced";
    preferences.ardourByOsc = recall ("ardour-osc") == "on";
    preferences.renderFolder = recall ("render-folder");
    preferences.sendsRegions = recall ("host-markers") == "regions";
    return preferences;
}

void remember (const Preferences& before,
               const Preferences& after,
               const std::function<void (const std::string&, const std::string&)>& keep)
{
    if (! keep)
        return;

    if (before.theme != after.theme)
        keep ("theme", std::string (nameOf (after.theme)));

    if (before.language != after.language)
        keep ("language", std::string (nameOf (after.language)));

    if (before.scale != after.scale)
        keep ("scale", std::to_string (after.scale));

    if (before.reducedMotion != after.reducedMotion)
        keep ("motion", after.reducedMotion ? "reduced" : "full");

    if (before.lead != after.lead)
        keep ("lead", std::to_string (after.lead.milliseconds (Rounding::nearest)));

    if (before.ardourByOsc != after.ardourByOsc)
        keep ("ardour-osc", after.ardourByOsc ? "on" : "off");

    if (before.renderFolder != after.renderFolder)
        keep ("render-folder", after.renderFolder);

    if (before.sendsRegions != after.sendsRegions)
        keep ("host-markers", after.sendsRegions ? "regions" : "markers");
}

} // namespace earmark
