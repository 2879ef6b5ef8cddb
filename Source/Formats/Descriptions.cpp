// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/Techniques/Quoting.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <array>
#include <format>
#include <optional>

// The list of times in a description from which YouTube, Spotify and Apple Podcasts make chapters: one line each, whole seconds as
// players show them. Each has rules, and ignores a list that breaks one as a whole.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 0> noSuffixes {};

struct Rules
{
    std::string_view platform;
    std::size_t fewest = 3;
    std::int64_t shortestSeconds = 0; ///< 0: no rule
    std::size_t longestTitle = 0;     ///< in characters; a longer one is cut; 0: no rule
};

/** support.google.com/youtube/answer/9884579; a title is cut at about 100 characters in the list. */
constexpr Rules youTube { .platform = "YouTube", .shortestSeconds = 10, .longestTitle = 100 };

/** support.spotifyforpodcasters.com, article 360043932711. */
constexpr Rules spotify { .platform = "Spotify", .shortestSeconds = 30, .longestTitle = 40 };

/** podcasters.apple.com/support/5482. */
constexpr Rules apple { .platform = "Apple Podcasts" };

std::string nameOf (const Chapter& chapter)
{
    return quotable (chapter.title);
}

/** How long a chapter is in a list of whole seconds; the last one's length is not known there. */
std::optional<std::int64_t> lengthOf (const std::vector<Chapter>& chapters, std::size_t index)
{
    if (index + 1 == chapters.size())
        return {};

    return shownSecond (chapters[index + 1].start) - shownSecond (chapters[index].start);
}

/** The chapters that break a rule, by their index in the list without those that listeners do not see, which is no number that anybody knows:
    told of once, by the first one's name or time. */
class Offenders
{
public:
    void add (std::size_t index) { indices.push_back (index); }

    /** `one` makes the sentence about an index, `many` that about a count and the first index. */
    void tell (Notices& notices, auto&& one, auto&& many) const
    {
        if (! indices.empty())
            notices.push_back (
                { Notice::Grade::warning,
                  indices.size() == 1 ? one (indices.front()) : many (indices.size(), indices.front()),
                  {} });
    }

private:
    std::vector<std::size_t> indices;
};

void checkTimes (const std::vector<Chapter>& chapters, const Rules& rules, Notices& notices)
{
    Offenders falling, tooShort;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (const auto length = lengthOf (chapters, i); length && *length <= 0)
            falling.add (i);
        else if (length && *length < rules.shortestSeconds)
            tooShort.add (i);

    falling.tell (
        notices,
        [&] (std::size_t i)
        {
            return std::format ("{} wants rising times: '{}' begins with the next one.",
                                rules.platform,
                                nameOf (chapters[i]));
        },
        [&] (std::size_t count, std::size_t first)
        {
            return std::format (
                "{} wants rising times: {} chapters, the first of them '{}' at {}, begin with the next ones.",
                rules.platform,
                count,
                nameOf (chapters[first]),
                formatTime (chapters[first].start));
        });
    tooShort.tell (
        notices,
        [&] (std::size_t i)
        {
            return std::format ("'{}' is only {} s long; {} wants {} s.",
                                nameOf (chapters[i]),
                                *lengthOf (chapters, i),
                                rules.platform,
                                rules.shortestSeconds);
        },
        [&] (std::size_t count, std::size_t first)
        {
            return std::format (
                "{} chapters, the first of them '{}' at {}, are shorter than the {} s that {} wants.",
                count,
                nameOf (chapters[first]),
                formatTime (chapters[first].start),
                rules.shortestSeconds,
                rules.platform);
        });
}

void checkTitles (const std::vector<Chapter>& chapters, const Rules& rules, Notices& notices)
{
    Offenders untitled, tooLong;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (chapters[i].title.empty())
            untitled.add (i);
        else if (rules.longestTitle > 0 && countCodePoints (chapters[i].title) > rules.longestTitle)
            tooLong.add (i);

    untitled.tell (
        notices,
        [&] (std::size_t i)
        {
            return std::format ("The chapter at {} has no title; {} wants one.",
                                formatTime (chapters[i].start),
                                rules.platform);
        },
        [&] (std::size_t count, std::size_t first)
        {
            return std::format ("{} chapters, the first of them at {}, have no titles; {} wants them.",
                                count,
                                formatTime (chapters[first].start),
                                rules.platform);
        });
    tooLong.tell (
        notices,
        [&] (std::size_t i)
        {
            return std::format ("'{}' has {} characters; {} shows {}.",
                                nameOf (chapters[i]),
                                countCodePoints (chapters[i].title),
                                rules.platform,
                                rules.longestTitle);
        },
        [&] (std::size_t count, std::size_t first)
        {
            return std::format ("The titles of {} chapters, the first of them '{}' at {}, are longer than "
                                "the {} characters that {} shows.",
                                count,
                                nameOf (chapters[first]),
                                formatTime (chapters[first].start),
                                rules.longestTitle,
                                rules.platform);
        });
}

Notices check (const Outline& outline, const Rules& rules)
{
    Notices notices;
    const auto& chapters = outline.chapters;
    const auto warn = [&] (std::string message)
    { notices.push_back ({ Notice::Grade::warning, std::move (message), {} }); };

    if (chapters.size() < rules.fewest)
        warn (std::format ("{} makes no chapters of fewer than {}.", rules.platform, rules.fewest));

    if (! chapters.empty() && shownSecond (chapters.front().start) != 0)
        warn (std::format ("{} makes no chapters unless the first begins at 0:00; this one begins at {}.",
                           rules.platform,
                           shownSecond (chapters.front().start)));

    checkTimes (chapters, rules, notices);
    checkTitles (chapters, rules, notices);
    return notices;
}

template <const Rules& rules>
Notices checkFor (const Outline& outline)
{
    return check (outline, rules);
}

std::string write (const Outline& outline, const Answers&)
{
    std::string text;

    for (const auto& chapter : outline.chapters)
    {
        const auto seconds = shownSecond (chapter.start);
        const auto minutes = seconds / 60;
        text += minutes < 60 ? std::format ("{}:{:02}", minutes, seconds % 60)
                             : std::format ("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
        text += ' ' + oneLine (chapter.title) + '\n';
    }

    return text;
}

constexpr Capabilities capabilities { .content = Capabilities::Content::forListeners, .stepsPerSecond = 1 };

} // namespace

extern const ChapterFormat youTubeFormat, spotifyFormat, applePodcastsFormat;

constexpr ChapterFormat youTubeFormat {
    .id = "youtube",
    .name = "YouTube description",
    .suffixes = noSuffixes,
    .capabilities = capabilities,
    .write = write,
    .check = checkFor<youTube>,
};

constexpr ChapterFormat spotifyFormat {
    .id = "spotify",
    .name = "Spotify description",
    .suffixes = noSuffixes,
    .capabilities = capabilities,
    .write = write,
    .check = checkFor<spotify>,
};

constexpr ChapterFormat applePodcastsFormat {
    .id = "apple-podcasts",
    .name = "Apple Podcasts description",
    .suffixes = noSuffixes,
    .capabilities = capabilities,
    .write = write,
    .check = checkFor<apple>,
};

} // namespace earmark
