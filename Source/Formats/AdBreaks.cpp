// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/Techniques/TimeText.h"

#include <array>
#include <format>

// Where hosts may put advertisements: the chapters that are marked as ad breaks, in the words of those hosts whose words are public.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 0> noSuffixes {};

template <class Each>
std::string listOf (const Outline& outline, std::string_view separator, const Each& each)
{
    std::string list;
    std::size_t number = 0;

    for (const auto& chapter : outline.chapters)
        if (chapter.kind == Chapter::Kind::adBreak)
        {
            ++number;
            list += number == 1 ? std::string_view() : separator;
            list += each (number, chapter.start);
        }

    return list;
}

/** "mid1 00:05:10, mid2 01:22:46" for the comment of the MP3's ID3 tag (blubrry.com/support/ad-insertion-documentation/file-requirements).
    That page has decimals, too, but reads ".5" as five milliseconds: whole seconds have one meaning only. */
std::string writeBlubrry (const Outline& outline, const Answers&)
{
    const auto each = [] (std::size_t number, Position start)
    {
        const auto seconds = toUnits (start.sinceStart(), 1);
        return std::format (
            "mid{} {:02}:{:02}:{:02}", number, seconds / 3600, seconds / 60 % 60, seconds % 60);
    };
    return listOf (outline, ", ", each) + '\n';
}

/** The cuepoints of an episode, for Spreaker's programming interface (developers.spreaker.com/api/episode-cuepoints): milliseconds, and how
    many advertisements at most. */
std::string writeSpreaker (const Outline& outline, const Answers&)
{
    const auto each = [] (std::size_t, Position start)
    { return std::format (R"({{"timecode": {}, "ads_max_count": 1}})", toUnits (start.sinceStart(), 1000)); };
    return '[' + listOf (outline, ",\n ", each) + "]\n";
}

} // namespace

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
