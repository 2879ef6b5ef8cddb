// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/TimesLint.h"

#include "Foundation/Timestamp.h"
#include "Model/Differences.h"
#include "Model/Ends.h"
#include "Model/ListComplaints.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

Complaints whenAny (std::string text)
{
    return text.empty() ? Complaints {} : Complaints { std::move (text) };
}

} // namespace

Complaints shorterAudio (const ListToLint& list)
{
    if (! list.lengthOfAudio || list.isStored) // a list in the file itself is a matter of its ends
        return {};

    const auto difference = differenceOfLength (list.outline, *list.lengthOfAudio);
    return difference && *difference > Duration()
               ? Complaints {}
               : whenAny (sentenceAboutLength (list.outline, *list.lengthOfAudio));
}

Complaints longerAudio (const ListToLint& list)
{
    const auto difference = list.lengthOfAudio && ! list.isStored
                                ? differenceOfLength (list.outline, *list.lengthOfAudio)
                                : std::nullopt;
    return difference && *difference > Duration()
               ? whenAny (sentenceAboutLength (list.outline, *list.lengthOfAudio))
               : Complaints {};
}

Complaints beyondAudio (const ListToLint& list)
{
    return aboutEach (list,
                      [&] (const Chapter& c, std::size_t i)
                      {
                          return list.lengthOfAudio && beginsAfterAudio (c, Position (*list.lengthOfAudio))
                                     ? std::format ("{} begins at {}, but the audio ends at {}.",
                                                    callOf (c, i),
                                                    formatTime (c.start),
                                                    formatTime (*list.lengthOfAudio))
                                     : std::string {};
                      });
}

Complaints endBeyondAudio (const ListToLint& list)
{
    constexpr auto tolerance = Duration::fromSeconds (1);
    return aboutEach (list,
                      [&] (const Chapter& c, std::size_t i)
                      {
                          return list.lengthOfAudio && c.end && c.start < Position (*list.lengthOfAudio)
                                         && *c.end > Position (*list.lengthOfAudio) + tolerance
                                     ? std::format ("{} ends at {}, {} after the audio.",
                                                    callOf (c, i),
                                                    formatTime (*c.end),
                                                    secondsOf (*c.end - Position (*list.lengthOfAudio)))
                                     : std::string {};
                      });
}

Complaints firstLate (const ListToLint& list)
{
    const auto& chapters = list.outline.chapters;
    const auto first = std::ranges::find_if (chapters, isListed);

    if (first == chapters.end() || first->start <= Position())
        return {};

    const auto index = std::size_t (first - chapters.begin());
    return { Complaint (std::format ("The first chapter, {}, begins at {}.",
                                     callOf (*first, index),
                                     formatTime (first->start)),
                        { concerned (list.outline, index) }) };
}

/** The chapters are those of both. */
Complaints sameStart (const ListToLint& list)
{
    Complaints complaints;
    const auto& chapters = list.outline.chapters;

    for (std::size_t i = 1; i < chapters.size(); ++i)
    {
        const auto &before = chapters[i - 1], &chapter = chapters[i];

        if (isListed (before) && isListed (chapter) && before.start == chapter.start)
            complaints.emplace_back (
                std::format ("{} and {} both begin at {}.",
                             callOf (before, i - 1),
                             callOf (chapter, i),
                             formatTime (chapter.start)),
                ChaptersConcerned { concerned (list.outline, i - 1), concerned (list.outline, i) });
    }

    return complaints;
}

Complaints underASecond (const ListToLint& list)
{
    constexpr std::int64_t least = 1000; // milliseconds
    return aboutEach (list,
                      [&] (const Chapter& c, std::size_t i)
                      {
                          const auto* next = followerOf (list.outline.chapters, i);
                          const auto lasts =
                              next != nullptr ? (next->start - c.start).milliseconds (Rounding::down) : least;
                          return lasts > 0 && lasts < least
                                     ? std::format ("{} lasts {} ms.", callOf (c, i), lasts)
                                     : std::string {};
                      });
}

Complaints endBeforeStart (const ListToLint& list)
{
    return aboutEach (list,
                      [] (const Chapter& c, std::size_t i)
                      {
                          return c.end && *c.end <= c.start
                                     ? std::format ("{} ends at {}, no later than it begins.",
                                                    callOf (c, i),
                                                    formatTime (*c.end))
                                     : std::string {};
                      });
}

Complaints overlap (const ListToLint& list)
{
    return aboutEach (list,
                      [&] (const Chapter& c, std::size_t i)
                      {
                          const auto* next = followerOf (list.outline.chapters, i);
                          return c.end && next != nullptr && *c.end > next->start
                                     ? std::format ("{} ends at {}, after the next one begins.",
                                                    callOf (c, i),
                                                    formatTime (*c.end))
                                     : std::string {};
                      });
}

} // namespace earmark
