// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <string_view>

// Tables of chapters, read.

namespace earmark::tests
{

inline OutlineReading readTable (const std::string& table, const Answers& answers = {})
{
    const auto imported = importOutline (table, {}, { .answers = answers }, "csv");
    REQUIRE (imported);
    return imported->reading;
}

inline bool tells (const OutlineReading& reading, std::string_view part)
{
    return std::ranges::any_of (reading.notices, [&] (const Notice& n) { return n.message.contains (part); });
}

/** "0:00 Title | 1:00 Title" */
inline std::string listOf (const OutlineReading& reading)
{
    std::string list;

    for (const auto& each : reading.outline.chapters)
        list += (list.empty() ? "" : " | ") + formatTime (each.start) + ' ' + each.title;

    return list;
}

/** "0:00 – 1:00 Title | …", as any document, by its content alone; where that is no table, "none". */
inline std::string tableOf (std::string_view text)
{
    const auto imported = importOutline (text, {});

    if (! imported || imported->format->id != "csv")
        return "none";

    std::string list;

    for (const auto& each : imported->reading.outline.chapters)
        list += (list.empty() ? "" : " | ") + formatTime (each.start)
                + (each.end ? " – " + formatTime (*each.end) : "") + ' ' + each.title
                + (each.link ? " <" + each.link->url + '>' : "");

    return list;
}

} // namespace earmark::tests
