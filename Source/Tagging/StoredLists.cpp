// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/StoredLists.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace earmark
{

namespace
{

constexpr auto rounding = Duration::fromMilliseconds (1);

/** Written lists are sorted. */
bool holds (const StoredList& written, const Chapter& chapter)
{
    const auto& chapters = written.chapters;
    auto candidate = std::ranges::lower_bound (chapters, chapter.start - rounding, {}, &Chapter::start);

    for (; candidate != chapters.end() && candidate->start <= chapter.start + rounding; ++candidate)
        if (isSameChapter (*candidate, chapter))
            return true;

    return false;
}

} // namespace

bool isSameChapter (const Chapter& a, const Chapter& b)
{
    const auto apart = a.start - b.start;
    return apart <= rounding && -rounding <= apart
           && (a.title.starts_with (b.title) || b.title.starts_with (a.title));
}

std::size_t countReplaced (const std::vector<StoredList>& old, const std::vector<StoredList>& written)
{
    std::set<std::string_view> titles;

    for (const auto& list : written)
        for (const auto& chapter : list.chapters)
            if (! chapter.title.empty())
                titles.insert (chapter.title);

    const auto isReplaced = [&] (const Chapter& chapter)
    {
        return ! titles.contains (chapter.title)
               && std::ranges::none_of (written, [&] (const StoredList& l) { return holds (l, chapter); });
    };
    std::ptrdiff_t most = 0;

    for (const auto& list : old)
        most = std::max (most, std::ranges::count_if (list.chapters, isReplaced));

    return std::size_t (most);
}

} // namespace earmark
