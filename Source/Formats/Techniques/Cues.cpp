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

/** "00:01.000 --> 00:10.000 position:90%", or with a comma alone between the two. */
std::optional<Cue> timesIn (std::string_view line)
{
    const auto mark = isTimesWithComma (line) ? "," : arrow;
    const auto at = line.find (mark);

    if (at == std::string_view::npos)
        return {};

    const auto right = trim (line.substr (at + mark.size()));
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

bool isComment (std::string_view line)
{
    return line == "NOTE" || line.starts_with ("NOTE ") || line.starts_with ("NOTE\t");
}

bool isFirstOfBlock (const std::vector<std::string_view>& lines, std::size_t at)
{
    return at == 0 || trim (lines[at - 1]).empty();
}

/** The identifier of the cue whose times stand there, which is all that a cue without text is called. */
std::string_view identifierAbove (const std::vector<std::string_view>& lines, std::size_t times)
{
    if (times == 0 || ! isFirstOfBlock (lines, times - 1))
        return {};

    const auto line = trim (lines[times - 1]);
    return isCounter (line) || isComment (line) || line.starts_with ("WEBVTT") || line.contains (arrow)
               ? std::string_view {}
               : line;
}

/** One past the last line of the block. */
std::size_t endOfBlock (const std::vector<std::string_view>& lines, std::size_t first)
{
    while (first < lines.size() && ! trim (lines[first]).empty() && ! lines[first].contains (arrow))
        ++first;

    return first;
}

} // namespace

bool isTimesWithComma (std::string_view line)
{
    const auto comma = line.find (',');
    const auto isTime = [] (std::string_view text)
    { return text.contains (':') && text.contains ('.') && ! text.contains (','); };

    return comma != std::string_view::npos
           && line.find_first_not_of ("0123456789:.,") == std::string_view::npos
           && isTime (line.substr (0, comma)) && isTime (line.substr (comma + 1));
}

std::vector<Cue> readCues (std::string_view text, Gathering& gathering)
{
    std::vector<Cue> cues;
    std::vector<std::string_view> identifiers; // one for each cue
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
            identifiers.push_back (identifierAbove (lines, i));
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
        else if (! open && isComment (line) && isFirstOfBlock (lines, i))
            gathering.ignore ("A comment.", Place::atLines (i + 1, endOfBlock (lines, i)));
    }

    for (std::size_t i = 0; i < cues.size(); ++i)
        if (cues[i].text.empty())
            cues[i].text = identifiers[i];

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
