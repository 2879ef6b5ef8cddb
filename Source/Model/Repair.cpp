// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Repair.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Ends.h"
#include "Model/Lint.h"

#include <format>

namespace earmark
{

RepairedOutline repaired (Outline outline)
{
    RepairedOutline result;
    auto& chapters = outline.chapters;
    sortChapters (chapters);

    const auto call = [&] (std::size_t index)
    {
        auto name = callOf (chapters[index], index);
        name.front() = name.front() == 'c' ? 'C' : name.front();
        return name;
    };

    std::optional<Position> last;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (auto& chapter = chapters[i]; chapter.kind != Chapter::Kind::note)
        {
            if (last && chapter.start <= *last)
            {
                chapter.start = *last + Duration::fromMilliseconds (1);
                result.repairs.push_back (std::format (
                    "{} begins a millisecond later, at {}.", call (i), formatTime (chapter.start)));
            }

            last = chapter.start;
        }

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (auto& chapter = chapters[i]; chapter.kind != Chapter::Kind::note)
        {
            const auto* next = followerOf (chapters, i);

            if (chapter.end
                && (*chapter.end <= chapter.start || (next != nullptr && *chapter.end > next->start)))
            {
                chapter.end.reset();
                result.repairs.push_back (std::format ("{} ends where the next one begins.", call (i)));
            }

            if (trim (chapter.title).empty())
            {
                chapter.title = std::format ("Chapter {}", i + 1);
                result.repairs.push_back (std::format ("{} got its number as a title.", call (i)));
            }
        }

    result.outline = std::move (outline);
    return result;
}

} // namespace earmark
