// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Cues.h"
#include "Formats/Techniques/Markup.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>

// WebVTT with chapters (w3.org/TR/webvtt1), SubRip subtitles, which have no standard, and what YouTube calls SubViewer
// (support.google.com/youtube/answer/2734698): blocks without counters, and a comma between the times.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> vttSuffixes { ".vtt" };
constexpr std::array<std::string_view, 2> srtSuffixes { ".srt", ".sbv" };
constexpr std::string_view whenEmpty = "It holds no cues with times such as 00:01:00.000 --> 00:02:00.000.";

Confidence sniffVtt (std::string_view text)
{
    return text.starts_with ("WEBVTT") ? 100 : 0;
}

Confidence sniffSrt (std::string_view text)
{
    const auto sample = text.substr (0, 4096);
    const auto lines = splitLines (sample);
    const auto first = std::ranges::find_if (lines, [] (std::string_view l) { return ! trim (l).empty(); });

    if (first == lines.end() || text.starts_with ("WEBVTT"))
        return 0;

    // A list of nothing but two times in each line is a table's.
    if (isTimesWithComma (trim (*first)))
        return first + 1 != lines.end() && ! trim (first[1]).empty() && ! isTimesWithComma (trim (first[1]))
                   ? 90
                   : 0;

    if (! sample.contains ("-->"))
        return 0;

    const bool counted = first->find_first_not_of (" 0123456789") == std::string_view::npos;
    return counted ? 90 : 0;
}

/** Some writers give each cue the same length of a second or three, so that it is shown at all: ends without a meaning. */
bool areNominal (const std::vector<Cue>& cues)
{
    constexpr auto longest = Duration::fromSeconds (3);
    const auto length = cues.empty() ? Duration() : cues.front().end - cues.front().start;
    bool meeting = false;

    for (std::size_t i = 1; i < cues.size(); ++i)
        meeting = meeting || cues[i - 1].end == cues[i].start;

    return cues.size() > 2 && length <= longest && ! meeting
           && std::ranges::all_of (cues, [&] (const Cue& c) { return c.end - c.start == length; });
}

/** A cue inside the span of an earlier one is its sub-chapter. */
class Nesting
{
public:
    int levelOf (const Cue& cue)
    {
        while (! open.empty()
               && (cue.start >= open.back().end || cue.end > open.back().end
                   || cue.end - cue.start == open.back().end - open.back().start))
            open.pop_back();

        constexpr std::size_t deepest = 64;
        const auto level = int (open.size());

        if (open.size() < deepest)
            open.push_back ({ .start = cue.start, .end = cue.end });

        return level;
    }

private:
    struct Span
    {
        Duration start, end;
    };

    std::vector<Span> open;
};

std::string titleOf (const Cue& cue)
{
    return collapseSpaces (unescapeHtml (withoutTags (cue.text)));
}

Result<OutlineReading> readVtt (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    const auto cues = readCues (text, gathering);
    const bool nominal = areNominal (cues);
    Nesting nesting;

    for (const auto& cue : cues)
    {
        Chapter chapter { .start = Position (cue.start), .title = titleOf (cue) };

        if (! nominal)
        {
            chapter.end = Position (cue.end);
            chapter.level = nesting.levelOf (cue);
        }

        gathering.add (std::move (chapter), Place::atLine (cue.line));
    }

    if (nominal)
        gathering.ignore ("The ends: every cue is equally short, so that they say nothing.");

    warnOfTranscript (cues, gathering);
    return std::move (gathering).finish (whenEmpty);
}

/** "{\an8}" places the text on the screen. */
std::string withoutOverrides (std::string text)
{
    while (text.starts_with ("{\\"))
    {
        const auto end = text.find ('}');

        if (end == std::string::npos)
            break;

        text.erase (0, end + 1);
    }

    return text;
}

Result<OutlineReading> readSrt (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    const auto cues = readCues (text, gathering);

    for (const auto& cue : cues)
        gathering.add ({ .start = Position (cue.start),
                         .end = Position (cue.end),
                         .title = collapseSpaces (withoutTags (withoutOverrides (cue.text))) },
                       Place::atLine (cue.line));

    warnOfTranscript (cues, gathering);
    return std::move (gathering).finish (whenEmpty);
}

std::string escapeCue (std::string_view text)
{
    std::string escaped;

    for (const char c : oneLine (text))
        escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string (1, c);

    return escaped;
}

std::string writeVtt (const Outline& outline, const Answers&)
{
    std::string text = "WEBVTT\n";

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        text += std::format ("\n{}\n{} --> {}\n{}\n",
                             i + 1,
                             formatTimeFixed (outline.chapters[i].start),
                             formatTimeFixed (writtenEnd (outline, i)),
                             escapeCue (outline.chapters[i].title));

    return text;
}

} // namespace

extern const ChapterFormat webVttFormat, subRipFormat;

constexpr ChapterFormat webVttFormat {
    .id = "webvtt",
    .name = "WebVTT chapters",
    .suffixes = vttSuffixes,
    .capabilities = { .ends = Capabilities::Ends::all },
    .sniff = sniffVtt,
    .read = readVtt,
    .write = writeVtt,
};

constexpr ChapterFormat subRipFormat {
    .id = "srt",
    .name = "SubRip subtitles",
    .suffixes = srtSuffixes,
    .capabilities = { .ends = Capabilities::Ends::all },
    .sniff = sniffSrt,
    .read = readSrt,
};

} // namespace earmark
