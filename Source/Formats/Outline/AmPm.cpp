// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/AmPm.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"

#include <optional>

namespace earmark::outline
{

namespace
{

/** The time that a line begins with, behind its marks, where "AM" or "PM" and another word follow, and no sentence. */
std::optional<Timestamp> timeBeforeAmPm (std::string_view text)
{
    std::size_t begin = 0;

    while (begin < text.size() && ! isWordCharacter (codePointAt (text, begin).value))
        begin += codePointAt (text, begin).size;

    const auto time = timestampAt (text, begin);

    if (! time || time->style != Timestamp::Style::colons || text.ends_with ('.'))
        return {};

    constexpr std::size_t length = 2;
    const auto title = text.substr (skipBlanks (text, time->end));
    const auto mark = toLowerAscii (title.substr (0, length));
    const auto rest = title.substr (std::min (length, title.size()));
    const auto next = skipBlanks (rest, 0);

    const bool isMark = title.size() < text.size() - time->end && (mark == "am" || mark == "pm");
    const bool goesOn = next > 0 && next < rest.size() && isWordCharacter (codePointAt (rest, next).value);
    return isMark && goesOn ? time : std::nullopt;
}

/** Between two chapters' lines, or right below the last one's, and like the line above it. */
bool standsInList (const std::vector<Candidate>& candidates, std::size_t at)
{
    auto above = at, below = at + 1;

    while (above > 0 && candidates[--above].isBlank())
        ;

    while (below < candidates.size() && candidates[below].isBlank())
        ++below;

    const auto& before = candidates[above];

    if (! before.first || before.first->place != TimePlace::first
        || before.line.kind != candidates[at].line.kind)
        return false;

    const bool endsList = above + 1 == at && (below == candidates.size() || below > at + 1);
    return endsList || (below < candidates.size() && candidates[below].first);
}

} // namespace

void takeAmPmTitles (std::vector<Candidate>& candidates)
{
    constexpr auto latestFirst = Duration::fromSeconds (300);
    constexpr std::size_t fewestPositions = 2;
    std::optional<Timestamp> latest, doubtful;
    std::size_t positions = 0, at = 0;

    for (std::size_t k = 0; k < candidates.size(); ++k)
    {
        const auto& candidate = candidates[k];
        const auto time = candidate.first ? std::optional (candidate.first->start)
                                          : timeBeforeAmPm (candidate.line.content);

        if (! time)
            continue;

        const bool goesOn = latest ? time->value > latest->value : time->value <= latestFirst;

        if (! goesOn || (! candidate.first && (doubtful || ! latest)))
            return;

        latest = time;

        if (candidate.first)
        {
            ++positions;
        }
        else
        {
            doubtful = time;
            at = k;
        }
    }

    if (! doubtful || positions < fewestPositions || ! standsInList (candidates, at))
        return;

    auto& candidate = candidates[at];
    candidate.times.insert (candidate.times.begin(), *doubtful);

    if (auto chapter = readTimeFirst (candidate.line, candidate.times))
    {
        chapter->isBeforeAmPm = true;
        candidate.first = std::make_unique<ChapterLine> (std::move (*chapter));
    }
}

} // namespace earmark::outline
