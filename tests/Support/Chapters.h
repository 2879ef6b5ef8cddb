// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Timestamp.h"
#include "Model/Document.h"

#include <string>
#include <vector>

// Short words for outlines in tests.

namespace earmark::tests
{

/** A place from text, "1:02.5"; a test that misspells one fails with an exception. */
inline Position at (std::string_view text)
{
    return Position (parseDuration (text).value());
}

inline Duration lasting (std::string_view text)
{
    return parseDuration (text).value();
}

inline Chapter chapter (std::string_view start, std::string_view title = {})
{
    return { .start = at (start), .title = std::string (title) };
}

inline Chapter chapter (std::string_view start, std::string_view end, std::string_view title)
{
    return { .start = at (start), .end = at (end), .title = std::string (title) };
}

inline Document documentOf (std::vector<Chapter> chapters)
{
    return makeDocument ({ .episode = {}, .chapters = std::move (chapters) });
}

inline ChapterId idOf (const Document& document, std::size_t index)
{
    return document.outline.chapters.at (index).id;
}

/** "0:00-0:54 Intro, 0:54 News": an outline on one line, for comparisons. */
inline std::string summaryOf (const std::vector<Chapter>& chapters)
{
    std::string text;

    for (const auto& c : chapters)
    {
        text += text.empty() ? "" : ", ";
        text += formatTime (c.start);
        text += c.end ? "-" + formatTime (*c.end) : "";
        text += c.title.empty() ? "" : " " + c.title;
    }

    return text;
}

inline std::string summaryOf (const Document& document)
{
    return summaryOf (document.outline.chapters);
}

} // namespace earmark::tests
