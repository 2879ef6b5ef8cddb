// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Tagging/Lint/FileFacts.h"
#include "Tagging/PlayerViews/Shared.h"

#include <algorithm>
#include <format>

// Players and platforms whose code is not public: what their makers say, and what public threads found.

namespace earmark
{

namespace
{

using namespace views;

bool hasContents (const FileFacts& facts)
{
    return facts.chapterFrames && ! facts.chapterFrames->contents.empty();
}

bool hasTopContents (const FileFacts& facts)
{
    return hasContents (facts)
           && std::ranges::any_of (facts.chapterFrames->contents, &raw::RawContents::isTopLevel);
}

PlayerView listedOnly (const FileFacts& facts)
{
    auto view = viewOf (facts.stored.chapters);

    for (std::size_t i = 0; i < view.chapters.size(); ++i)
        view.chapters[i].isListed = facts.stored.chapters[i].inContents;

    return view;
}

PlayerView apple (const ByteSource&, const FileFacts& facts)
{
    const auto kind = facts.container->id;

    if (kind == "mp4")
        return quickTimeTrack (facts);

    if (kind != "mp3" && kind != "aac")
        return unknown();

    if (! hasTopContents (facts))
        return { {}, "It needs a table of contents (CTOC) with the top-level bit." };

    auto view = listedOnly (facts);
    const bool isDoubtful =
        facts.tag->version == 4
        && std::ranges::any_of (
            facts.chapterFrames->chapters,
            [] (const raw::RawChapter& c)
            { return std::ranges::any_of (c.frames, [] (const auto& f) { return f.body.size() >= 128; }); });

    if (isDoubtful)
        view = { {}, "It has been seen to show no chapters of an ID3v2.4 tag with long titles." };

    return view;
}

PlayerView overcast (const ByteSource&, const FileFacts& facts)
{
    const auto kind = facts.container->id;

    if (kind == "mp4")
        return quickTimeTrack (facts);

    if (kind != "mp3")
        return unknown();

    auto view = listedOnly (facts);

    if (! hasContents (facts) && ! view.chapters.empty())
    {
        view.remark = "Without a table of contents it shows titles while they play, but no list.";

        for (auto& chapter : view.chapters)
            chapter.isListed = false;
    }

    return view;
}

struct DescriptionRules
{
    std::string_view platform;
    std::size_t longestTitle; ///< in characters; 0: as it is
    std::int64_t shortestMs;
};

std::string shortened (std::string_view text, std::size_t characters)
{
    std::size_t at = 0;

    for (; at < text.size() && characters > 0; --characters)
        at += codePointAt (text, at).size;

    return std::string (text.substr (0, at));
}

/** The list that a platform makes of a description with the file's chapters, one line each with whole seconds. */
PlayerView fromDescription (const FileFacts& facts, const DescriptionRules& rules)
{
    auto view = viewOf (facts.stored.chapters);
    view.remark = std::format (
        "{} reads no chapters from files: this is what it makes of them in the description.", rules.platform);
    constexpr std::size_t fewest = 3;

    for (std::size_t i = 0; i < view.chapters.size(); ++i)
    {
        auto& chapter = view.chapters[i];
        chapter.startMs = shownSecond (facts.stored.chapters[i].start) * 1000;
        chapter.link = std::nullopt;
        chapter.hasPicture = false;

        if (rules.longestTitle > 0)
            chapter.title = shortened (*chapter.title, rules.longestTitle);
    }

    const auto refuse = [&] (std::string_view why)
    {
        view = { {},
                 std::format ("{} reads no chapters from files, and none from the description: {}.",
                              rules.platform,
                              why) };
    };

    if (view.chapters.size() < fewest)
        refuse ("there are fewer than three");
    else if (view.chapters.front().startMs != 0)
        refuse ("the first does not begin at 0:00");
    else
        for (std::size_t i = 1; i < view.chapters.size(); ++i)
            if (view.chapters[i].startMs - view.chapters[i - 1].startMs
                < std::max<std::int64_t> (1, rules.shortestMs))
            {
                refuse (std::format ("chapter {} is shorter than {} s",
                                     i,
                                     std::max<std::int64_t> (1, rules.shortestMs / 1000)));
                break;
            }

    return view;
}

PlayerView spotify (const ByteSource&, const FileFacts& facts)
{
    return fromDescription (facts, { .platform = "Spotify", .longestTitle = 40, .shortestMs = 0 });
}

PlayerView youTube (const ByteSource&, const FileFacts& facts)
{
    return fromDescription (facts, { .platform = "YouTube", .longestTitle = 0, .shortestMs = 10'000 });
}

} // namespace

extern const PlayerApp applePodcasts, overcastPlayer, spotifyPlayer, youTubePlayer;

constexpr PlayerApp applePodcasts {
    .id = "apple",
    .name = "Apple Podcasts",
    .basis = PlayerApp::Basis::publishedRules,
    .from = "podcasters.apple.com/support/5482, dskrad/mp3chaps#5, radio-t/radio-t-site#209",
    .view = apple,
};

constexpr PlayerApp overcastPlayer {
    .id = "overcast",
    .name = "Overcast",
    .basis = PlayerApp::Basis::publishedRules,
    .from = "Zazama/node-id3#87",
    .view = overcast,
};

constexpr PlayerApp spotifyPlayer {
    .id = "spotify",
    .name = "Spotify",
    .basis = PlayerApp::Basis::publishedRules,
    .from = "support.spotifyforpodcasters.com, article 360043932711",
    .view = spotify,
};

constexpr PlayerApp youTubePlayer {
    .id = "youtube",
    .name = "YouTube",
    .basis = PlayerApp::Basis::publishedRules,
    .from = "support.google.com/youtube/answer/9884579",
    .view = youTube,
};

} // namespace earmark
