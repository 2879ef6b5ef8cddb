// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/ChapterPlan.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

/** CHAP frames hold 32 bits of milliseconds, and Android players read them as signed (docs/writing.md). */
constexpr std::int64_t lastMillisecond = 0x7FFFFFFF;

std::string oneLine (std::string_view text)
{
    auto line = toValidUtf8 (text);
    std::erase_if (line,
                   [] (char c)
                   {
                       return (static_cast<unsigned char> (c) < 0x20
                               && ! isSpace (static_cast<unsigned char> (c)))
                              || c == 0x7F;
                   });
    return collapseSpaces (line);
}

/** By their starts: nothing that reaches a file may depend on whether somebody sorted the outline before. */
std::vector<const Chapter*> inOrder (const std::vector<Chapter>& chapters)
{
    std::vector<const Chapter*> sorted;
    sorted.reserve (chapters.size());

    for (const auto& chapter : chapters)
        sorted.push_back (&chapter);

    std::ranges::stable_sort (sorted, {}, [] (const Chapter* chapter) { return chapter->start; });
    return sorted;
}

} // namespace

std::string shownTitle (const Chapter& chapter, std::size_t number)
{
    auto title = oneLine (chapter.title);
    return title.empty() ? std::format ("Chapter {}", number) : title;
}

Result<ChapterPlan> planChapters (const Outline& outline, Duration lengthOfAudio)
{
    ChapterPlan plan;
    const Position end (lengthOfAudio);
    const auto endMs = end.milliseconds (Rounding::down);
    std::size_t notes = 0;
    int spread = 0, early = 0;

    for (const auto* source : inOrder (outline.chapters))
    {
        const auto& chapter = *source;

        if (chapter.kind == Chapter::Kind::note)
        {
            ++notes;
            continue;
        }

        // Remarks are gone, so that the next chapter is not always the outline's: open ends are closed below.
        PlannedChapter planned { .startMs = chapter.start.milliseconds (Rounding::down),
                                 .endMs = chapter.end ? chapter.end->milliseconds (Rounding::down)
                                                      : lastMillisecond,
                                 .title = shownTitle (chapter, plan.chapters.size() + 1),
                                 .source = source };

        if (planned.startMs < 0)
        {
            planned.startMs = 0;
            ++early;
        }

        if (! plan.chapters.empty() && planned.startMs <= plan.chapters.back().startMs)
        {
            planned.startMs = plan.chapters.back().startMs + 1;
            ++spread;
        }

        if (planned.startMs >= std::min (endMs, lastMillisecond))
            return failure (
                Error::Kind::mismatch,
                std::format ("The chapter '{}' begins at {}, but the audio ends at {}: the outline "
                             "belongs to another cut. Remove the chapter, or shift or stretch "
                             "all of them.",
                             planned.title,
                             formatTime (chapter.start),
                             formatTime (end)));

        if (oneLine (chapter.title).empty())
            plan.notices.push_back ({ Notice::Grade::warning,
                                      std::format ("The chapter at {} has no title; it is written as '{}'.",
                                                   formatTime (chapter.start),
                                                   planned.title),
                                      {} });

        if (chapter.end && *chapter.end > end + Duration::fromSeconds (1))
            plan.notices.push_back (
                { Notice::Grade::warning,
                  std::format (
                      "The chapter '{}' would end at {}, after the audio ({}); it ends with the audio.",
                      planned.title,
                      formatTime (*chapter.end),
                      formatTime (end)),
                  {} });

        plan.chapters.push_back (std::move (planned));
    }

    if (plan.chapters.empty())
        return failure (Error::Kind::empty,
                        "The outline holds nothing but the producer's own remarks, which are not written.");

    if (early > 0)
        plan.notices.push_back (
            { Notice::Grade::warning,
              early == 1 ? "One chapter began before the audio and was moved to its beginning."
                         : std::format ("{} chapters began before the audio and were moved to its beginning.",
                                        early),
              {} });

    if (spread > 0)
        plan.notices.push_back (
            { Notice::Grade::warning,
              spread == 1
                  ? "One chapter began at the same time as the one before and was moved by a "
                    "millisecond, since no container can hold both."
                  : std::format ("{} chapters began at the same time as the one before and were moved "
                                 "by a millisecond, since no container can hold both.",
                                 spread),
              {} });

    if (notes > 0)
        plan.notices.push_back ({ Notice::Grade::ignored,
                                  std::format ("{} of the producer's own remarks are not written.", notes),
                                  {} });

    for (std::size_t i = 0; i < plan.chapters.size(); ++i)
    {
        auto& chapter = plan.chapters[i];
        const auto limit =
            i + 1 < plan.chapters.size() ? plan.chapters[i + 1].startMs : std::min (endMs, lastMillisecond);

        // A gap of a millisecond is how some tools write "until the next one".
        if (chapter.endMs > limit || chapter.endMs + 1 >= limit || chapter.endMs <= chapter.startMs)
            chapter.endMs = limit;
    }

    return plan;
}

} // namespace earmark
