// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Fields.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace earmark::outline
{

namespace
{

using Names = std::array<std::string_view, 6>;

constexpr Names titleNames { "title:", "titel:", "titre:", "título:", "titolo:", "chapter title:" };
constexpr Names endNames { "end:", "end time:", "ende:", "fin:", "fine:", "fim:" };
constexpr Names summaryNames { "description:",     "summary:", "beschreibung:",
                               "zusammenfassung:", "résumé:",  "resumen:" };

/** What the field holds; empty where the text is no such field. */
std::string_view valueOf (std::string_view text, const Names& names)
{
    constexpr std::size_t longestName = 20;
    const auto lower = toLowerLetters (truncateUtf8 (text, longestName));

    for (const auto name : names)
        if (lower.starts_with (name))
            return trim (text.substr (name.size()));

    return {};
}

/** As YAML quotes some of its values. */
std::string_view withoutQuotes (std::string_view value)
{
    const bool isQuoted = value.size() > 2 && (value.front() == '"' || value.front() == '\'')
                          && std::ranges::count (value, value.front()) == 2 && value.back() == value.front();
    return isQuoted ? value.substr (1, value.size() - 2) : value;
}

std::string_view firstLine (std::string_view text)
{
    return text.substr (0, text.find ('\n'));
}

std::optional<Position> endIn (const Chapter& chapter)
{
    const auto value = valueOf (firstLine (chapter.summary), endNames);
    const auto time = value.empty() ? std::nullopt : timestampAt (value, 0);

    if (! time || time->end != value.size() || Position (time->value) <= chapter.start || chapter.end)
        return {};

    return Position (time->value);
}

/** Gives each chapter's text its value, where all have one. */
void takeField (std::vector<Chapter>& chapters, std::string Chapter::* text, const Names& names)
{
    if (std::ranges::all_of (chapters, [&] (const Chapter& c) { return ! valueOf (c.*text, names).empty(); }))
        for (auto& chapter : chapters)
            chapter.*text = std::string (withoutQuotes (valueOf (chapter.*text, names)));
}

} // namespace

void takeFields (std::vector<Chapter>& chapters)
{
    if (chapters.size() < 2)
        return;

    takeField (chapters, &Chapter::title, titleNames);

    if (std::ranges::all_of (chapters, [] (const Chapter& c) { return endIn (c).has_value(); }))
        for (auto& chapter : chapters)
        {
            chapter.end = endIn (chapter);
            chapter.summary.erase (0,
                                   std::min (firstLine (chapter.summary).size() + 1, chapter.summary.size()));
        }

    takeField (chapters, &Chapter::summary, summaryNames);
}

} // namespace earmark::outline
