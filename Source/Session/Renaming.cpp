// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Renaming.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace earmark
{

namespace
{

/** What stands before the number of a chapter. */
constexpr std::array<std::string_view, 12> words { "chapter",  "chap",          "ch",       "kapitel",
                                                   "kap",      "part",          "teil",     "track",
                                                   "chapitre", "cap\u00edtulo", "capitolo", "hoofdstuk" };

/** Of the first chapter; those behind it can still be counted. */
constexpr int highestNumber = 1'000'000;

constexpr std::string_view digits = "0123456789", blanks = " \t";

/** What stands between a number and a name. */
constexpr std::array<std::string_view, 6> separators { ":", ".", ")", "-", "\u2013", "\u2014" };

std::string_view withoutLeadingBlanks (std::string_view text)
{
    text.remove_prefix (std::min (text.size(), text.find_first_not_of (blanks)));
    return text;
}

/** False where none of the words begins it. */
bool skipWord (std::string_view& text)
{
    const auto end = std::min (text.size(), text.find_first_of (" .0123456789"));

    if (std::ranges::none_of (words,
                              [&] (auto word) { return equalsIgnoringCase (text.substr (0, end), word); }))
        return false;

    text.remove_prefix (end);

    if (text.starts_with ('.'))
        text.remove_prefix (1);

    text = withoutLeadingBlanks (text);
    return true;
}

bool skipSeparator (std::string_view& text)
{
    const auto found = std::ranges::find_if (separators, [&] (auto s) { return text.starts_with (s); });

    if (found != separators.end())
        text.remove_prefix (found->size());

    return found != separators.end();
}

std::string replaced (std::string text, std::string_view what, std::string_view by)
{
    for (auto at = text.find (what); at != std::string::npos; at = text.find (what, at + by.size()))
        text.replace (at, what.size(), by);

    return text;
}

/** A pattern for a name leaves its separator behind where there is none. */
std::string withoutTrailingSeparator (std::string text)
{
    const auto end = text.find_last_not_of (" :-");
    text.resize (end == std::string::npos ? 0 : end + 1);
    return text;
}

/** The pattern is gone through once, so that braces in a title stay what they are. */
std::string filledIn (std::string_view pattern, int number, std::string_view title)
{
    std::string text;
    const auto name = withoutNumber (title);
    const auto leavesSeparator = name.empty() && pattern.contains ("{name}");

    while (! pattern.empty())
    {
        const auto take = [&] (std::string_view place, std::string_view value)
        {
            if (! pattern.starts_with (place))
                return false;

            text += value;
            pattern.remove_prefix (place.size());
            return true;
        };

        if (! (take ("{n}", std::format ("{}", number)) || take ("{nn}", std::format ("{:02}", number))
               || take ("{nnn}", std::format ("{:03}", number)) || take ("{title}", title)
               || take ("{name}", name)))
        {
            text += pattern.front();
            pattern.remove_prefix (1);
        }
    }

    return leavesSeparator ? withoutTrailingSeparator (std::move (text)) : text;
}

} // namespace

std::string_view withoutNumber (std::string_view title)
{
    auto rest = trim (title);
    const auto hasWord = skipWord (rest);
    const auto behind = std::min (rest.size(), rest.find_first_not_of (digits));

    if (behind == 0)
        return title;

    rest.remove_prefix (behind);
    rest = withoutLeadingBlanks (rest);
    const auto hasSeparator = skipSeparator (rest);
    const auto endsThere = rest.empty() || blanks.contains (rest.front());

    // "1984", "7 days", "7:30" and "24-hour shift" are names; behind "Chapter" any number is one.
    if (! hasWord && ! (hasSeparator && endsThere))
        return title;

    return trim (rest);
}

Result<std::vector<Edit>>
editsOf (const RenameForm& form, const Document& document, const Selection& selection)
{
    const auto first = trim (form.first);
    int number = 0;

    if (const auto [end, error] = std::from_chars (first.data(), first.data() + first.size(), number);
        error != std::errc() || end != first.data() + first.size() || number < 0 || number > highestNumber)
        return failure (Error::Kind::wrongUsage, tr ("'{}' is no number.", form.first));

    if (form.find.empty() && trim (form.by).empty())
        return failure (Error::Kind::wrongUsage, tr ("Type the new title."));

    std::vector<Edit> edits;

    for (const auto& chapter : document.outline.chapters)
    {
        if (chapter.kind != Chapter::Kind::chapter
            || (form.onlySelected && ! selection.contains (chapter.id)))
            continue;

        const auto by = filledIn (form.by, number, chapter.title);
        ++number;
        edits.emplace_back (SetField {
            chapter.id,
            SetField::Title { form.find.empty() ? by : replaced (chapter.title, form.find, by) } });
    }

    return edits;
}

} // namespace earmark
