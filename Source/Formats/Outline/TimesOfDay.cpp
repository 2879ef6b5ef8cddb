// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/TimesOfDay.h"

#include "Formats/Techniques/TimesOfDay.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <format>

namespace earmark::outline
{

namespace
{

constexpr std::int64_t nsPerMinute = 60'000'000'000, nsPerHour = 60 * nsPerMinute, nsPerDay = 24 * nsPerHour;

std::int64_t nanosecondsOf (const Entry& entry)
{
    return entry.line.start.value.nanoseconds();
}

bool haveFields (const std::vector<Entry>& entries, int count)
{
    return std::ranges::all_of (entries,
                                [=] (const Entry& e)
                                {
                                    const auto& start = e.line.start;
                                    return start.fields == count && start.style == Timestamp::Style::colons;
                                });
}

/** "09:00, 10:30, 12:00": hours and minutes of a day, in steps of five minutes. */
bool areHoursAndMinutes (const std::vector<Entry>& entries)
{
    return entries.size() > 2 && haveFields (entries, 2)
           && std::ranges::all_of (entries,
                                   [] (const Entry& e)
                                   {
                                       const auto minutes = nanosecondsOf (e) / nsPerMinute;
                                       const auto seconds =
                                           nanosecondsOf (e) % nsPerMinute * 60 / nsPerMinute;
                                       return minutes >= 6 && minutes < 24 && seconds % 5 == 0;
                                   });
}

/** "20:01:15, 20:15:40": a recording that begins hours after zero, and is shorter than that. */
bool areLateHours (const std::vector<Entry>& entries)
{
    if (entries.size() < 2 || ! haveFields (entries, 3))
        return false;

    const auto [first, last] = std::ranges::minmax (entries, {}, nanosecondsOf);
    const auto begin = nanosecondsOf (first), end = nanosecondsOf (last);
    return begin >= 5 * nsPerHour && end < nsPerDay && end - begin < begin;
}

} // namespace

void askAboutTimesOfDay (OutlineReading& reading, const std::vector<Entry>& entries, const Answers& answers)
{
    const bool shortForm = areHoursAndMinutes (entries);
    auto& chapters = reading.outline.chapters;

    if (chapters.empty() || (! shortForm && ! areLateHours (entries)))
        return;

    const auto first = chapters.front().start;
    const auto answer = answers.find ("clock");
    reading.questions.push_back (whetherTimesOfDay ("no"));

    if (answer == answers.end() || answer->second != "yes")
    {
        reading.notices.push_back (
            { Notice::Grade::warning,
              std::format (
                  "These look like times of day; they were read as {}. As times of day they count from {}.",
                  shortForm ? "minutes and seconds" : "times in the episode",
                  formatTime (first)),
              {} });
        return;
    }

    const auto sinceFirst = [&] (Position time)
    {
        const auto since = (time - first).nanoseconds() * (shortForm ? 60 : 1);
        return Position (afterMidnight (Duration::fromNanoseconds (since)));
    };

    for (auto& chapter : chapters)
    {
        chapter.start = sinceFirst (chapter.start);
        chapter.end = chapter.end.transform (sinceFirst);
    }
}

} // namespace earmark::outline
