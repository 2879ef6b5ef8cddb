// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/ChapterPlan.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Differences.h"
#include "Tagging/Losses.h"

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

/** What is told once, of all chapters that it concerns. Those that are to be named are in their order, by their index in the plan. */
struct Oddities
{
    std::vector<std::size_t> beginAfter {}, endAfter {}, untitled {};
    std::vector<std::size_t> places {}; ///< of the plan's chapters, the remarks counted with them
    Position furthest; ///< time that a chapter has, where that is after the audio's end; else that end
    int spread = 0, early = 0;
    std::size_t notes = 0;
};

/** As whoever has the outline before them counts its chapters. */
std::string numbersOf (std::vector<std::size_t> indices, const Oddities& odd)
{
    for (auto& index : indices)
        index = odd.places[index];

    return listOfNumbers (indices);
}

/** "4.5 s", "9:50:00" */
std::string apart (Duration by)
{
    const auto seconds = (by.milliseconds (Rounding::nearest) + 500) / 1000;
    return by < Duration::fromSeconds (60) ? secondsOf (by) : formatTime (Duration::fromSeconds (seconds));
}

/** Of chapters of which no tenth of a second is known to be too late; others: their numbers where there are several. */
std::string whereAudioEnds (std::string_view title, std::string_view start, std::string_view others)
{
    return others.empty()
               ? std::format (
                     "The chapter '{}' begins at {}, where the audio ends: the outline belongs to "
                     "another cut. Remove the chapter, find the cut, or shift or stretch all of them.",
                     title,
                     start)
               : std::format (
                     "From '{}' at {} on, chapters {} begin where the audio ends: the outline belongs "
                     "to another cut. Remove them, find the cut, or shift or stretch all of them.",
                     title,
                     start,
                     others);
}

Error anotherCut (const ChapterPlan& plan, const Oddities& odd, Position end)
{
    const auto& first = plan.chapters[odd.beginAfter.front()];
    const auto isOne = odd.beginAfter.size() == 1;
    const auto start = formatTime (first.source->start), audio = formatTime (end),
               numbers = numbersOf (odd.beginAfter, odd);
    const auto by = odd.furthest - end;

    if (by < Duration::fromMilliseconds (50))
        return { Error::Kind::mismatch,
                 whereAudioEnds (first.title, start, isOne ? std::string_view() : numbers),
                 {} };

    const auto tooEarly = apart (by);
    auto message =
        isOne ? std::format (
                    "The chapter '{}' begins at {}, but the audio ends at {}, at least {} too early: the "
                    "outline belongs to another cut. Remove the chapter, find the cut, or shift or "
                    "stretch all of them.",
                    first.title,
                    start,
                    audio,
                    tooEarly)
              : std::format (
                    "From '{}' at {} on, chapters {} begin after the audio, which ends at {}, at least "
                    "{} too early: the outline belongs to another cut. Remove them, find the cut, or "
                    "shift or stretch all of them.",
                    first.title,
                    start,
                    numbers,
                    audio,
                    tooEarly);
    return { Error::Kind::mismatch, std::move (message), {} };
}

std::string aboutEnds (const Oddities& odd, Position end)
{
    const auto furthest = formatTime (odd.furthest), audio = formatTime (end),
               by = apart (odd.furthest - end), numbers = numbersOf (odd.endAfter, odd);
    const std::string_view sentence =
        odd.endAfter.size() == 1
            ? "The chapters go on to {}, but the audio ends at {}, {} earlier: chapter {} would end "
              "after the audio, and ends with it. If something was cut out, what lies behind the cut is too "
              "late: find the cut, or shift or stretch all of them."
            : "The chapters go on to {}, but the audio ends at {}, {} earlier: chapters {} would end "
              "after the audio, and end with it. If something was cut out, what lies behind the cut is too "
              "late: find the cut, or shift or stretch all of them.";
    return std::vformat (sentence, std::make_format_args (furthest, audio, by, numbers));
}

