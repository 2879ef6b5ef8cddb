// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace earmark
{

/** What the window can speak. English is what the sources are written in. */
enum class Language
{
    english,
    german
};

/** In every window of this process, from now on. On any thread. */
void speak (Language);
Language spoken();

/** What the user has chosen. */
enum class LanguageChoice
{
    system,
    english,
    german
};

/** "system", "en", "de": for settings and command lines. */
std::string_view nameOf (LanguageChoice);

/** The system's for an unknown name. */
LanguageChoice languageNamed (std::string_view);

/** `ofSystem` begins with an ISO 639 code: "de", "de-AT", "de_DE.UTF-8". English where that is none of ours. */
Language languageFor (LanguageChoice, std::string_view ofSystem);

/** A sentence, and what another language says for it. */
struct Translation
{
    std::string_view english, other;
};

/** Everything that is said in a language; nothing for English. By screens, so that one who translates sees what belongs together. */
std::span<const std::span<const Translation>> translations (Language);

} // namespace earmark
