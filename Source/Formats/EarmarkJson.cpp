// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EarmarkJson.h"

#include "Formats/ChapterFormat.h"
#include "Formats/OutlineJson.h"
#include "Formats/OutlineJsonReading.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/TimeText.h"

#include <array>
#include <format>
#include <ranges>
#include <utility>

// Earmark's own JSON: the only document format that keeps everything. docs/earmark.schema.json describes it.

namespace earmark
{

namespace
{

constexpr std::int64_t maxMilliseconds = std::int64_t (1) << 40; // so that sums of times stay sound
constexpr std::size_t maxPauses = 250'000;                       // more than a week of speech has
constexpr std::array<std::string_view, 2> suffixes { ".json", ".earmark" };

Confidence sniff (std::string_view text)
{
    const auto begin = trim (text.substr (0, 4096));

    if (! begin.starts_with ('{'))
        return 0;

    return begin.contains ("\"earmark\"") ? 100 : text.contains ("\"start_ms\"") ? 80 : 0;
}

Result<MediaReference> readAudio (const ReadJson& json, Notices& notices)
{
    if (! json.is_object())
        return failure (Error::Kind::malformed, "The audio must be an object.", { .path = "audio" });

    Members members (json, "audio");
    MediaReference audio { .path = members.text ("path"), .length = {} };

    if (const auto length = members.time ("length_ms", "length_ns"))
        audio.length = length->sinceStart();

    if (const auto problem = members.problem())
        return std::unexpected (*problem);

    members.noticeUnread (notices);
    return audio;
}

/** Pauses as they are written; none where they are not. */
std::optional<std::vector<TimeRange>> pausesIn (std::string_view text)
{
    std::vector<TimeRange> pauses;
    std::int64_t last = 0;

    for (const auto part : text | std::views::split (' '))
    {
        const std::string_view range (part);
        const auto dash = range.find ('-');

        if (dash == std::string_view::npos)
            return {};

        const auto start = parseInteger (range.substr (0, dash)),
                   end = parseInteger (range.substr (dash + 1));

        if (! start || ! end || *start < last || *end < *start || *end > maxMilliseconds
            || pauses.size() == maxPauses)
            return {};

        last = *end;
        pauses.push_back ({ Position::fromMilliseconds (*start), Position::fromMilliseconds (*end) });
    }

    return pauses;
}

Result<TimedFor> readTimedFor (const ReadJson& json, Notices& notices)
{
    if (! json.is_object())
        return failure (Error::Kind::malformed,
                        "What the chapters were timed for must be an object.",
                        { .path = "timed_for" });

    Members members (json, "timed_for");
    TimedFor timedFor;

    if (const auto length = members.time ("length_ms", "length_ns"))
        timedFor.length = length->sinceStart();

    const auto written = members.text ("pauses");

    if (const auto problem = members.problem())
        return std::unexpected (*problem);

    // They only help to find cuts: nobody should be kept from the chapters for their sake.
    if (auto pauses = written.empty() ? std::vector<TimeRange>() : pausesIn (written))
        timedFor.pauses = std::move (*pauses);
    else
        notices.push_back ({ Notice::Grade::warning,
                             "The pauses of the earlier audio are damaged; they were left out.",
                             { .path = "timed_for.pauses" } });

    members.noticeUnread (notices);
    return timedFor;
}

/** Reads what a member holds, and hands it over; nothing where there is none. */
Result<void> readMember (Members& members, const char* name, auto&& read, auto&& take)
{
    const auto* json = members.member (name);
    return json == nullptr ? Result<void>() : read (*json).transform (take);
}

/** All but the chapters. */
Result<void> readParts (Members& members, PictureList& pictures, ProjectReading& reading)
{
    auto& [project, notices] = reading;

    return readMember (
               members,
               "audio",
               [&] (const ReadJson& json) { return readAudio (json, notices); },
               [&] (MediaReference audio)
               {
                   if (! audio.path.empty())
                       project.audio = std::move (audio);
               })
        .and_then (
            [&]
            {
                return readMember (
                    members,
                    "timed_for",
                    [&] (const ReadJson& json) { return readTimedFor (json, notices); },
                    [&] (TimedFor timedFor)
                    {
                        if (timedFor.length > Duration())
                            project.timedFor = std::move (timedFor);
                    });
            })
        .and_then (
            [&]
            {
                return readMember (
                    members,
                    "episode",
                    [&] (const ReadJson& json) { return readEpisode (json, pictures, notices); },
                    [&] (Episode episode) { project.outline.episode = std::move (episode); });
            });
}

Result<void> readChapters (Members& members, PictureList& pictures, ProjectReading& reading)
{
    const auto* chapters = members.array ("chapters");

    if (const auto problem = members.problem())
        return std::unexpected (*problem);

    if (chapters == nullptr)
        return failure (Error::Kind::empty, "There are no chapters in it.", { .path = "chapters" });

    if (chapters->size() > maxChapters)
        return failure (Error::Kind::tooLarge, std::format ("It holds more than {} chapters.", maxChapters));

    for (std::size_t i = 0; i < chapters->size(); ++i)
    {
        auto chapter =
            readChapter ((*chapters)[i], std::format ("chapters[{}]", i), pictures, reading.notices);

        if (! chapter)
            return std::unexpected (chapter.error());

        reading.project.outline.chapters.push_back (std::move (*chapter));
    }

    return {};
}

Result<OutlineReading> read (std::string_view text, const ReadOptions&)
{
    auto reading = readProjectJson (text);

    if (! reading)
        return std::unexpected (reading.error());

    auto& project = reading->project;

    if (project.outline.chapters.empty())
        return failure (Error::Kind::empty, "There are no chapters in it.", { .path = "chapters" });

    if (project.audio)
        reading->notices.push_back ({ Notice::Grade::ignored,
                                      std::format ("The project's audio, '{}'.", project.audio->path),
                                      { .path = "audio.path" } });

    return OutlineReading { std::move (project.outline), std::move (reading->notices), {} };
}

std::string write (const Outline& outline, const Answers&)
{
    return writeProjectJson ({ .outline = outline, .audio = {}, .savedAs = {} });
}

} // namespace

extern const ChapterFormat earmarkJsonFormat;

constexpr ChapterFormat earmarkJsonFormat {
    .id = "earmark-json",
    .name = "Earmark JSON",
    .suffixes = suffixes,
    .capabilities = { .content = Capabilities::Content::everything,
                      .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .points = true,
                      .links = true,
                      .images = true,
                      .hidden = true,
                      .levels = true,
                      .episodeTitle = true,
                      .show = true,
                      .author = true,
                      .description = true,
                      .stepsPerSecond = 1'000'000'000 },
    .sniff = sniff,
    .read = read,
    .write = write,
};

//======================================================================================================
Result<ProjectReading> readProjectJson (std::string_view text)
{
    const auto parsed = parseJson (text);

    if (! parsed)
        return std::unexpected (parsed.error());

    const auto& document = *parsed;

    if (! document.is_object())
        return failure (Error::Kind::malformed, "The JSON must be an object with a list of chapters.");

    Members members (document, {});
    ProjectReading reading;

    const auto written = members.integer ("earmark").value_or (plainVersion);

    if (written > versionWithPictureList)
        return failure (
            Error::Kind::unsupported,
            std::format ("It was written by a newer Earmark (format {}, this one reads up to {}).",
                         written,
                         versionWithPictureList));

    auto pictures = written == versionWithPictureList ? PictureList::readFrom (members)
                                                      : Result<PictureList> (PictureList {});

    if (! pictures)
        return std::unexpected (pictures.error());

    reading.project.savedAs = members.text ("saved_as");

    if (auto read = readParts (members, *pictures, reading); ! read)
        return std::unexpected (std::move (read.error()));

    if (auto read = readChapters (members, *pictures, reading); ! read)
        return std::unexpected (std::move (read.error()));

    members.noticeUnread (reading.notices);
    return reading;
}

std::string writeProjectJson (const Project& project)
{
    auto outline = toJsonWithPictureList (project.outline);
    nlohmann::ordered_json json { { "earmark", outline["earmark"] } };

    if (! project.savedAs.empty())
        json["saved_as"] = toValidUtf8 (project.savedAs);

    if (project.audio)
        json["audio"] = toJson (*project.audio);

    if (project.timedFor)
        json["timed_for"] = toJson (*project.timedFor);

    // Moved: pictures can be large.
    for (auto& [name, value] : outline.items())
        json[name] = std::move (value);

    return json.dump (2) + '\n';
}

} // namespace earmark
