// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/MiddleTimes.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <optional>

namespace earmark::outline
{

namespace
{

std::optional<ChapterLine> readTimeInMiddle (const Line& line, std::vector<Timestamp> times)
{
    std::erase_if (times,
                   [] (const Timestamp& t) { return t.style == Timestamp::Style::letters; }); // "the 1980s"

    if (times.empty())
        return {};

    const std::string_view text = line.content;
    ChapterLine chapter { .start = times.front() };
    const auto before = trim (text.substr (0, chapter.start.begin));
    auto end = chapter.start.end;

    if (times.size() > 1)
        if (const auto sign = skipRangeSign (text, end);
            sign > end && sign == times[1].begin && times[1].value > chapter.start.value)
        {
            chapter.end = times[1];
            end = times[1].end;
        }

    const auto behind = text.substr (end);
    const bool isBracketed = (before.ends_with ('(') && behind.starts_with (')'))
                             || (before.ends_with ('[') && behind.starts_with (']'));

    if (! isBracketed)
        return {};

    chapter.title = withoutEmphasis (beforeSeparator (before));
    const auto rest = dropLeading (behind.substr (1), ":* ");
    chapter.summary = withoutEmphasis (afterSeparator (rest));
    takeUrls (chapter, line);
    return hasWord (chapter.title) && hasWord (chapter.summary) ? std::optional (chapter) : std::nullopt;
}

} // namespace

std::vector<Entry> entriesWithTimeInMiddle (const std::vector<Candidate>& candidates)
{
    constexpr std::size_t fewest = 3;
    constexpr auto latestFirst = Duration::fromSeconds (300);
    std::vector<Entry> entries;

    for (std::size_t i = 0; i < candidates.size(); ++i)
    {
        auto chapter = readTimeInMiddle (candidates[i].line, candidates[i].times);

        if (! chapter)
            continue;

        if (entries.empty() ? chapter->start.value > latestFirst
                            : chapter->start.value <= entries.back().line.start.value)
            return {};

        entries.push_back ({ i, std::move (*chapter) });
    }

    return entries.size() < fewest ? std::vector<Entry> {} : entries;
}

} // namespace earmark::outline
