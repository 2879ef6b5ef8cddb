// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"

#include <algorithm>
#include <array>
#include <format>

// FFmpeg's metadata file (ffmpeg.org/ffmpeg-formats.html, "Metadata"): key=value lines, where = ; # \ and line ends are escaped
// by a backslash. Audiobookshelf's metadata.abs is alike, with times in seconds, and so is what ffprobe -show_chapters prints.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 3> suffixes { ".ffmetadata", ".ffmeta", ".ffmetadata.txt" };
constexpr std::string_view signature = ";FFMETADATA";
constexpr std::string_view signatureOfAudiobookshelf = ";ABMETADATA";

Confidence sniff (std::string_view text)
{
    const auto begin = trim (text.substr (0, 4096));

    if (begin.starts_with (signature) || begin.starts_with (signatureOfAudiobookshelf))
        return 100;

    // Chapters alone, to be put behind what FFmpeg wrote, or ffprobe's.
    const auto start = toLowerAscii (begin).find ("start");
    return toLowerAscii (begin.substr (0, 9)) == "[chapter]" && start != std::string::npos ? 90 : 0;
}

struct Entry
{
    std::size_t line = 0;
    std::string key; ///< in lower case; "[chapter]" for a section
    std::string value;
};

/** Takes one entry off the text's front; a line without any meaning gives an empty key. */
Entry takeEntry (std::string_view& text, std::size_t& line)
{
    Entry entry { .line = line, .key = {}, .value = {} };
    auto* into = &entry.key;
    const bool comment = text.starts_with (';') || text.starts_with ('#');
    std::size_t at = 0;

    for (; at < text.size(); ++at)
    {
        const char c = text[at];

        if (c == '\\' && at + 1 < text.size() && ! comment)
        {
            line += text[at + 1] == '\n' ? 1u : 0u;
            *into += text[++at];
        }
        else if (c == '\n' || c == '\r')
        {
            break;
        }
        else if (c == '=' && into == &entry.key)
        {
            into = &entry.value;
        }
        else
        {
            *into += c;
        }
    }

    const auto rest = text.substr (at);
    at += rest.starts_with ("\r\r\n") ? 3u : rest.starts_with ("\r\n") ? 2u : 1u;
    ++line;
    text.remove_prefix (std::min (at, text.size()));

    // By hand, "title = Welcome"; FFmpeg, to which blanks are part of key and value, writes none.
    if (entry.key.ends_with (' '))
        entry.value = trim (entry.value);

    entry.key = comment ? std::string {} : toLowerAscii (trim (entry.key));
    return entry;
}

/** A section [CHAPTER] as it stands. */
struct Section
{
    std::size_t line = 0;
    std::int64_t unitSeconds = 1; ///< a unit is unitSeconds / unitsPer
    std::int64_t unitsPer = 1'000'000'000;
    bool inSeconds = false; ///< with decimals, in place of units
    std::string start, end, title;
};

void takeTimebase (Section& section, std::string_view value)
{
    const auto slash = value.find ('/');
    const auto seconds = parseInteger (value.substr (0, slash));
    const auto per = slash == std::string_view::npos ? std::nullopt : parseInteger (value.substr (slash + 1));

    if (seconds && per && *seconds > 0 && *seconds <= 1'000'000 && *per > 0)
    {
        section.unitSeconds = *seconds;
        section.unitsPer = *per;
    }
}

/** FFmpeg reads the whole number in front and lets the rest be, "2500.7" as 2500. */
std::optional<Position> timeOf (const Section& section, std::string_view text)
{
    if (section.inSeconds)
    {
        const auto seconds = parseSeconds (trim (text));
        return seconds ? std::optional (Position (*seconds)) : std::nullopt;
    }

    const auto digits = trim (text).substr (0, trim (text).find_first_not_of ("-0123456789"));
    const auto units = parseInteger (digits);
    const auto limit = std::numeric_limits<std::int64_t>::max() / section.unitSeconds;

    if (! units || *units > limit || *units < -limit)
        return {};

    const auto time = fromUnits (*units * section.unitSeconds, section.unitsPer);
    return time ? std::optional (Position (*time)) : std::nullopt;
}

void addSection (Gathering& gathering, const Section& section)
{
    const auto start = timeOf (section, section.start);

    if (! start)
    {
        gathering.warn ("The chapter has no usable START; it was left out.", Place::atLine (section.line));
        return;
    }

    gathering.add ({ .start = *start, .end = timeOf (section, section.end), .title = section.title },
                   Place::atLine (section.line));
}

