// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Remarks.h"

#include "Formats/Outline/BrokenTimes.h"
#include "Formats/Outline/MistypedTimes.h"
#include "Formats/Outline/Separators.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>
#include <numeric>

namespace earmark::outline
{

namespace
{

/** The line of an entry, for notices. */
struct Lines
{
    const std::vector<Candidate>& candidates;
    const std::vector<Entry>& entries;

    std::size_t operator() (std::size_t entry) const { return candidates[entries[entry].index].line.number; }
};

/** "en:Title" in every line is how MediaInfo shows the language. */
void dropLanguagePrefix (OutlineReading& result, const Lines& lineOf)
{
    auto& chapters = result.outline.chapters;
    const auto isPrefixed = [] (const Chapter& c)
    {
        const auto& t = c.title;
        return t.size() > 3 && t[2] == ':' && t[3] != ' ' && t[0] >= 'a' && t[0] <= 'z' && t[1] >= 'a'
               && t[1] <= 'z';
    };

    if (chapters.size() < 2 || ! std::ranges::all_of (chapters, isPrefixed))
        return;

    const auto language = chapters.front().title.substr (0, 2);

    for (auto& chapter : chapters)
        chapter.title.erase (0, 3);

    result.notices.push_back (
        { Notice::Grade::ignored,
          std::format ("Every title begins with a language ('{}:'); it was taken off.", language),
          Place::atLines (lineOf (0), lineOf (chapters.size() - 1)) });
}

/** Lines that seem meant as chapters, and ends that seem meant as times. */
void tellBrokenTimes (OutlineReading& result, const Lines& lineOf)
{
    const auto& entries = lineOf.entries;
    auto next = entries.begin();

    for (std::size_t k = 0; k < lineOf.candidates.size(); ++k)
    {
        while (next != entries.end() && next->index < k)
            ++next;

        const auto& line = lineOf.candidates[k].line;

        if (line.content.size() > maxChapterLine || (next != entries.end() && next->index == k))
            continue;

        if (const auto broken = brokenTimeAtBeginning (line.content))
            result.notices.push_back (
                { Notice::Grade::warning,
                  std::format ("'{}' looks like a time, but is none; the line was taken for text.",
                               line.content.substr (broken->begin, broken->end - broken->begin)),
                  Place::atLine (line.number) });
    }

    for (std::size_t i = 0; i < entries.size(); ++i)
        if (! entries[i].line.brokenEnd.empty())
            result.notices.push_back (
                { Notice::Grade::warning,
                  std::format ("'{}' looks like a time, but is none; the end was left out.",
                               entries[i].line.brokenEnd),
                  Place::atLine (lineOf (i)) });
}

void tellOpenEnds (OutlineReading& result, const Lines& lineOf)
{
    for (std::size_t i = 0; i < lineOf.entries.size(); ++i)
        if (const auto& word = lineOf.entries[i].line.openEnd; ! word.empty())
            result.notices.push_back (
                { Notice::Grade::ignored,
                  std::format ("'{}' was taken for the end of the range, not as part of the title.", word),
                  Place::atLine (lineOf (i)) });
}

void tellAmPm (OutlineReading& result, const Lines& lineOf)
{
    constexpr std::size_t lengthOfMark = 2; // AM, PM

    for (std::size_t i = 0; i < lineOf.entries.size(); ++i)
    {
        const auto& entry = lineOf.entries[i];

        if (! entry.line.isBeforeAmPm)
            continue;

        const std::string_view content = lineOf.candidates[entry.index].line.content;
        const auto& start = entry.line.start;
        const auto end = skipBlanks (content, start.end) + lengthOfMark;
        result.notices.push_back (
            { Notice::Grade::warning,
              std::format ("'{}' was read as a time in the episode, not as a time of day.",
                           content.substr (start.begin, end - start.begin)),
              Place::atLine (lineOf (i)) });
    }
}

/** A time with hours as it is written. */
struct LongTime
{
    std::string_view written;
    Position value;
    std::size_t line = 0;

    bool hasOneDigitOfMinutes() const
    {
        const auto first = written.find (':');
        return first != written.npos && written.substr (first + 1).find (':') == 1;
    }

