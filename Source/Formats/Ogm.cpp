// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <array>
#include <format>
#include <map>

// The simple chapters of OGM (mkvtoolnix.download/doc/mkvmerge.html, "The simple chapter format"), which are also the chapter
// comments of Ogg Vorbis and FLAC: CHAPTER01=00:00:39.706 and CHAPTER01NAME=Title; Auphonic adds CHAPTER01URL. Programs that print
// the comments print the others, too, and metaflac --list prints "comment[3]: " before each; Kid3 has a tab for the "=".

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

struct Comment
{
    std::string key; ///< in lower case
    std::string_view value;
};

/** "ARTIST=Ann Keeper", also with a tab, and where metaflac counts: "comment[3]: ARTIST=Ann Keeper". */
std::optional<Comment> commentIn (std::string_view line)
{
    constexpr std::size_t longestKey = 64;
    line = trim (line);

    if (line.starts_with ("comment["))
        if (const auto end = line.find ("]: "); end < longestKey)
            line.remove_prefix (end + 3);

    const auto mark = line.find_first_of ("=\t");

    if (mark > longestKey) // or nowhere, which is larger than any number
        return {};

    return Comment { toLowerAscii (trim (line.substr (0, mark))), trim (line.substr (mark + 1)) };
}

std::optional<Entry> entryIn (const Comment& comment)
{
    const std::string_view key = comment.key;

    if (! key.starts_with ("chapter"))
        return {};

    const auto digits = std::min (key.find_first_not_of ("0123456789", 7), key.size());
    Entry entry { std::string (key.substr (7, digits - 7)),
                  std::string (key.substr (digits)),
                  comment.value };

    if (entry.number.empty())
        return {};

    entry.number.erase (0, entry.number.find_first_not_of ('0')); // 002 is 02
    return entry;
}

Confidence sniff (std::string_view text)
{
    constexpr std::size_t sampleBytes = 1u << 16;
    bool times = false, names = false, equals = false;

    for (const auto line : splitLines (text.substr (0, sampleBytes)))
    {
        const auto comment = commentIn (line);
        const auto entry = comment ? entryIn (*comment) : std::nullopt;

        if (! entry)
            continue;

        const bool isTime = entry->field.empty() && entry->value.contains (':') && parseClock (entry->value);
        times = times || isTime;
        names = names || entry->field == "name";
        equals = equals || (isTime && line.contains ('='));
    }

    // With tabs and without names, "Chapter1" may be a title before its time.
    return times && (equals || names) ? 100 : 0;
}

struct Found
{
    std::size_t line = 0;
    std::optional<Duration> start;
    std::string name, url;
};

/** The chapters by their numbers, in the order in which each is named first. */
class Chapters
{
public:
    explicit Chapters (Gathering& into) : gathering (into) {}

    void take (const Entry& entry, std::size_t line)
    {
        const auto [at, isNew] = byNumber.try_emplace (entry.number, found.size());

        // The same number again is another chapter, as in files that were put together by hand.
        if (isNew || (entry.field.empty() && found[at->second].start))
        {
            at->second = found.size();
            found.push_back ({ .line = line });
        }

        auto& chapter = found[at->second];

        if (entry.field.empty())
            chapter.start = parseClock (entry.value);
        else if (entry.field == "name")
            chapter.name = entry.value;
        else if (entry.field == "url")
            chapter.url = entry.value;
        else
            gathering.ignore ("An entry that is neither time, name nor address.", Place::atLine (line));
    }

    void finish()
    {
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
    }

private:
    Gathering& gathering;
    std::vector<Found> found;
    std::map<std::string, std::size_t> byNumber;
};

/** "ARTIST=Ann Keeper": of the episode, where Earmark carries it. The first of several stands. */
void takeOfEpisode (Gathering& gathering, const Comment& comment, std::size_t line)
{
    auto& e = gathering.episode();

    for (const auto& [name, field] :
         { std::pair { "title", &e.title }, { "album", &e.show }, { "artist", &e.author } })
    {
        if (comment.key == name && (field->empty() || *field == comment.value))
        {
            *field = comment.value;
            return;
        }
    }

    gathering.ignore ("A description that Earmark does not carry.", Place::atLine (line));
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Gathering gathering (options);
    Chapters chapters (gathering);
    std::size_t number = 0;

    for (const auto raw : splitLines (text))
    {
        ++number;
        const auto line = trim (raw);
        const auto comment = commentIn (line);

        if (line.starts_with ('#') || line.starts_with (';'))
            gathering.ignore ("A comment.", Place::atLine (number));
        else if (const auto entry = comment ? entryIn (*comment) : std::nullopt)
            chapters.take (*entry, number);
        else if (comment
                 && (comment->key.starts_with ("chap")
                     || (comment->value.contains (':') && parseClock (comment->value))))
            gathering.warn ("The line is no chapter; it was left out.", Place::atLine (number));
        else if (comment && ! comment->key.empty() && ! comment->key.contains (' '))
            takeOfEpisode (gathering, *comment, number);
        else if (! line.empty())
            gathering.warn ("The line is no chapter; it was left out.", Place::atLine (number));
    }

    chapters.finish();
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