void takeTag (Gathering& gathering, Entry&& entry)
{
    auto& e = gathering.episode();

    for (const auto& [name, field] : { std::pair { "title", &e.title },
                                       { "album", &e.show },
                                       { "show", &e.show },
                                       { "artist", &e.author },
                                       { "author", &e.author },
                                       { "date", &e.date },
                                       { "description", &e.description },
                                       { "comment", &e.description } })
    {
        if (entry.key == name && field->empty())
        {
            *field = std::move (entry.value);
            return;
        }
    }

    gathering.ignore (std::format ("The tag '{}'.", entry.key), Place::atLine (entry.line));
}

/** ffprobe's entries that tell what others do. */
bool saysAgain (std::string_view key)
{
    return key == "id" || key == "start_time" || key == "end_time";
}

/** An end that is habitually written as the next start less a millisecond. */
void closeGaps (Gathering& gathering)
{
    auto& chapters = gathering.chapters();
    constexpr auto gap = Duration::fromMilliseconds (1);
    const auto isHabit = [&] (std::size_t i)
    { return chapters[i].end && *chapters[i].end + gap == chapters[i + 1].start; };
    std::size_t count = 0;

    for (std::size_t i = 0; i + 1 < chapters.size(); ++i)
        count += isHabit (i) ? 1u : 0u;

    if (count < 2 || count * 2 < chapters.size())
        return;

    for (std::size_t i = 0; i + 1 < chapters.size(); ++i)
        if (isHabit (i))
            chapters[i].end = chapters[i + 1].start;

    gathering.warn ("The chapters end a millisecond before the next; they were made to meet it.");
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::size_t line = 1;
    std::optional<Section> section;
    bool inOther = false; // in [STREAM] or a section that we do not know
    const bool inSeconds = trim (text.substr (0, 4096)).starts_with (signatureOfAudiobookshelf);

    while (! text.empty())
    {
        auto entry = takeEntry (text, line);

        if (entry.key.starts_with ('[') && entry.key.ends_with (']'))
        {
            if (section)
                addSection (gathering, *section);

            section = entry.key == "[chapter]"
                          ? std::optional (Section { .line = entry.line, .inSeconds = inSeconds })
                          : std::nullopt;
            inOther = ! section;
        }
        else if (entry.key.empty() || inOther)
            continue;
        else if (! section)
            takeTag (gathering, std::move (entry));
        else if (entry.key == "timebase" || entry.key == "time_base")
            takeTimebase (*section, entry.value);
        else if (entry.key == "start")
            section->start = entry.value;
        else if (entry.key == "end")
            section->end = entry.value;
        else if (entry.key == "title" || entry.key == "tag:title")
            section->title = entry.value;
        else if (! saysAgain (entry.key))
            gathering.ignore (std::format ("The chapter's tag '{}'.", entry.key), Place::atLine (entry.line));
    }

    if (section)
        addSection (gathering, *section);

    closeGaps (gathering);
    return std::move (gathering).finish ("There is no section [CHAPTER] in it.");
}

std::string escape (std::string_view text)
{
    std::string escaped;

    for (const char c : toValidUtf8 (text))
    {
        if (c == '=' || c == ';' || c == '#' || c == '\\' || c == '\n')
            escaped += '\\';

        escaped += c;
    }

    return escaped;
}

std::string write (const Outline& outline, const Answers&)
{
    auto text = std::string (signature) + "1\n";
    const auto& e = outline.episode;

    for (const auto& [name, value] : { std::pair { "title", &e.title },
                                       { "album", &e.show },
                                       { "artist", &e.author },
                                       { "description", &e.description } })
        if (! value->empty())
            text += std::format ("{}={}\n", name, escape (*value));

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        text += std::format ("\n[CHAPTER]\nTIMEBASE=1/1000\nSTART={}\nEND={}\ntitle={}\n",
                             outline.chapters[i].start.milliseconds (Rounding::nearest),
                             writtenEnd (outline, i).milliseconds (Rounding::nearest),
                             escape (outline.chapters[i].title));

    return text;
}

} // namespace

extern const ChapterFormat ffmetadataFormat;

constexpr ChapterFormat ffmetadataFormat {
    .id = "ffmetadata",
    .name = "FFmpeg metadata",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::all,
                      .episodeTitle = true,
                      .show = true,
                      .author = true,
                      .description = true },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
