// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ChapterObject.h"

#include "Formats/Techniques/TimeText.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace earmark
{

namespace
{

using enum TimeNames::Unit;

/** The surest first: a name with a unit, then names that several programs use, of which the more specific one goes before. */
constexpr std::array timeNames {
    TimeNames {
        .start = "start_offset_ms", .length = "length_ms", .unit = milliseconds },      // Audible, Libation
    TimeNames { .start = "startOffsetMs", .length = "lengthMs", .unit = milliseconds }, // Audnexus
    TimeNames { .start = "startTimeOffset", .end = "endTimeOffset", .unit = milliseconds }, // Plex
    TimeNames { .start = "timeRangeStartMillis", .unit = milliseconds },                    // YouTube's own
    TimeNames { .start = "starts_at", .unit = milliseconds },                               // Spreaker
    TimeNames { .start = "startTimeMs", .end = "endTimeMs", .unit = milliseconds },
    TimeNames { .start = "start_ms", .end = "end_ms", .length = "duration_ms", .unit = milliseconds },
    TimeNames { .start = "startMs", .end = "endMs", .length = "durationMs", .unit = milliseconds },
    TimeNames { .start = "StartPositionTicks", .unit = ticks }, // Jellyfin, Emby
    TimeNames { .start = "start_seconds", .end = "end_seconds", .length = "duration_seconds" },
    TimeNames { .start = "startSeconds", .end = "endSeconds", .length = "durationSeconds" },
    TimeNames { .start = "start_sec", .end = "end_sec", .length = "duration_sec" },
    TimeNames { .start = "startSec", .end = "endSec", .length = "durationSec" },
    TimeNames { .start = "startTime", .end = "endTime", .length = "duration" },   // the podcast namespace
    TimeNames { .start = "start_time", .end = "end_time", .length = "duration" }, // yt-dlp, ffprobe, Podigee
    TimeNames { .start = "start-time", .length = "duration" },                    // Apple's HLS
    TimeNames { .start = "start", .end = "end", .unit = milliseconds, .beside = "gist" },      // AssemblyAI
    TimeNames { .start = "start", .length = "length", .unit = milliseconds, .below = "meta" }, // tone
    TimeNames { .start = "start", .end = "end", .length = "duration" },
    TimeNames { .start = "Start", .end = "End", .length = "Duration" },
    TimeNames { .start = "start_timestamp", .end = "end_timestamp" },
    TimeNames { .start = "startTimestamp", .end = "endTimestamp" },
    TimeNames { .start = "timestamp_start", .end = "timestamp_end" },
    TimeNames { .start = "begin", .end = "end", .length = "duration" },
    TimeNames { .start = "from", .end = "to", .unit = clock },
    TimeNames { .start = "timestamp", .length = "duration" },
    TimeNames { .start = "Timestamp" },
    TimeNames { .start = "timecode" },
    TimeNames { .start = "time_seconds" },
    TimeNames { .start = "time", .length = "duration" },
    TimeNames { .start = "Time" },                    // OverDrive
    TimeNames { .start = "Position", .unit = clock }, // Omny
};

constexpr std::array titleNames { "title", "name", "Title", "Name", "headline" };

/** Of which the later ones may hold a number or a kind where another member holds the title. */
constexpr std::array likelyTitleNames { "chapter_title", "chapterTitle", "chapter_name",  "chapterName",
                                        "section_title", "sectionTitle", "segment_title", "segmentTitle",
                                        "heading",       "topic",        "Topic",         "subject",
                                        "theme",         "label",        "labelText",     "chapter",
                                        "Chapter",       "section",      "segment" };
constexpr std::array linkNames { "url", "href", "link", "external_url" };
constexpr std::array imageNames { "img", "image", "image_url", "imageUrl" };
constexpr std::array summaryNames { "summary",        "description",         "chapter_summary",
                                    "chapterSummary", "chapter_description", "chapterDescription",
                                    "Summary",        "Description" };

/** What transcripts say of a word or a sentence, and nobody of a chapter. */
constexpr std::array transcriptNames { "words",      "word",           "body",        "speaker",     "tokens",
                                       "confidence", "no_speech_prob", "avg_logprob", "alternatives" };

/** So many objects of a list tell what it is. */
constexpr std::size_t sampled = 100;

/** Of the names in turn, by which the object tells something; null where it does by none. */
template <typename Names>
const char* firstNameIn (const ReadJson& object, const Names& names)
{
    const auto found =
        std::ranges::find_if (names, [&] (const char* name) { return ! textOf (object, name).empty(); });
    return found == names.end() ? nullptr : *found;
}

template <typename Names>
std::string firstText (const ReadJson& object, const Names& names)
{
    const auto* name = firstNameIn (object, names);
    return name == nullptr ? std::string {} : textOf (object, name);
}

/** As it is written, whether or not audio can have it. */
std::optional<Duration> writtenTime (const std::string& text, TimeNames::Unit unit)
{
    if (text.empty() || text.contains (':'))
        return parseClock (text);

    constexpr std::int64_t ticksPerSecond = 10'000'000;
    const auto number = unit == ticks ? parseInteger (text) : std::nullopt;

    return unit == seconds        ? parseSeconds (text)
           : unit == milliseconds ? parseMilliseconds (text)
           : number               ? fromUnits (*number, ticksPerSecond)
                                  : std::nullopt;
}

std::optional<Duration> timeIn (const ReadJson& object, const char* name, TimeNames::Unit unit)
{
    constexpr auto longest = Duration::fromSeconds ((maxHours + 1) * 3600);
    const auto time = writtenTime (textOf (object, name), unit);
    return time && *time >= Duration() && *time <= longest ? time : std::nullopt;
}

/** {"key": "title", "value": "…"}, as ffprobe's XML has it. */
std::string taggedTitle (const ReadJson& tag)
{
    return textOf (tag, "key") == "title" ? textOf (tag, "value") : std::string {};
}

/** One that stands deeper in the object. */
std::string titleWithin (const ReadJson& object)
{
    if (const auto* title = memberOf (object, "title"))
        return textOf (*title, "simpleText");

    if (const auto* titles = listOf (object, "titles"); titles != nullptr && ! titles->empty())
        return textOf (titles->front(), "title");

    const auto* tags = memberOf (object, "tags");

    if (tags != nullptr && memberOf (*tags, "title") != nullptr)
        return textOf (*tags, "title");

    const auto* tag = memberOf (tags != nullptr ? *tags : object, "tag");

    if (tag == nullptr || ! tag->is_structured())
        return textOf (object, "tag");

    if (tag->is_object())
        return taggedTitle (*tag);

    const auto found =
        std::ranges::find_if (*tag, [] (const ReadJson& t) { return ! taggedTitle (t).empty(); });
    return found == tag->end() ? std::string {} : taggedTitle (*found);
}

/** Null where the title stands deeper, or nowhere. */
const char* titleNameIn (const ReadJson& object)
{
    if (const auto* name = firstNameIn (object, titleNames))
        return name;

    return titleWithin (object).empty() ? firstNameIn (object, likelyTitleNames) : nullptr;
}

std::string titleOf (const ReadJson& object)
{
    const auto* name = titleNameIn (object);
    return name == nullptr ? titleWithin (object) : textOf (object, name);
}

bool hasTime (const ReadJson& object, const TimeNames& names)
{
    return timeIn (object, names.start, names.unit)
           && (*names.beside == '\0' || memberOf (object, names.beside) != nullptr);
}

bool isOfTranscript (const ReadJson& object)
{
    return std::ranges::any_of (transcriptNames,
                                [&] (const char* name) { return memberOf (object, name) != nullptr; });
}

} // namespace

const ReadJson& unwrapped (const ReadJson& json)
{
    return json.is_object() && json.size() == 1 && json.front().is_object() ? json.front() : json;
}

const TimeNames* timeNamesOf (const ReadJson& list, std::string_view name, std::string_view holder)
{
    const auto count = std::min (list.size(), sampled);
    const auto isIn = [&] (const auto& test)
    {
        std::size_t fitting = 0;

        for (std::size_t i = 0; i < count; ++i)
            fitting += test (unwrapped (list[i])) ? 1u : 0u;

        return fitting * 2 > count;
    };

    const bool isCalledSo = toLowerAscii (name).contains ("chapter");

    if ((count < 2 && ! isCalledSo) || ! isIn ([] (const ReadJson& o) { return o.is_object(); })
        || ! (isCalledSo || isIn ([] (const ReadJson& o) { return ! titleOf (o).empty(); }))
        || isIn (isOfTranscript))
        return nullptr;

    const auto found =
        std::ranges::find_if (timeNames,
                              [&] (const TimeNames& names)
                              {
                                  return (names.below.empty() || names.below == holder)
                                         && isIn ([&] (const ReadJson& o) { return hasTime (o, names); });
                              });
    return found == timeNames.end() ? nullptr : &*found;
}

std::optional<Chapter> chapterOf (const ReadJson& object, const TimeNames& names, bool hasSubChapters)
{
    const auto start = timeIn (object, names.start, names.unit);

    if (! start)
        return {};

    Chapter chapter { .start = Position (*start),
                      .title = titleOf (object),
                      .summary = firstText (object, summaryNames) };

    if (const auto end = timeIn (object, names.end, names.unit))
        chapter.end = Position (*end);
    else if (const auto length = timeIn (object, names.length, names.unit); length && ! hasSubChapters)
        chapter.end = Position (*start + *length);

    if (auto url = firstText (object, linkNames); ! url.empty())
        chapter.link = Link { .url = std::move (url) };

    if (auto image = firstText (object, imageNames); ! image.empty())
        chapter.image = LinkedImage { std::move (image) };

    chapter.inContents = textOf (object, "toc") != "false";
    return chapter;
}

UnreadNames namesBesides (const TimeNames& names, const ReadJson& list)
{
    std::vector<std::string_view> known { names.start,     names.end, names.length, "chapters",
                                          "toc",           "tag",     "tags",       "titles",
                                          "start",         "end",     "time_base",  "start_offset_sec",
                                          "startOffsetSec" };
    known.insert (known.end(), linkNames.begin(), linkNames.end());
    known.insert (known.end(), imageNames.begin(), imageNames.end());
    known.insert (known.end(), titleNames.begin(), titleNames.end());
    known.insert (known.end(), summaryNames.begin(), summaryNames.end());

    for (const auto& item : list | std::views::take (sampled))
        if (const auto* name = titleNameIn (unwrapped (item));
            name != nullptr && ! std::ranges::contains (known, std::string_view (name)))
            known.emplace_back (name);

    return UnreadNames (std::move (known));
}

void warnOfMilliseconds (const ReadJson& list, const char* startName, Gathering& gathering)
{
    constexpr std::int64_t day = 86'400;
    bool isBeyond = false;

    for (const auto& object : list)
    {
        const auto text = textOf (object, startName);
        const auto number = parseInteger (text);

        if (! number && ! text.empty())
            return;

        isBeyond = isBeyond || number.value_or (0) > day;
    }

    if (isBeyond)
        gathering.warn ("The starts are whole numbers that come to more than a day as seconds: they look "
                        "like milliseconds.");
}

} // namespace earmark
