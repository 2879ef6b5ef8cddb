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

    const auto tell = [&] (std::size_t index, std::string_view what)
    {
        auto call = callOf (chapters[index], index);
        call.front() = call.front() == 'c' ? 'C' : call.front();
        result.repairs.push_back (std::format ("{} {}.", call, what));
    };

    std::optional<Position> last;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (auto& chapter = chapters[i]; chapter.kind != Chapter::Kind::note)
        {
            if (last && chapter.start <= *last)
            {
                chapter.start = *last + Duration::fromMilliseconds (1);
                tell (i, std::format ("begins a millisecond later, at {}", formatTime (chapter.start)));
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
                tell (i, "ends where the next one begins");
            }

            if (trim (chapter.title).empty())
            {
                chapter.title = std::format ("Chapter {}", i + 1);
                tell (i, "got its number as a title");
            }
        }

    result.outline = std::move (outline);
    return result;
}

} // namespace earmark
