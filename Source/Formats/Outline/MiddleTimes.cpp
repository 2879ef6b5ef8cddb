// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/MiddleTimes.h"

#include "Formats/Outline/Labels.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Outline/TitleLinks.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <optional>
#include <span>

namespace earmark::outline
{

namespace
{

constexpr auto latestFirst = Duration::fromSeconds (300);

/** Those from the first with colons on: "the 1980s" is no time. */
std::span<const Timestamp> timesOf (const Candidate& candidate)
{
    const auto first = std::ranges::find (candidate.times, Timestamp::Style::colons, &Timestamp::style);
    return { first, candidate.times.end() };
}

/** Takes the end of a range that begins with the first time; returns one past it, or past the time. */
std::size_t takeEnd (ChapterLine& chapter, std::string_view text, std::span<const Timestamp> times)
{
    const auto end = times.front().end;
    const auto sign = skipRangeSign (text, end);

    if (times.size() < 2 || sign == end || sign != times[1].begin || times[1].value <= times[0].value)
        return end;

    chapter.end = times[1];
    return times[1].end;
}

//======================================================================================================
// Behind labels

bool isPartingSign (char32_t c)
{
    return isDash (c) || isStroke (c) || c == '|' || c == 0xFF5C || c == 0x2502 || c == 0xB7 || c == 0x2022;
}

/** "Chapter One -" */
bool endsWithSign (std::string_view label)
{
    if (label.empty())
        return false;

    const auto [sign, size] = codePointBefore (label, label.size());

    while (! label.empty() && codePointBefore (label, label.size()).value == sign) // "--"
        label.remove_suffix (size);

    return isPartingSign (sign) && ! label.empty() && isSpace (codePointBefore (label, label.size()).value);
}

/** "- The beginning" */
bool beginsWithSign (std::string_view title)
{
    if (title.empty())
        return false;

    const auto [sign, size] = codePointAt (title, 0);

    while (! title.empty() && codePointAt (title, 0).value == sign)
        title.remove_prefix (size);

    return isPartingSign (sign) && ! title.empty() && isSpace (codePointAt (title, 0).value);
}

std::optional<ChapterLine> readBehindLabel (const Candidate& candidate)
{
    const auto times = timesOf (candidate);

    if (times.empty() || (candidate.first && candidate.first->isOfTable))
        return {};

    const std::string_view text = candidate.line.content;
    const auto before = withoutOpeners (text.substr (0, times.front().begin));
    const auto label = beforeSeparator (before);

    if (! hasWord (label))
        return {};

    ChapterLine chapter { .start = times.front() };
    const auto behind = trim (text.substr (skipClosers (text, takeEnd (chapter, text, times))));
    const auto title = afterSeparator (behind);
    const bool isParted = endsWithSign (before) && beginsWithSign (behind);

    if (! hasWord (title) || (! isParted && ! isPartName (withoutEmphasis (label))))
        return {};

    const auto mark = before.substr (std::size_t (label.data() + label.size() - before.data()));
    chapter.title = withoutEmphasis (label) + std::string (mark) + ' ' + withoutEmphasis (title);
    takeUrls (chapter, candidate.line);
    takeLinkInTitle (chapter);
    return chapter;
}

//======================================================================================================
// In brackets

std::optional<ChapterLine> readInBrackets (const Candidate& candidate)
{
    const auto times = timesOf (candidate);

    if (times.empty())
        return {};

    const std::string_view text = candidate.line.content;
    ChapterLine chapter { .start = times.front() };
    const auto before = trim (text.substr (0, chapter.start.begin));
    const auto behind = text.substr (takeEnd (chapter, text, times));
    const bool isBracketed = (before.ends_with ('(') && behind.starts_with (')'))
                             || (before.ends_with ('[') && behind.starts_with (']'));

    if (! isBracketed)
        return {};

    chapter.title = withoutEmphasis (beforeSeparator (before));
    const auto rest = dropLeading (behind.substr (1), ":* ");
    chapter.summary = withoutEmphasis (afterSeparator (rest));
    takeUrls (chapter, candidate.line);
    return hasWord (chapter.title) && hasWord (chapter.summary) ? std::optional (chapter) : std::nullopt;
}

bool riseFromNearZero (const std::vector<Entry>& entries)
{
    const auto startOf = [] (const Entry& entry) { return entry.line.start.value; };
    return ! entries.empty() && startOf (entries.front()) <= latestFirst
           && std::ranges::adjacent_find (entries, std::ranges::greater_equal(), startOf) == entries.end();
}

} // namespace

bool isBehindLabel (const Candidate& candidate)
{
    return readBehindLabel (candidate).has_value();
}

std::vector<Entry> entriesBehindLabels (const std::vector<Candidate>& candidates)
{
    constexpr std::size_t fewest = 3, mostOthersOf = 3; // one other line to three of the list
    std::vector<Entry> entries;
    std::vector<std::size_t> unlabelled;
    std::size_t others = 0;

    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (auto chapter = readBehindLabel (candidates[i]))
            entries.push_back ({ i, std::move (*chapter) });
        else if (candidates[i].first)
            unlabelled.push_back (i);
        else
            others += timesOf (candidates[i]).empty() ? 0u : 1u;

    if (entries.size() <= unlabelled.size() || others * mostOthersOf > entries.size())
        return {};

    for (const auto i : unlabelled)
        entries.push_back ({ i, *candidates[i].first });

    std::ranges::sort (entries, {}, &Entry::index);
    const bool isLong =
        entries.size() >= fewest || (entries.size() == 2 && entries.front().line.start.value == Duration());
    return isLong && riseFromNearZero (entries) ? std::move (entries) : std::vector<Entry> {};
}

std::vector<Entry> entriesWithTimeInBrackets (const std::vector<Candidate>& candidates)
{
    constexpr std::size_t fewest = 3;
    std::vector<Entry> entries;

    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (auto chapter = readInBrackets (candidates[i]))
            entries.push_back ({ i, std::move (*chapter) });

    return entries.size() >= fewest && riseFromNearZero (entries) ? std::move (entries)
                                                                  : std::vector<Entry> {};
}

} // namespace earmark::outline
