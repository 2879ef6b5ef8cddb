// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Bytes.h"
#include "Support/Outlines.h"
#include "Tagging/Lint/FileLint.h"

#include <catch2/catch_test_macros.hpp>

#include <memory>
#include <vector>

// Outlines that are sound but for one thing, for each rule about lists and their pictures.

namespace earmark::tests
{

/** Of the audio for soundOutline(). */
constexpr auto soundLength = Duration::fromSeconds (240);

/** Four chapters of a minute, which break no rule. */
inline Outline soundOutline()
{
    auto outline = evenOutline (4, 60'000);
    outline.chapters.back().end = Position::fromSeconds (240);
    return outline;
}

/** A JPEG's header, and nothing behind it. */
inline Image pictureOf (std::uint16_t width,
                        std::uint16_t height,
                        std::size_t size = 100,
                        std::string mime = "image/jpeg",
                        char kind = '\xC0')
{
    auto bytes = std::string ("\xFF\xD8\xFF") + kind + std::string ("\0\x11\x08", 3) + bytes::big16 (height)
                 + bytes::big16 (width);
    bytes.resize (size, 'x');
    return EmbeddedImage { std::move (mime), std::make_shared<const std::string> (std::move (bytes)) };
}

/** Those about lists and their pictures, without the one that compares two lists. */
inline std::vector<const LintRule*> rulesAboutLists()
{
    std::vector<const LintRule*> rules;

    for (const auto& group : allRules())
        for (const auto* rule : group.rules)
            if (! rule->id.starts_with ("id3-") && ! rule->id.starts_with ("mp4-")
                && ! group.heading.starts_with ("Other") && rule->id != "differs-from-outline")
                rules.push_back (rule);

    return rules;
}

/** Lets a sound outline break that rule about lists. */
inline void spoil (Outline& outline, const std::string& rule)
{
    auto& c = outline.chapters;

    if (rule == "audio-shorter")
        c.back().end = Position::fromSeconds (330);
    else if (rule == "audio-longer")
        c.back().end = Position::fromSeconds (200);
    else if (rule == "chapter-past-audio")
        c.back().start = Position::fromSeconds (241), c.back().end = {};
    else if (rule == "end-past-audio")
        c[2].end = Position::fromSeconds (250);
    else if (rule == "first-not-at-zero" || rule == "youtube-first" || rule == "spotify-first"
             || rule == "apple-first")
        c.front().start = Position::fromSeconds (5);
    else if (rule == "same-start")
        c[2].start = c[1].start;
    else if (rule == "under-a-second")
        c[2].start = c[1].start + Duration::fromMilliseconds (999);
    else if (rule == "no-title")
        c[1].title = " ";
    else if (rule == "end-before-start")
        c[1].end = c[1].start;
    else if (rule == "overlap")
        c[1].end = Position::fromSeconds (130);
    else if (rule == "title-over-127-bytes")
        c[1].title = std::string (128, 'x');
    else if (rule == "title-over-62-characters")
        c[1].title = std::string (63, 'x');
    else if (rule == "link-not-web")
        c[1].link = Link { "ftp://example.com", {} };
    else if (rule == "link-over-255-bytes")
        c[1].link = Link { "https://example.com/" + std::string (250, 'x'), {} };
    else if (rule == "picture-by-address")
        c[1].image = LinkedImage { "https://example.com/1.jpg" };
    else if (rule == "hidden-chapter")
        c[1].inContents = false;
    else if (rule == "over-255-chapters")
        outline = evenOutline (256, 900);
    else if (rule == "picture-not-square")
        c[1].image = pictureOf (100, 90);
    else if (rule == "picture-many-pixels")
        c[1].image = pictureOf (1500, 1500);
    else if (rule == "picture-many-bytes")
        c[1].image = pictureOf (100, 100, 200'001);
    else if (rule == "picture-kind")
        c[1].image = EmbeddedImage { "image/gif", std::make_shared<const std::string> ("GIF89a") };
    else if (rule == "picture-mime")
        c[1].image = pictureOf (100, 100, 100, "image/png");
    else if (rule == "picture-progressive")
        c[1].image = pictureOf (100, 100, 100, "image/jpeg", '\xC2');
    else if (rule == "youtube-few" || rule == "spotify-few" || rule == "apple-few")
        c.resize (2);
    else if (rule == "youtube-short")
        c[2].start = c[1].start + Duration::fromSeconds (9);
    else if (rule == "spotify-short")
        c[2].start = c[1].start + Duration::fromSeconds (29);
    else if (rule == "spotify-title")
        c[1].title = std::string (41, 'x');
    else
        FAIL ("no outline breaks " << rule);
}

} // namespace earmark::tests
