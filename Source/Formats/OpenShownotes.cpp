// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <array>
#include <format>

// The Open Shownotes Format (github.com/shownotes): "00:02:46 Text <address> #tag #tag", where every line may have a time and only those
// with the tag #c or #chapter are chapters. Times may be seconds of Unix time, of which the first is the episode's start.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".osf", ".osf.txt" };

struct Item
{
    Duration time;
    bool isUnixTime = false;
    std::string title, url;
    bool isChapter = false;
};

bool isTag (std::string_view word)
{
    return word.size() > 1 && word.starts_with ('#');
}

std::optional<Item> itemIn (std::string_view line)
{
    line = trim (line);
    const auto word = line.substr (0, line.find_first_of (" \t"));
    constexpr std::size_t digitsOfUnixTime = 10;
    constexpr std::int64_t latest = 9'000'000'000; // in the year 2255; nanoseconds end soon after it
    const auto number = word.size() == digitsOfUnixTime ? parseInteger (word) : std::nullopt;
    const auto unixTime = number && *number <= latest ? number : std::nullopt;
    const auto clock = word.contains (':') ? parseClock (word) : std::nullopt;

    if (! unixTime && ! clock)
        return {};

    Item item { .time = unixTime ? Duration::fromSeconds (*unixTime) : *clock,
                .isUnixTime = unixTime.has_value() };
    auto rest = trim (line.substr (word.size()));

    // From the end: tags, then the address.
    for (auto blank = rest.find_last_of (" \t");
         isTag (rest.substr (blank == std::string_view::npos ? 0 : blank + 1));
         blank = rest.find_last_of (" \t"))
    {
        const auto tag = toLowerAscii (rest.substr (blank == std::string_view::npos ? 1 : blank + 2));
        item.isChapter = item.isChapter || tag == "c" || tag == "chapter";
        rest = trim (rest.substr (0, blank == std::string_view::npos ? 0 : blank));
    }

    if (const auto open = rest.rfind ('<'); rest.ends_with ('>') && open != std::string_view::npos)
    {
        item.url = std::string (trim (rest.substr (open + 1, rest.size() - open - 2)));
        rest = trim (rest.substr (0, open));
    }

    while (rest.starts_with ('-'))
        rest = trim (rest.substr (1)); // nesting

    item.title = std::string (rest);
    return item;
}

Confidence sniff (std::string_view text)
{
    const auto sample = text.substr (0, 1u << 18);

    if (! sample.contains (" #c"))
        return 0;

    const auto lines = splitLines (sample);
    const auto chapters = std::ranges::count_if (lines,
                                                 [] (std::string_view l)
                                                 {
                                                     if (! l.contains (" #c"))
                                                         return false;

                                                     const auto item = itemIn (l);
                                                     return item && item->isChapter;
                                                 });
    return trim (sample.substr (0, 64)).starts_with ("HEADER") && chapters > 0 ? 95 : chapters > 1 ? 85 : 0;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::size_t number = 0;
    std::size_t others = 0;
    bool inHeader = false;
    std::optional<Duration> firstUnixTime;

    for (const auto raw : splitLines (text))
    {
        const auto line = trim (raw);
        ++number;

        if (line == "HEADER" || line == "/HEADER")
        {
            inHeader = line == "HEADER";
            continue;
        }

        if (inHeader)
        {
            if (line.starts_with ("Podcast:"))
                gathering.episode().show = std::string (trim (line.substr (8)));
            else if (line.starts_with ("Episode:"))
                gathering.episode().title = std::string (trim (line.substr (8)));

            continue;
        }

        auto item = itemIn (line);

        if (item && item->isUnixTime)
        {
            firstUnixTime = firstUnixTime.value_or (item->time);
            item->time = item->time - *firstUnixTime;
        }

        if (! item || ! item->isChapter)
        {
            others += line.empty() ? 0u : 1u;
            continue;
        }

        Chapter chapter { .start = Position (item->time), .title = std::move (item->title) };

        if (! item->url.empty())
            chapter.link = Link { .url = std::move (item->url) };

        gathering.add (std::move (chapter), Place::atLine (number));
    }

    gathering.ignoreMany (others,
                          "{} show note that is not tagged as a chapter.",
                          "{} show notes that are not tagged as chapters.");

    return std::move (gathering).finish ("No line with a time has the tag #c or #chapter.");
}

} // namespace

extern const ChapterFormat osfFormat;

constexpr ChapterFormat osfFormat {
    .id = "osf",
    .name = "Open Shownotes",
    .suffixes = suffixes,
    .capabilities = { .links = true, .episodeTitle = true, .show = true, .stepsPerSecond = 1 },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
