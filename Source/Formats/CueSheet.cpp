// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/Quoting.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <format>
#include <functional>
#include <map>

// Cue sheets of CDRWIN (its manual is the only specification; libcue and flacon read alike). A chapter begins at a track's
// INDEX 01; times are minutes, seconds and frames of 1/75 s from the beginning of the file.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".cue" };
constexpr std::int64_t framesPerSecond = 75;
constexpr std::size_t maxTracks = 99;

struct Command
{
    std::string word; ///< in capitals
    std::vector<std::string> arguments;
    std::string_view rest; ///< all behind the word
};

/** A line's words; a quoted one may hold blanks, and one that is never closed reaches to the end. */
Command commandIn (std::string_view line)
{
    Command command;
    line = trim (line);
    command.rest = trim (line.substr (std::min (line.find_first_of (" \t"), line.size())));

    while (! line.empty())
    {
        const bool quoted = line.front() == '"';
        line.remove_prefix (quoted ? 1 : 0);
        const auto end = std::min (quoted ? line.find ('"') : line.find_first_of (" \t"), line.size());
        const std::string word (line.substr (0, end));

        if (command.word.empty() && ! quoted)
            std::ranges::transform (word,
                                    std::back_inserter (command.word),
                                    [] (char c) { return c >= 'a' && c <= 'z' ? char (c - 'a' + 'A') : c; });
        else
            command.arguments.push_back (word);

        line.remove_prefix (std::min (end + 1, line.size()));
        line = trim (line);
    }

    return command;
}

/** The rest of a line as one text, quoted or not. Of marks inside of the quotation, which the format does not know, none ends it; a
    backslash before one, as some programs write, goes. */
std::string textOf (const Command& command)
{
    std::string text;

    if (const auto rest = command.rest; rest.size() > 1 && rest.starts_with ('"') && rest.ends_with ('"'))
    {
        const auto inside = rest.substr (1, rest.size() - 2);

        for (std::size_t i = 0; i < inside.size(); ++i)
            if (! inside.substr (i).starts_with ("\\\""))
                text += inside[i];

        return text;
    }

    for (const auto& word : command.arguments)
        text += (text.empty() ? "" : " ") + word;

    return text;
}

std::optional<Duration> timeIn (std::string_view text)
{
    std::array<std::int64_t, 3> fields {};

    for (std::size_t i = 0; i < fields.size(); ++i)
    {
        const auto colon = text.find (':');
        const auto number = parseInteger (text.substr (0, colon));

        if (! number || *number < 0 || *number > maxHours * 60
            || (i < 2) != (colon != std::string_view::npos))
            return {};

        fields[i] = *number;
        text.remove_prefix (i < 2 ? colon + 1 : text.size());
    }

    if (fields[1] > 59 || fields[2] >= framesPerSecond)
        return {};

    return fromUnits ((fields[0] * 60 + fields[1]) * framesPerSecond + fields[2], framesPerSecond);
}

struct Track
{
    std::size_t line = 0;
    std::string title, performer;
    bool isAudio = true;
    std::size_t file = 0; ///< counted from 1
    std::optional<Duration> index1, anyIndex;
};

class Sheet
{
public:
    explicit Sheet (const ReadOptions& options) : gathering (options) {}

    void take (const Command& command, std::size_t line)
    {
        const auto& word = command.word;

        if (word == "FILE")
            takeFile (command);
        else if (word == "TRACK")
            tracks.push_back ({ .line = line,
                                .isAudio = command.arguments.size() < 2
                                           || equalsIgnoringCase (command.arguments[1], "AUDIO") });
        else if (word == "TITLE")
            (tracks.empty() ? gathering.episode().title : tracks.back().title) = textOf (command);
        else if (word == "PERFORMER")
            (tracks.empty() ? gathering.episode().author : tracks.back().performer) = textOf (command);
        else if (word == "INDEX" && ! tracks.empty())
            takeIndex (command, line);
        else if (word == "REM" || word == "FLAGS" || word == "ISRC" || word == "CATALOG" || word == "PREGAP"
                 || word == "POSTGAP" || word == "SONGWRITER" || word == "CDTEXTFILE" || word.empty())
            ++unread;
        else
            gathering.warn ("The line is no command of a cue sheet; it was left out.", Place::atLine (line));
    }

    Result<OutlineReading> finish()
    {
        const auto offsets = offsetsOfFiles();

        for (const auto& track : tracks)
        {
            const auto start = track.index1 ? track.index1 : track.anyIndex;

            if (! track.isAudio || ! start)
            {
                gathering.warn (track.isAudio ? "The track has no INDEX; it was left out."
                                              : "The track is no audio; it was left out.",
                                Place::atLine (track.line));
                continue;
            }

            Chapter chapter { .start = Position (*start + offsets[std::min (track.file, offsets.size() - 1)]),
                              .title = track.title };

            if (track.performer != gathering.episode().author)
                chapter.summary = track.performer;

            gathering.add (std::move (chapter), Place::atLine (track.line));
        }

        gathering.ignoreMany (unread,
                              "{} line that is for discs alone, such as REM and FLAGS.",
                              "{} lines that are for discs alone, such as REM and FLAGS.");

        return std::move (gathering).finish ("It holds no TRACK with an INDEX.");
    }

private:
    Gathering gathering;
    std::vector<Track> tracks;
    std::vector<std::string> files; ///< each once
    std::map<std::string, std::size_t, std::less<>> numbersOfFiles;
    std::size_t file = 0; ///< that which the next index is of, counted from 1
    std::size_t unread = 0;

