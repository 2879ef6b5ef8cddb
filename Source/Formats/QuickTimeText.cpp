// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>

// QuickTime text with descriptors, of which chapter tracks were made (Apple's "QuickTime Text Descriptors"): in its first line what
// the whole looks like, then "[00:01:30.500]" and the text that begins there. The last time may be without a text: the end.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".qt.txt", ".qttext" };
constexpr std::string_view signature = "{QTtext}";

Confidence sniff (std::string_view text)
{
    return text.starts_with (signature) ? 100 : 0;
}

/** What "{name:value}" says; empty where it is not there. */
std::string_view descriptor (std::string_view text, std::string_view name)
{
    const auto at = text.find (std::format ("{{{}:", name));

    if (at == std::string_view::npos)
        return {};

    text.remove_prefix (at + name.size() + 2);
    return trim (text.substr (0, text.find ('}')));
}

/** "[00:01:30.500]", where the digits behind the point count as many units as {timeScale} has in a second. */
std::optional<Duration> timeIn (std::string_view line, std::int64_t scale)
{
    if (! line.starts_with ('[') || ! line.ends_with (']'))
        return {};

    line = trim (line.substr (1, line.size() - 2));

    if (! line.contains (':'))
        return {};

    const auto point = std::min (line.find ('.'), line.size());
    const auto seconds = parseClock (line.substr (0, point));
    const auto units =
        point == line.size() ? std::optional<std::int64_t> (0) : parseInteger (line.substr (point + 1));

    if (! seconds || ! units || *units < 0 || *units >= scale)
        return parseClock (line); // as a decimal fraction, or no time

    return *seconds + fromUnits (*units, scale).value_or (Duration());
}

/** Without the descriptors that stand in it. */
std::string plain (std::string_view line)
{
    std::string text;

    while (! line.empty())
    {
        const auto open = std::min (line.find ('{'), line.size());
        text += line.substr (0, open);
        const auto close = line.find ('}', open);

        if (close == std::string_view::npos)
            return std::string (trim (text + std::string (line.substr (open))));

        line.remove_prefix (close + 1);
    }

    return std::string (trim (text));
}

struct Sample
{
    std::size_t line = 0;
    Duration start;
    std::string text;
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    constexpr std::int64_t usualScale = 600, largestScale = 1'000'000;
    Gathering gathering (options);
    std::vector<Sample> samples;
    const auto head = text.substr (0, text.find ('['));
    const auto stated = parseInteger (descriptor (head, "timeScale"));
    const auto scale = stated && *stated > 0 && *stated <= largestScale ? *stated : usualScale;
    constexpr auto beyondAll = Duration::fromSeconds ((maxHours + 2) * 3600); // as a chapter it is refused
    const bool relative = equalsIgnoringCase (descriptor (head, "timeStamps"), "relative");
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        const auto line = trim (raw);
        ++number;

        if (const auto time = timeIn (line, scale))
            samples.push_back ({ .line = number,
                                 .start = relative && ! samples.empty()
                                              ? std::min (samples.back().start + *time, beyondAll)
                                              : *time,
                                 .text = {} });
        else if (auto words = plain (line); ! words.empty() && ! samples.empty())
            samples.back().text += (samples.back().text.empty() ? "" : " ") + words;
        else if (! words.empty())
            gathering.warn ("The line is no chapter; it was left out.", Place::atLine (number));
    }

    for (auto& [line, start, title] : samples)
    {
        if (! title.empty())
            gathering.add ({ .start = Position (start), .title = std::move (title) }, Place::atLine (line));
        else if (gathering.size() > 0 && Position (start) > gathering.chapters().back().start)
            gathering.chapters().back().end = Position (start);
    }

    return std::move (gathering).finish ("No line is a time such as [00:01:30.500].");
}

} // namespace

extern const ChapterFormat quickTimeTextFormat;

constexpr ChapterFormat quickTimeTextFormat {
    .id = "qttext",
    .name = "QuickTime text",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
