// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <array>
#include <format>
#include <map>

// The simple chapters of OGM (mkvtoolnix.download/doc/mkvmerge.html, "The simple chapter format"), which are also the chapter
// comments of Ogg Vorbis: CHAPTER01=00:00:39.706 and CHAPTER01NAME=Title; Auphonic adds CHAPTER01URL.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 3> suffixes { ".ogm.txt", ".ogm", ".chapters" };

struct Entry
{
    std::string number;
    std::string field; ///< empty for the time, or "NAME", "URL"
    std::string_view value;
};

std::optional<Entry> entryIn (std::string_view line)
{
    const auto equals = line.find ('=');

    if (equals > 24) // or nowhere, which is larger than any number
        return {};

    const auto key = toLowerAscii (trim (line.substr (0, equals)));

    if (! key.starts_with ("chapter"))
        return {};

    const auto digits = key.find_first_not_of ("0123456789", 7);
    Entry entry { key.substr (7, digits - std::min<std::size_t> (7, digits)),
                  digits == std::string::npos ? std::string {} : key.substr (digits),
                  trim (line.substr (equals + 1)) };

    if (entry.number.empty())
        return {};

    entry.number.erase (0, entry.number.find_first_not_of ('0')); // 002 is 02
    return entry;
}

Confidence sniff (std::string_view text)
{
    for (const auto line : splitLines (text.substr (0, 4096)))
        if (! trim (line).empty())
            return entryIn (line) && entryIn (line)->field.empty() ? 100 : 0;

    return 0;
}

struct Found
{
    std::size_t line = 0;
    std::optional<Duration> start;
    std::string name, url;
};

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    std::vector<Found> found;
    std::map<std::string, std::size_t> byNumber;
    std::size_t number = 0;

    for (const auto line : splitLines (text))
    {
        ++number;
        const auto entry = entryIn (line);

        if (! entry)
        {
            if (! trim (line).empty())
                gathering.warn ("The line is no chapter; it was left out.", Place::atLine (number));

            continue;
        }

        const auto [at, isNew] = byNumber.try_emplace (entry->number, found.size());

        // The same number again is another chapter, as in files that were put together by hand.
        if (isNew || (entry->field.empty() && found[at->second].start))
        {
            at->second = found.size();
            found.push_back ({ .line = number });
        }

        auto& chapter = found[at->second];

        if (entry->field.empty())
            chapter.start = parseClock (entry->value);
        else if (entry->field == "name")
            chapter.name = entry->value;
        else if (entry->field == "url")
            chapter.url = entry->value;
        else
            gathering.ignore ("An entry that is neither time, name nor address.", Place::atLine (number));
    }

    for (auto& [line, start, name, url] : found)
    {
        if (! start)
        {
            gathering.warn ("The chapter has no time that can be read; it was left out.",
                            Place::atLine (line));
            continue;
        }

        Chapter chapter { .start = Position (*start), .title = std::move (name) };

        if (! url.empty())
            chapter.link = Link { .url = std::move (url) };

        gathering.add (std::move (chapter), Place::atLine (line));
    }

    return std::move (gathering).finish ("No line is a chapter such as CHAPTER01=00:00:39.706.");
}

std::string write (const Outline& outline, const Answers&)
{
    std::string text;

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        text += std::format ("CHAPTER{:02}={}\nCHAPTER{:02}NAME={}\n",
                             i + 1,
                             formatTimeFixed (outline.chapters[i].start),
                             i + 1,
                             oneLine (outline.chapters[i].title));

    return text;
}

} // namespace

extern const ChapterFormat ogmFormat;

constexpr ChapterFormat ogmFormat {
    .id = "ogm",
    .name = "OGM simple chapters",
    .suffixes = suffixes,
    .capabilities = {},
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
