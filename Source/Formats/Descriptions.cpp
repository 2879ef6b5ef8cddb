// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <array>
#include <format>

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

std::size_t charactersIn (std::string_view text)
{
    std::size_t count = 0;

    for (std::size_t at = 0; at < text.size(); at += codePointAt (text, at).size)
        ++count;

    return count;
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

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        const auto name = truncateUtf8 (chapters[i].title, 60);
        const auto length = i + 1 < chapters.size()
                                ? shownSecond (chapters[i + 1].start) - shownSecond (chapters[i].start)
                                : 1'000'000;

        if (length <= 0)
            warn (
                std::format ("{} wants rising times: '{}' begins with the next one.", rules.platform, name));
        else if (length < rules.shortestSeconds)
            warn (std::format ("'{}' is only {} s long; {} wants {} s.",
                               name,
                               length,
                               rules.platform,
                               rules.shortestSeconds));

        if (chapters[i].title.empty())
            warn (std::format ("Chapter {} has no title; {} wants one.", i + 1, rules.platform));

        if (const auto n = charactersIn (chapters[i].title); rules.longestTitle > 0 && n > rules.longestTitle)
            warn (std::format (
                "'{}' has {} characters; {} shows {}.", name, n, rules.platform, rules.longestTitle));
    }

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