std::string aboutTitles (const ChapterPlan& plan, const Oddities& odd)
{
    if (odd.untitled.size() > 1)
        return std::format ("Chapters {} have no titles; each is written as 'Chapter' with its number.",
                            numbersOf (odd.untitled, odd));

    const auto& chapter = plan.chapters[odd.untitled.front()];
    return std::format ("The chapter at {} has no title; it is written as '{}'.",
                        formatTime (chapter.source->start),
                        chapter.title);
}

Notices noticesOf (const ChapterPlan& plan, const Oddities& odd, Position end)
{
    Notices notices;
    const auto warn = [&] (std::string message)
    { notices.push_back ({ Notice::Grade::warning, std::move (message), {} }); };

    if (! odd.untitled.empty())
        warn (aboutTitles (plan, odd));

    if (! odd.endAfter.empty())
        warn (aboutEnds (odd, end));

    if (odd.early > 0)
        warn (odd.early == 1
                  ? "One chapter began before the audio and was moved to its beginning."
                  : std::format ("{} chapters began before the audio and were moved to its beginning.",
                                 odd.early));

    if (odd.spread > 0)
        warn (odd.spread == 1
                  ? "One chapter began at the same time as the one before and was moved by a "
                    "millisecond, since no container can hold both."
                  : std::format ("{} chapters began at the same time as the one before and were moved "
                                 "by a millisecond, since no container can hold both.",
                                 odd.spread));

    noticeLoss (notices,
                std::ptrdiff_t (odd.notes),
                { "{} of the producer's own remarks is not written.",
                  "{} of the producer's own remarks are not written." });
    return notices;
}

/** Not before the audio, and after the chapter before. */
std::int64_t settledStart (std::int64_t startMs, const std::vector<PlannedChapter>& before, Oddities& odd)
{
    if (startMs < 0)
    {
        startMs = 0;
        ++odd.early;
    }

    if (! before.empty() && startMs <= before.back().startMs)
    {
        startMs = before.back().startMs + 1;
        ++odd.spread;
    }

    return startMs;
}

/** At the next start at the latest, and there where nothing was stated. */
void closeEnds (std::vector<PlannedChapter>& chapters, std::int64_t endMs)
{
    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        auto& chapter = chapters[i];
        const auto limit = i + 1 < chapters.size() ? chapters[i + 1].startMs : endMs;

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
    const Position end (lengthOfAudio);
    Oddities odd { .furthest = end };
    const auto endMs = std::min (end.milliseconds (Rounding::down), lastMillisecond);

    for (const auto* source : inOrder (outline.chapters))
    {
        const auto& chapter = *source;
        const auto index = plan.chapters.size();

        if (chapter.kind == Chapter::Kind::note)
        {
            ++odd.notes;
            continue;
        }

        odd.places.push_back (index + odd.notes);

        // Remarks are gone, so that the next chapter is not always the outline's: open ends are closed below.
        PlannedChapter planned {
            .startMs = settledStart (chapter.start.milliseconds (Rounding::down), plan.chapters, odd),
            .endMs = chapter.end ? chapter.end->milliseconds (Rounding::down) : lastMillisecond,
            .title = shownTitle (chapter, index + 1),
            .source = source
        };

        if (planned.startMs >= endMs)
        {
            odd.beginAfter.push_back (index);
            odd.furthest = std::max ({ odd.furthest, chapter.start, chapter.end.value_or (chapter.start) });
        }

        if (oneLine (chapter.title).empty())
            odd.untitled.push_back (index);

        if (chapter.end && *chapter.end > end + Duration::fromSeconds (1))
        {
            odd.endAfter.push_back (index);
            odd.furthest = std::max (odd.furthest, *chapter.end);
        }

        plan.chapters.push_back (std::move (planned));
    }

    if (plan.chapters.empty())
        return failure (Error::Kind::empty,
                        "The outline holds nothing but the producer's own remarks, which are not written.");

    if (! odd.beginAfter.empty())
        return std::unexpected (anotherCut (plan, odd, end));

    plan.notices = noticesOf (plan, odd, end);
    closeEnds (plan.chapters, endMs);
    return plan;
}

} // namespace earmark
