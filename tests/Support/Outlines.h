// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <format>
#include <string>
#include <utility>
#include <vector>

namespace earmark::tests
{

inline Chapter chapterAt (std::int64_t ms, std::string title = {})
{
    return { .start = Position::fromMilliseconds (ms), .title = std::move (title) };
}

inline Outline outlineOf (std::vector<Chapter> chapters)
{
    return { .episode = {}, .chapters = std::move (chapters) };
}

/** Chapters a step apart, called "Part 1" and so on. */
inline Outline evenOutline (std::size_t count, std::int64_t stepMs)
{
    Outline outline;

    for (std::size_t i = 0; i < count; ++i)
        outline.chapters.push_back (chapterAt (std::int64_t (i) * stepMs, std::format ("Part {}", i + 1)));

    return outline;
}

/** Titles of many scripts; the starts are a second apart. */
inline Outline manyScripts()
{
    Outline outline;
    std::int64_t ms = 0;

    for (const auto* title : { "Plain ASCII",
                               "Grüße aus Zürich",
                               "日本語のタイトル",
                               "Emoji 🎧👩‍👩‍👧 and more",
                               "שלום עולם",
                               "مرحبا \u202Bبالعالم\u202C",
                               "e\u0301 decomposed",
                               "Quotes \" ' & < > / \\ = ; #" })
        outline.chapters.push_back (chapterAt (std::exchange (ms, ms + 1000), title));

    return outline;
}

} // namespace earmark::tests
