// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Foundation/Timestamp.h"
#include "Support/Chapters.h"

#include <algorithm>
#include <string>
#include <vector>

// Outlines as they come through other programs, and what a reading says of them.

namespace earmark::tests
{

using Points = std::vector<std::string>;

inline bool hasNotice (const OutlineReading& reading, std::string_view part, std::size_t line)
{
    return std::ranges::any_of (
        reading.notices, [&] (const Notice& n) { return n.message.contains (part) && n.where.line == line; });
}

inline bool hasWarning (const OutlineReading& reading)
{
    return std::ranges::any_of (reading.notices,
                                [] (const Notice& n) { return n.grade == Notice::Grade::warning; });
}

/** How a program that the text went through writes its parts. */
struct Paste
{
    std::string beforeRange = "- ";
    std::string inRange = " – ";
    std::string point = "- •";
    std::string lineEnd = "\n";
    bool blankBetweenChapters = false;
    bool blankBetweenParts = false;
    std::string heading = "CHAPTERS";
};

inline std::vector<Chapter> threeChapters()
{
    auto first = chapter ("0:00", "0:48", "A new crew: who sits where");
    first.summary = "Mara opens the season, and promises fewer jingles.";
    first.points = { "Kick-off", "Banter about forecasts (3 of 12)" };
    auto second = chapter ("0:48", "59:50", "The tide gauge—“read twice”");
    second.summary = "Ida explains the gauges. Up at 5.30 to look.";
    second.points = { "They disagree by ~40 cm" };
    auto third = chapter ("59:50", "1:27:20", "Letters: fog, knots");
    third.summary = "The longest letter is from a keeper’s daughter.";
    third.points = { "Three long, one short", "No egg" };
    return { first, second, third };
}

inline std::string pasted (const std::vector<Chapter>& chapters, const Paste& paste)
{
    std::string text = "Harbour Lights PodcastThe Tide Comes Back" + paste.lineEnd + paste.heading
                       + (paste.heading.empty() ? "" : paste.lineEnd);
    const auto line = [&] (const std::string& content)
    { text += content + paste.lineEnd + (paste.blankBetweenParts ? paste.lineEnd : ""); };

    for (const auto& c : chapters)
    {
        text += paste.blankBetweenChapters ? paste.lineEnd : "";
        line (paste.beforeRange + formatTime (c.start) + paste.inRange + formatTime (*c.end));
        line (c.title);
        line (c.summary);

        for (const auto& p : c.points)
            line (paste.point + p);
    }

    return text;
}

} // namespace earmark::tests
