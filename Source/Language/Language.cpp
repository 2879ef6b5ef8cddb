// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Language.h"

#include "Language/German/German.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 3> names { "system", "en", "de" };

// Messages are made on threads that write files, too.
std::atomic<Language> current { Language::english };

} // namespace

void speak (Language language)
{
    current = language;
}

Language spoken()
{
    return current;
}

std::string_view nameOf (LanguageChoice choice)
{
    return names[std::size_t (choice)];
}

LanguageChoice languageNamed (std::string_view name)
{
    const auto found = std::ranges::find (names, name);
    return found != names.end() ? LanguageChoice (found - names.begin()) : LanguageChoice::system;
}

Language languageFor (LanguageChoice choice, std::string_view ofSystem)
{
    switch (choice)
    {
        case LanguageChoice::english:
            return Language::english;
        case LanguageChoice::german:
            return Language::german;
        case LanguageChoice::system:
            break;
    }

    const auto code = ofSystem.substr (0, ofSystem.find_first_of ("-_.@"));
    return code == "de" ? Language::german : Language::english;
}

std::span<const std::span<const Translation>> translations (Language language)
{
    if (language == Language::german)
        return german::all();

    return {};
}

} // namespace earmark