    /** Some programs name the one file in front of each track. */
    void takeFile (const Command& command)
    {
        // Behind the name stands what kind of file it is; a name with blanks may lack its quotation marks.
        auto name = textOf (command);

        if (const auto& words = command.arguments; command.rest.starts_with ('"') && ! words.empty())
            name = words.front();

        const auto [known, isNew] = numbersOfFiles.try_emplace (name, files.size() + 1);
        file = known->second;

        if (isNew)
            files.push_back (std::move (name));
    }

    void takeIndex (const Command& command, std::size_t line)
    {
        const auto number = command.arguments.empty() ? std::nullopt : parseInteger (command.arguments[0]);
        const auto time = command.arguments.size() < 2 ? std::nullopt : timeIn (command.arguments[1]);

        if (! number || ! time)
        {
            gathering.warn ("The INDEX cannot be read; it was left out.", Place::atLine (line));
            return;
        }

        auto& track = tracks.back();
        track.file = file; // a FILE between TRACK and INDEX holds what follows it
        (*number == 1 ? track.index1 : track.anyIndex) = *time;
    }

    /** Where each file begins, counted from 1; the times of each begin at zero, and how long the files are is not said. */
    std::vector<Duration> offsetsOfFiles()
    {
        std::vector<Duration> offsets (files.size() + 1);

        if (files.size() < 2)
            return offsets;

        const auto answer =
            gathering.ask ({ "lengths",
                             "The sheet is of several files, whose times each begin at zero. How long are "
                             "they, as 21:30,19:05,…?",
                             {},
                             {} });

        if (answer.empty())
        {
            gathering.warn (std::format (
                "The sheet is of {} files, whose times each begin at zero; they were not put one "
                "behind the other, for which their lengths are needed.",
                files.size()));
            return offsets;
        }

        std::string_view rest = answer;
        bool isOver = false, isRestTold = false;

        for (std::size_t i = 2; i < offsets.size(); ++i)
        {
            const auto comma = rest.find (',');
            const auto length = isOver ? std::nullopt : parseDuration (trim (rest.substr (0, comma)));
            offsets[i] = offsets[i - 1] + length.value_or (Duration());
            rest.remove_prefix (comma == std::string_view::npos ? rest.size() : comma + 1);

            if (! length && ! isRestTold)
                gathering.warn (std::format (
                    "The answer does not tell how long '{}' is; what follows it begins where it does.",
                    quotable (files[i - 2])));

            isRestTold = isOver;
            isOver = comma == std::string_view::npos;
        }

        return offsets;
    }
};

Confidence sniff (std::string_view text)
{
    bool track = false;

    for (const auto line : splitLines (text.substr (0, 1u << 14)))
    {
        const auto command = commandIn (line);
        track = track
                || (command.word == "TRACK" && ! command.arguments.empty()
                    && parseInteger (command.arguments[0]));

        if (track && command.word == "INDEX" && command.arguments.size() > 1 && timeIn (command.arguments[1]))
            return 95;
    }

    return 0;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    Sheet sheet (options);
    std::size_t number = 0;

    for (const auto line : splitLines (text))
        sheet.take (commandIn (line), ++number);

    return sheet.finish();
}

/** A cue sheet cannot hold a quotation mark inside of one. */
std::string quoted (std::string_view text)
{
    auto plain = oneLine (text);
    std::ranges::replace (plain, '"', '\'');
    return '"' + plain + '"';
}

std::string write (const Outline& outline, const Answers&)
{
    std::string text;

    if (! outline.episode.author.empty())
        text += "PERFORMER " + quoted (outline.episode.author) + '\n';

    if (! outline.episode.title.empty())
        text += "TITLE " + quoted (outline.episode.title) + '\n';

    text += "FILE \"episode.wav\" WAVE\n";

    for (std::size_t i = 0; i < std::min (outline.chapters.size(), maxTracks); ++i)
    {
        const auto frames = toUnits (outline.chapters[i].start.sinceStart(), framesPerSecond);
        text += std::format ("  TRACK {:02} AUDIO\n    TITLE {}\n    INDEX 01 {:02}:{:02}:{:02}\n",
                             i + 1,
                             quoted (outline.chapters[i].title),
                             frames / framesPerSecond / 60,
                             frames / framesPerSecond % 60,
                             frames % framesPerSecond);
    }

    return text;
}

} // namespace

extern const ChapterFormat cueFormat;

constexpr ChapterFormat cueFormat {
    .id = "cue",
    .name = "Cue sheet",
    .suffixes = suffixes,
    .capabilities = { .episodeTitle = true,
                      .author = true,
                      .stepsPerSecond = framesPerSecond,
                      .maxChapters = maxTracks,
                      .charactersReplaced = "\"" },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
