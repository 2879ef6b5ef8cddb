// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Remarks.h"

#include "Formats/Outline/BrokenTimes.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>

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

} // namespace

void remark (OutlineReading& result,
             const std::vector<Candidate>& candidates,
             const std::vector<Entry>& entries)
{
    const Lines lineOf { candidates, entries };
    const auto warn = [&] (std::string message, Place where = {})
    { result.notices.push_back ({ Notice::Grade::warning, std::move (message), std::move (where) }); };
    dropLanguagePrefix (result, lineOf);
    tellBrokenTimes (result, lineOf);
    tellShortSeconds (result, lineOf);

    const auto& chapters = result.outline.chapters;
    std::size_t falling = 0;

    for (std::size_t i = 1; i < chapters.size(); ++i)
    {
        if (chapters[i].start < chapters[i - 1].start)
            ++falling;
        else if (chapters[i].start == chapters[i - 1].start)
            warn (std::format ("Two chapters begin at {}.", formatTime (chapters[i].start)),
                  Place::atLine (lineOf (i)));
        else if (chapters[i - 1].end && *chapters[i - 1].end > chapters[i].start)
            warn (std::format ("The chapter ends at {}, after the next one begins.",
                               formatTime (*chapters[i - 1].end)),
                  Place::atLine (lineOf (i - 1)));
    }

    if (falling * 3 >= chapters.size() && falling > 1)
        warn ("Many times are smaller than the one before: are they the lengths of the parts, not "
              "their starts?");
}

} // namespace earmark::outline
