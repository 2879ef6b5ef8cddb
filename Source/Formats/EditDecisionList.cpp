// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EditMarkers.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"

#include <algorithm>
#include <array>
#include <format>

// Markers in edit decision lists (CMX 3600): DaVinci Resolve's "Timeline markers to EDL", an event with a line
// " |C:ResolveColorBlue |M:Name |D:1" below it, and the locators of Avid, "* LOC: 01:00:01:14 RED Name". Both count frames without
// saying how many make a second.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".edl" };
constexpr std::array<std::string_view, 0> noSuffixes {};

/** The text between `key` and the next " |", as in "|M:Name |D:1"; nothing where the key is not there. */
std::optional<std::string_view> fieldOf (std::string_view line, std::string_view key)
{
    const auto at = line.find (key);

    if (at == std::string_view::npos)
        return {};

    const auto value = line.substr (at + key.size());
    return trim (value.substr (0, value.find (" |")));
}

/** Behind a marker's name, which may hold bars of its own, stands how many frames it lasts. */
constexpr std::string_view lengthKey = " |D:";

std::optional<std::string_view> nameIn (std::string_view line)
{
    constexpr std::string_view key = "|M:";
    const auto at = line.find (key);
    const auto end = line.rfind (lengthKey);

    if (at == std::string_view::npos || end == std::string_view::npos || end < at + key.size())
        return fieldOf (line, key);

    return trim (line.substr (at + key.size(), end - at - key.size()));
}

std::optional<std::string_view> lengthIn (std::string_view line)
{
    const auto at = line.rfind (lengthKey);
    return fieldOf (line.substr (at == std::string_view::npos ? 0 : at), "|D:");
}

//======================================================================================================
// Resolve

/** The third of an event's four timecodes, where it lies on the timeline; nothing for a line that is no event. */
std::optional<Timecode> recordIn (std::string_view line)
{
    std::size_t codes = 0;

    while (! (line = trim (line)).empty())
    {
        const auto word = line.substr (0, line.find_first_of (" \t"));
        line.remove_prefix (word.size());

        if (const auto code = parseTimecode (word); code && ++codes == 3)
            return code;
    }

    return {};
}

Confidence sniffResolve (std::string_view text)
{
    const auto sample = text.substr (0, 1u << 16);
    return sample.contains ("|M:") && sample.contains ("|D:") ? 98 : 0;
}

Result<OutlineReading> readResolve (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::vector<EditMarker> markers;
    std::optional<Timecode> event;
    std::string note;
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        ++number;
        const auto line = trim (raw);

        if (const auto name = nameIn (line))
        {
            if (! event)
            {
                gathering.warn ("The marker stands below no event; it was left out.", Place::atLine (number));
                continue;
            }

            const auto length = lengthIn (line);
            const auto frames = length ? parseInteger (*length).value_or (1) : 1;
            markers.push_back ({ number,
                                 *event,
                                 std::string (*name),
                                 std::exchange (note, {}),
                                 std::clamp<std::int64_t> (frames, 0, 1'000'000'000) });
        }
        else if (const auto code = recordIn (line))
        {
            event = code;
            note.clear();
        }
        else if (event && ! line.empty() && ! line.starts_with ('*'))
        {
            note += (note.empty() ? "" : "\n") + std::string (line);
        }
    }

    return placeMarkers (std::move (gathering), std::move (markers));
}

/** Resolve divides its fields by bars. */
std::string fieldText (std::string_view text)
{
    auto plain = oneLine (text);
    std::ranges::replace (plain, '|', '/');
    return plain;
}

std::string writeResolve (const Outline& outline, const Answers& answers)
{
    const auto rate = frameRateFor (answers);
    const auto origin = toDuration ({ .hours = 1 }, rate); // where Resolve's timelines begin
    const auto frame = fromUnits (rate.seconds, rate.frames).value_or (Duration());
    auto text = std::format ("TITLE: {}\nFCM: {}DROP FRAME\n",
                             outline.episode.title.empty() ? "Chapters" : oneLine (outline.episode.title),
                             rate.dropFrame ? "" : "NON-");

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        const auto& chapter = outline.chapters[i];
        const auto start = chapter.start.sinceStart() + origin;
        const auto in = formatTimecode (start, rate);
        const auto out = formatTimecode (start + frame, rate);

        // Counted between rounded places, so that an end that meets the next start meets it here, too.
        const auto length =
            chapter.end ? framesUntil (chapter.end->sinceStart() + origin, rate) - framesUntil (start, rate)
                        : 1;
        text +=
            std::format ("\n{:03}  001      V     C        {} {} {} {}  \n |C:ResolveColorBlue |M:{} |D:{}\n",
                         i + 1,
                         in,
                         out,
                         in,
                         out,
                         fieldText (chapter.title),
                         std::max<std::int64_t> (length, 1));
    }

    return text;
}

//======================================================================================================
// Avid

Confidence sniffCmx (std::string_view text)
{
    return text.contains ("LOC: ") && (text.contains ("* LOC:") || text.contains ("*LOC:")) ? 90 : 0;
}

Result<OutlineReading> readCmx (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::vector<EditMarker> markers;
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        ++number;
        auto line = trim (raw);

        if (! line.starts_with ('*'))
            continue;

        line = trim (line.substr (1));

        if (! line.starts_with ("LOC:"))
            continue;

        line = trim (line.substr (4));
        const auto word = line.substr (0, line.find_first_of (" \t"));
        const auto code = parseTimecode (word);

        if (! code)
        {
            gathering.warn ("The locator has no timecode; it was left out.", Place::atLine (number));
            continue;
        }

        // A colour, then a comment that may be missing.
        line = trim (line.substr (word.size()));
        const auto colour = line.substr (0, line.find_first_of (" \t"));
        markers.push_back (
            { .line = number, .start = *code, .title = std::string (trim (line.substr (colour.size()))) });
    }

    return placeMarkers (std::move (gathering), std::move (markers));
}

} // namespace

extern const ChapterFormat resolveFormat, cmxFormat;

constexpr ChapterFormat resolveFormat {
    .id = "resolve-edl",
    .name = "DaVinci Resolve markers (EDL)",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated, .stepsPerSecond = 25, .charactersReplaced = "|" },
    .sniff = sniffResolve,
    .read = readResolve,
    .write = writeResolve,
};

constexpr ChapterFormat cmxFormat {
    .id = "cmx-edl",
    .name = "Avid locators (EDL)",
    .suffixes = noSuffixes,
    .capabilities = { .stepsPerSecond = 25 },
    .sniff = sniffCmx,
    .read = readCmx,
};

} // namespace earmark
