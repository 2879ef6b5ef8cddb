// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Cues.h"

#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

constexpr std::string_view arrow = "-->";

/** "00:01.000 --> 00:10.000 position:90%" */
std::optional<Cue> timesIn (std::string_view line)
{
    const auto at = line.find (arrow);

    if (at == std::string_view::npos)
        return {};

    const auto right = trim (line.substr (at + arrow.size()));
    const auto start = parseClock (line.substr (0, at));
    const auto end = parseClock (right.substr (0, right.find_first_of (" \t")));

    if (! start || ! end)
        return {};

    return Cue { 0, *start, *end, {} };
}

bool isCounter (std::string_view line)
{
    return parseInteger (line).has_value();
}

} // namespace

std::vector<Cue> readCues (std::string_view text, Gathering& gathering)
{
    std::vector<Cue> cues;
    const auto lines = splitLines (text);
    bool open = false; // the last cue takes the lines that follow

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        const auto line = trim (lines[i]);

        if (line.empty())
        {
            open = false;
            continue;
        }

        if (auto cue = timesIn (line))
        {
            cue->line = i + 1;
            cues.push_back (std::move (*cue));
            open = true;
            continue;
        }

        if (line.contains (arrow))
        {
            gathering.warn ("The times of the cue cannot be read; it was left out.", Place::atLine (i + 1));
            open = false;
            continue;
        }

        // The counter of a cue that follows without a blank line is none of the text.
        const bool counterOfNext = isCounter (line) && i + 1 < lines.size() && lines[i + 1].contains (arrow);

        if (open && ! counterOfNext)
            cues.back().text += (cues.back().text.empty() ? "" : " ") + std::string (line);
    }

    return cues;
}

void warnOfTranscript (const std::vector<Cue>& cues, Gathering& gathering)
{
    constexpr std::size_t few = 8;
    constexpr std::size_t many = 100;
    constexpr auto brief = Duration::fromSeconds (15);

    if (cues.size() <= few)
        return;

    std::vector<Duration> lengths;

    for (const auto& cue : cues)
        lengths.push_back (cue.end - cue.start);

    std::ranges::nth_element (lengths, lengths.begin() + std::ptrdiff_t (lengths.size() / 2));

    if (cues.size() > many || lengths[lengths.size() / 2] < brief)
        gathering.warn (std::format ("{} short cues look like subtitles rather than chapters.", cues.size()));
}

} // namespace earmark
