// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Lint.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <array>
#include <format>

// Platforms that make chapters from times in a description. Each ignores a list as a whole that breaks a rule about times.

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;

template <std::size_t fewest>
Complaints fewerThan (const ListToLint& list)
{
    const auto count = list.outline.chapters.size();
    return count > 0 && count < fewest ? Complaints { std::format ("There are only {} chapters.", count) }
                                       : Complaints {};
}

Complaints firstLate (const ListToLint& list)
{
    const auto& chapters = list.outline.chapters;

    if (chapters.empty() || shownSecond (chapters.front().start) == 0)
        return {};

    return { Complaint (std::format ("The first chapter begins at {}.", formatTime (chapters.front().start)),
                        { concerned (list.outline, 0) }) };
}

template <std::int64_t shortest>
Complaints shorterThan (const ListToLint& list)
{
    Complaints complaints;
    const auto& chapters = list.outline.chapters;

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        const auto end = i + 1 < chapters.size() ? std::optional (chapters[i + 1].start)
                         : list.lengthOfAudio    ? std::optional (Position (*list.lengthOfAudio))
                                                 : chapters[i].end;

        if (! end)
            continue;

        // One that begins after the audio is another rule's matter.
        if (const auto seconds = shownSecond (*end) - shownSecond (chapters[i].start);
            seconds >= 0 && seconds < shortest)
            complaints.emplace_back (std::format ("{} lasts {} s.", callOf (chapters[i], i), seconds),
                                     ChaptersConcerned { concerned (list.outline, i) });
    }

    return complaints;
}

template <std::size_t longest>
Complaints titleOver (const ListToLint& list)
{
    Complaints complaints;

    for (std::size_t i = 0; i < list.outline.chapters.size(); ++i)
    {
        const auto characters = countCodePoints (list.outline.chapters[i].title);

        if (characters > longest)
            complaints.emplace_back (
                std::format ("{} has {} characters.", callOf (list.outline.chapters[i], i), characters),
                ChaptersConcerned { concerned (list.outline, i) });
    }

    return complaints;
}

constexpr auto* youTubeSource = "[YouTube help 9884579](https://support.google.com/youtube/answer/9884579)";
constexpr auto* spotifySource =
    "[Spotify help 360043932711](https://support.spotifyforpodcasters.com/hc/de/articles/360043932711)";
constexpr auto* appleSource =
    "[Apple Podcasts 5482](https://podcasters.apple.com/support/5482-using-chapters-on-apple-podcasts)";
constexpr auto* noChapters = "no chapters are made of the description";

constexpr std::array<RuleFor<ListToLint>, 9> table { {
    { { "youtube-few",
        Grade::advice,
        "YouTube",
        noChapters,
        "list at least three",
        Repair::byHand,
        youTubeSource },
      fewerThan<3> },
    { { "youtube-first",
        Grade::advice,
        "YouTube",
        noChapters,
        "begin at 0:00",
        Repair::byHand,
        youTubeSource },
      firstLate },
    { { "youtube-short",
        Grade::advice,
        "YouTube",
        noChapters,
        "let each last 10 s or more",
        Repair::byHand,
        youTubeSource },
      shorterThan<10> },
    { { "spotify-few",
        Grade::advice,
        "Spotify",
        noChapters,
        "list at least three",
        Repair::byHand,
        spotifySource },
      fewerThan<3> },
    { { "spotify-first",
        Grade::advice,
        "Spotify",
        noChapters,
        "begin at 0:00",
        Repair::byHand,
        spotifySource },
      firstLate },
    { { "spotify-short",
        Grade::advice,
        "Spotify",
        "the chapter may be left out",
        "let each last 30 s or more",
        Repair::byHand,
        spotifySource },
      shorterThan<30> },
    { { "spotify-title",
        Grade::advice,
        "Spotify",
        "the title is cut",
        "keep it to 40 characters",
        Repair::byHand,
        spotifySource },
      titleOver<40> },
    { { "apple-few",
        Grade::advice,
        "Apple Podcasts (description)",
        noChapters,
        "list at least three",
        Repair::byHand,
        appleSource },
      fewerThan<3> },
    { { "apple-first",
        Grade::advice,
        "Apple Podcasts (description)",
        noChapters,
        "begin at 0:00",
        Repair::byHand,
        appleSource },
      firstLate },
} };

} // namespace

std::span<const RuleFor<ListToLint>> platformRules()
{
    return table;
}

} // namespace earmark
