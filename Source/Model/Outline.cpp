// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Outline.h"

#include <algorithm>

namespace earmark
{

bool sortChapters (std::vector<Chapter>& chapters)
{
    if (std::ranges::is_sorted (chapters, {}, &Chapter::start))
        return false;

    std::ranges::stable_sort (chapters, {}, &Chapter::start);
    return true;
}

TimeRange rangeOf (const Outline& outline, std::size_t index, std::optional<Position> endOfAudio)
{
    const auto& chapters = outline.chapters;
    const auto& chapter = chapters[index];

    // Chapters with the same start share one range: the next start is the next different one.
    const auto next = std::ranges::upper_bound (
        chapters.begin() + std::ptrdiff_t (index), chapters.end(), chapter.start, {}, &Chapter::start);

    auto limit = endOfAudio;

    if (next != chapters.end())
        limit = limit ? std::min (*limit, next->start) : next->start;

    auto end = chapter.end ? *chapter.end : limit.value_or (chapter.start);

    if (limit)
        end = std::min (end, *limit);

    return { chapter.start, std::max (end, chapter.start) };
}

bool beginsAfterAudio (const Chapter& chapter, std::optional<Position> endOfAudio)
{
    return endOfAudio && chapter.start >= *endOfAudio;
}

} // namespace earmark
