// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Patterns.h"

#include <algorithm>

namespace earmark
{

namespace
{

constexpr std::size_t fewLetters = 5, fewForSentences = 12;

/** Texts, and between each and the next a placeholder's number: those of std::format, whatever they do with their values. */
struct Parts
{
    std::vector<std::string_view> texts;
    std::vector<std::size_t> numbers;
};

bool isDigit (char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter (char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Parts partsOf (std::string_view sentence)
{
    Parts parts;
    std::size_t from = 0;

    for (auto open = sentence.find ('{'); open != std::string_view::npos; open = sentence.find ('{', from))
    {
        const auto close = sentence.find ('}', open);

        if (close == std::string_view::npos)
            break;

        // A sentence has less than ten of them.
        const auto first = sentence[open + 1];
        parts.texts.push_back (sentence.substr (from, open - from));
        parts.numbers.push_back (isDigit (first) ? std::size_t (first - '0') : parts.numbers.size());
        from = close + 1;
    }

    parts.texts.push_back (sentence.substr (from));
    return parts;
}

bool isNumber (std::string_view value)
{
    return ! value.empty() && std::ranges::all_of (value, isDigit);
}

/** Breaks off inside a quotation that it begins with. */
bool isOpen (std::string_view value)
{
    return value.starts_with ('\'') && (value.size() == 1 || ! value.ends_with ('\''));
}

/** Where the text behind a value begins that begins `at`; npos where it is not in the sentence. */
std::size_t endOfValue (std::string_view sentence, std::size_t at, std::string_view behind)
{
    const auto first = sentence.find (behind, at);

    for (auto end = first; end != std::string_view::npos; end = sentence.find (behind, end + 1))
        if (! isOpen (sentence.substr (at, end - at)))
            return end;

    return first;
}

} // namespace

std::optional<Pattern> Pattern::of (const Translation& row)
{
    auto parts = partsOf (row.english);

    if (parts.numbers.empty())
        return {};

    Pattern pattern;
    pattern.between = std::move (parts.texts);
    pattern.numbers = std::move (parts.numbers);
    pattern.other = row.other;

    for (const auto text : pattern.between)
    {
        pattern.letters += std::size_t (std::ranges::count_if (text, isLetter));
        pattern.size += text.size();
    }

    return pattern;
}

std::optional<std::vector<std::string_view>> Pattern::match (std::string_view sentence) const
{
    const auto &head = between.front(), &tail = between.back();

    if (sentence.size() < head.size() + tail.size() || ! sentence.starts_with (head)
        || ! sentence.ends_with (tail))
        return {};

    // A sentence that begins like a short row is none of it.
    if (tail.empty() && letters < fewForSentences && sentence.ends_with ('.'))
        return {};

    const auto end = sentence.size() - tail.size();
    std::vector<std::string_view> values (*std::ranges::max_element (numbers) + 1);
    auto at = head.size();

    for (std::size_t i = 0; i < numbers.size(); ++i)
    {
        const auto isLast = i + 1 == numbers.size();
        const auto to = isLast ? end : endOfValue (sentence.substr (0, end), at, between[i + 1]);

        if (to == std::string_view::npos || to < at || to > end)
            return {};

        const auto value = sentence.substr (at, to - at);

        if (letters < fewLetters && ! isNumber (value) && ! isQuoted (numbers[i]))
            return {};

        values[numbers[i]] = value;
        at = to + (isLast ? 0 : between[i + 1].size());
    }

    return values;
}

bool Pattern::isQuoted (std::size_t number) const
{
    const auto place = std::size_t (std::ranges::find (numbers, number) - numbers.begin());
    const auto before = between[place];
    return before.ends_with ('\'') || before.ends_with ('"') || before.ends_with ("\u201c");
}

std::string Pattern::say (const std::vector<std::string>& values) const
{
    const auto parts = partsOf (other);
    std::string said (parts.texts.front());

    for (std::size_t i = 0; i < parts.numbers.size(); ++i)
        (said += values.at (parts.numbers[i])) += parts.texts[i + 1];

    return said;
}

} // namespace earmark