    bool endsWithOneDigit() const { return written.size() > 1 && written[written.size() - 2] == ':'; }
};

std::vector<LongTime> longTimesIn (const Lines& lineOf)
{
    std::vector<LongTime> times;

    for (std::size_t i = 0; i < lineOf.entries.size(); ++i)
    {
        const auto& entry = lineOf.entries[i];
        const std::string_view content = lineOf.candidates[entry.index].line.content;

        for (const auto* time : { &entry.line.start, entry.line.end ? &*entry.line.end : nullptr })
            if (time != nullptr && time->style == Timestamp::Style::colons && time->fields == 3)
                times.push_back ({ .written = content.substr (time->begin, time->end - time->begin),
                                   .value = Position (time->value),
                                   .line = lineOf (i) });
    }

    return times;
}

/** "1:02:3" may lack a digit, but not where hours, minutes and seconds are written without zeros throughout, as in "0:7:5". */
void tellShortSeconds (OutlineReading& result, const Lines& lineOf)
{
    const auto times = longTimesIn (lineOf);

    if (std::ranges::any_of (times, &LongTime::hasOneDigitOfMinutes))
        return;

    for (const auto& time : times)
        if (time.endsWithOneDigit())
            result.notices.push_back (
                { Notice::Grade::warning,
                  std::format ("'{}' is read as {}.", time.written, formatTime (time.value)),
                  Place::atLine (time.line) });
}

/** Chapters that begin together, or that end behind the next one's start, wherever they stand in the text. */
void tellOverlaps (OutlineReading& result, const Lines& lineOf)
{
    const auto& chapters = result.outline.chapters;
    std::vector<std::size_t> order (chapters.size());
    std::iota (order.begin(), order.end(), 0uz);
    std::ranges::stable_sort (order, {}, [&] (std::size_t i) { return chapters[i].start; });

    for (std::size_t k = 1; k < order.size(); ++k)
    {
        const auto before = order[k - 1], i = order[k];

        if (chapters[i].start == chapters[before].start)
            result.notices.push_back (
                { Notice::Grade::warning,
                  std::format ("Two chapters begin at {}.", formatTime (chapters[i].start)),
                  Place::atLine (lineOf (i)) });
        else if (chapters[before].end && *chapters[before].end > chapters[i].start)
            result.notices.push_back ({ Notice::Grade::warning,
                                        std::format ("The chapter ends at {}, after the next one begins.",
                                                     formatTime (*chapters[before].end)),
                                        Place::atLine (lineOf (before)) });
    }
}

/** What the starts as a whole say. */
void tellStarts (OutlineReading& result)
{
    const auto& chapters = result.outline.chapters;
    const auto warn = [&] (std::string message)
    { result.notices.push_back ({ Notice::Grade::warning, std::move (message), {} }); };
    std::size_t falling = 0;

    for (std::size_t i = 1; i < chapters.size(); ++i)
        falling += chapters[i].start < chapters[i - 1].start ? 1u : 0u;

    if (falling * 3 >= chapters.size() && falling > 1)
        warn ("Many times are smaller than the one before: are they the lengths of the parts, not "
              "their starts?");

    // The shortest real lists have a chapter every twelve seconds.
    constexpr std::size_t shortestList = 2, fewestLines = 4;
    constexpr std::int64_t nsPerSecond = 1'000'000'000, shortestStep = 10, shortestLead = 60;
    const auto [first, last] = std::ranges::minmax_element (chapters, {}, &Chapter::start);
    const auto seconds = (last->start - first->start).nanoseconds() / nsPerSecond;

    const auto steps = std::int64_t (chapters.size()) - 1;

    if (chapters.size() >= fewestLines && seconds > 0 && seconds < shortestStep * steps)
        warn (std::format ("The times are {} s apart on average: is this a transcript?", seconds / steps));

    // Times of day have their own warning.
    if (chapters.size() >= shortestList && first->start.nanoseconds() >= shortestLead * nsPerSecond
        && ! std::ranges::contains (result.questions, "clock", &Question::id))
        warn (std::format ("No chapter begins near 0:00; the first one begins at {}.",
                           formatTime (first->start)));
}

} // namespace

void remark (OutlineReading& result,
             const std::vector<Candidate>& candidates,
             const std::vector<Entry>& entries)
{
    const Lines lineOf { candidates, entries };
    dropLanguagePrefix (result, lineOf);
    tellBrokenTimes (result, lineOf);
    tellOpenEnds (result, lineOf);
    tellAmPm (result, lineOf);
    tellMistypedTimes (result.notices, candidates, entries);
    tellShortSeconds (result, lineOf);
    tellOverlaps (result, lineOf);
    tellStarts (result);
}

} // namespace earmark::outline
