// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/AdBreaks.h"

#include "Formats/ChapterFormat.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

// Where hosts may put advertisements: the chapters that are marked as ad breaks, in the words of those hosts whose words are public.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 0> noSuffixes {};

void add (Outline& breaks, Position start)
{
    breaks.chapters.push_back (
        { .start = start, .title = std::format ("mid{}", breaks.chapters.size() + 1) });
}

template <class Each>
std::string joined (const Outline& outline, std::string_view separator, const Each& each)
{
    const auto breaks = adBreaksOf (outline);
    std::string list;

    for (const auto& chapter : breaks.chapters)
    {
        list += list.empty() ? std::string_view() : separator;
        list += each (chapter);
    }

    return list;
}

/** "mid1 00:05:10, mid2 01:22:46" for the comment of the MP3's ID3 tag (blubrry.com/support/ad-insertion-documentation/file-requirements).
    That page has decimals, too, but reads ".5" as five milliseconds: whole seconds have one meaning only. */
std::string writeBlubrry (const Outline& outline, const Answers&)
{
    const auto each = [] (const Chapter& adBreak)
    {
        const auto seconds = toUnits (adBreak.start.sinceStart(), 1);
        return std::format (
            "{} {:02}:{:02}:{:02}", adBreak.title, seconds / 3600, seconds / 60 % 60, seconds % 60);
    };
    return joined (outline, ", ", each) + '\n';
}

/** The cuepoints of an episode, for Spreaker's programming interface (developers.spreaker.com/api/episode-cuepoints): milliseconds, and how
    many advertisements at most. */
std::string writeSpreaker (const Outline& outline, const Answers&)
{
    const auto each = [] (const Chapter& adBreak)
    {
        return std::format (R"({{"timecode": {}, "ads_max_count": 1}})",
                            toUnits (adBreak.start.sinceStart(), 1000));
    };
    return '[' + joined (outline, ",\n ", each) + "]\n";
}

Outline readBlubrry (std::string_view text)
{
    Outline breaks;

    while (! text.empty())
    {
        const auto end = std::min (text.find (','), text.size());
        const auto entry = trim (text.substr (0, end));
        text.remove_prefix (std::min (end + 1, text.size()));

        const auto blank = entry.find (' ');

        if (! entry.starts_with ("mid") || blank == std::string_view::npos)
            continue;

        if (const auto time = parseClock (trim (entry.substr (blank))))
            add (breaks, Position (*time));
    }

    return breaks;
}

Outline readSpreaker (const ReadJson& list)
{
    constexpr double longest = maxHours * 3.6e6;
    Outline breaks;

    for (const auto& entry : list)
        if (const auto* time = memberOf (entry, "timecode");
            time != nullptr && time->is_number_integer() && std::abs (time->get<double>()) <= longest)
            add (breaks, Position::fromMilliseconds (time->get<std::int64_t>()));

    return breaks;
}

} // namespace

Outline adBreaksOf (const Outline& outline)
{
    Outline breaks;

    for (const auto& chapter : outline.chapters)
        if (chapter.kind == Chapter::Kind::adBreak)
            add (breaks, chapter.start);

    return breaks;
}

Outline adBreaksIn (std::string_view text)
{
    const auto json = parseJson (text);
    return json && json->is_array() ? readSpreaker (*json) : readBlubrry (text);
}

extern const ChapterFormat blubrryFormat, spreakerFormat;

constexpr ChapterFormat blubrryFormat {
    .id = "blubrry",
    .name = "List of ad breaks (Blubrry)",
    .suffixes = noSuffixes,
    .capabilities = { .content = Capabilities::Content::adBreaks, .stepsPerSecond = 1 },
    .write = writeBlubrry,
};

constexpr ChapterFormat spreakerFormat {
    .id = "spreaker",
    .name = "List of ad breaks (Spreaker)",
    .suffixes = noSuffixes,
    .capabilities = { .content = Capabilities::Content::adBreaks },
    .write = writeSpreaker,
};

} // namespace earmark
