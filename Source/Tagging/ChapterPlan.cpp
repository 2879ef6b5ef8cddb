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

/** What was not taken as it stands; one notice for each. */
struct Adjusted
{
    std::size_t early = 0;  ///< began before the audio
    std::size_t spread = 0; ///< began together with the one before
    std::size_t notes = 0;  ///< left out
};

/** Not before the audio, and after the chapter before. */
std::int64_t
settledStart (std::int64_t startMs, const std::vector<PlannedChapter>& before, Adjusted& adjusted)
{
    if (startMs < 0)
    {
        startMs = 0;
        ++adjusted.early;
    }

    if (! before.empty() && startMs <= before.back().startMs)
    {
        startMs = before.back().startMs + 1;
        ++adjusted.spread;
    }

    return startMs;
}

void noticeChanged (const Chapter& chapter, const std::string& title, Position endOfAudio, Notices& notices)
{
    if (oneLine (chapter.title).empty())
        notices.push_back ({ Notice::Grade::warning,
                             std::format ("The chapter at {} has no title; it is written as '{}'.",
                                          formatTime (chapter.start),
                                          title),
                             {} });

    if (chapter.end && *chapter.end > endOfAudio + Duration::fromSeconds (1))
        notices.push_back (
            { Notice::Grade::warning,
              std::format ("The chapter '{}' would end at {}, after the audio ({}); it ends with the audio.",
                           title,
                           formatTime (*chapter.end),
                           formatTime (endOfAudio)),
              {} });
}

void noticeAdjusted (const Adjusted& adjusted, Notices& notices)
{
    if (adjusted.early > 0)
        notices.push_back (
            { Notice::Grade::warning,
              adjusted.early == 1
                  ? "One chapter began before the audio and was moved to its beginning."
                  : std::format ("{} chapters began before the audio and were moved to its beginning.",
                                 adjusted.early),
              {} });

    if (adjusted.spread > 0)
        notices.push_back (
            { Notice::Grade::warning,
              adjusted.spread == 1
                  ? "One chapter began at the same time as the one before and was moved by a "
                    "millisecond, since no container can hold both."
                  : std::format ("{} chapters began at the same time as the one before and were moved "
                                 "by a millisecond, since no container can hold both.",
                                 adjusted.spread),
              {} });

    if (adjusted.notes > 0)
        notices.push_back (
            { Notice::Grade::ignored,
              std::format ("{} of the producer's own remarks are not written.", adjusted.notes),
              {} });
}

/** At the next start at the latest, and there where nothing was stated. */
void closeEnds (std::vector<PlannedChapter>& chapters, std::int64_t lastEndMs)
{
    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        auto& chapter = chapters[i];
        const auto limit = i + 1 < chapters.size() ? chapters[i + 1].startMs : lastEndMs;

        // A gap of a millisecond is how some tools write "until the next one".
        if (chapter.endMs > limit || chapter.endMs + 1 >= limit || chapter.endMs <= chapter.startMs)
            chapter.endMs = limit;
    }
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
    Adjusted adjusted;
    const Position end (lengthOfAudio);
    const auto lastEndMs = std::min (end.milliseconds (Rounding::down), lastMillisecond);

    for (const auto* source : inOrder (outline.chapters))
    {
        if (source->kind == Chapter::Kind::note)
        {
            ++adjusted.notes;
            continue;
        }

        // Remarks are gone, so that the next chapter is not always the outline's: open ends are closed below.
        PlannedChapter planned {
            .startMs = settledStart (source->start.milliseconds (Rounding::down), plan.chapters, adjusted),
            .endMs = source->end ? source->end->milliseconds (Rounding::down) : lastMillisecond,
            .title = shownTitle (*source, plan.chapters.size() + 1),
            .source = source
        };

        if (planned.startMs >= lastEndMs)
            return failure (
                Error::Kind::mismatch,
                std::format ("The chapter '{}' begins at {}, but the audio ends at {}: the outline "
                             "belongs to another cut. Remove the chapter, or shift or stretch "
                             "all of them.",
                             planned.title,
                             formatTime (source->start),
                             formatTime (end)));

        noticeChanged (*source, planned.title, end, plan.notices);
        plan.chapters.push_back (std::move (planned));
    }

    if (plan.chapters.empty())
        return failure (Error::Kind::empty,
                        "The outline holds nothing but the producer's own remarks, which are not written.");

    noticeAdjusted (adjusted, plan.notices);
    closeEnds (plan.chapters, lastEndMs);
    return plan;
}

} // namespace earmark
