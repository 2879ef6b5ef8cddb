// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ChapterObject.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/TimeText.h"
#include "Formats/Techniques/Writing.h"

#include <array>

// JSON chapters of the podcast namespace ("Podcasting 2.0"), version 1.2:
// github.com/Podcastindex-org/podcast-namespace, docs/examples/chapters/jsonChapters.md

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".chapters.json" };

Confidence sniff (std::string_view text)
{
    return trim (text.substr (0, 64)).starts_with ('{') && text.contains ("\"startTime\"") ? 95 : 0;
}

/** Seconds as a number, or as text, which some generators write. From the digits, not through a double. */
std::optional<Position> timeOf (const ReadJson& chapter, const char* name)
{
    const auto text = textOf (chapter, name);
    const auto time = text.contains (':') ? parseClock (text) : parseSeconds (text);
    return time ? std::optional (Position (*time)) : std::nullopt;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    const auto document = parseJson (text);

    if (! document)
        return std::unexpected (document.error());

    Gathering gathering (options);
    Notices unread;
    UnreadNames fileNames ({ "version", "chapters", "title", "podcastName", "author", "description" });
    UnreadNames chapterNames ({ "startTime", "endTime", "title", "img", "url", "toc" });

    fileNames.look (*document, {}, unread);
    gathering.episode() = { .show = textOf (*document, "podcastName"),
                            .title = textOf (*document, "title"),
                            .author = textOf (*document, "author"),
                            .description = textOf (*document, "description") };

    const auto* list = listOf (*document, "chapters");

    if (list == nullptr)
        return failure (Error::Kind::empty, std::string (unknownJson));

    warnOfMilliseconds (*list, "startTime", gathering);

    for (std::size_t i = 0; i < list->size(); ++i)
    {
        const auto& json = (*list)[i];
        const Place place { .path = pathOf ("chapters", i) };
        const auto start = timeOf (json, "startTime");

        if (! start)
        {
            gathering.warn ("The chapter has no usable 'startTime'; it was left out.", place);
            continue;
        }

        Chapter chapter { .start = *start, .end = timeOf (json, "endTime"), .title = textOf (json, "title") };

        if (auto url = textOf (json, "url"); ! url.empty())
            chapter.link = Link { .url = std::move (url) };

        if (auto image = textOf (json, "img"); ! image.empty())
            chapter.image = LinkedImage { std::move (image) };

        chapter.inContents = textOf (json, "toc") != "false";
        chapterNames.look (json, place.path, unread);
        gathering.add (std::move (chapter), place);
    }

    gathering.append (unread);
    return std::move (gathering).finish ("There are no chapters in the list 'chapters'.");
}

/** Milliseconds at most, as a number without needless digits. */
nlohmann::ordered_json secondsOf (Position time)
{
    const auto ms = time.milliseconds (Rounding::nearest);
    return ms % 1000 == 0 ? nlohmann::ordered_json (ms / 1000) : nlohmann::ordered_json (double (ms) / 1000);
}

std::string write (const Outline& outline, const Answers&)
{
    nlohmann::ordered_json json { { "version", "1.2.0" } };
    const auto& e = outline.episode;

    for (const auto& [name, value] : { std::pair { "title", &e.title },
                                       { "podcastName", &e.show },
                                       { "author", &e.author },
                                       { "description", &e.description } })
        if (! value->empty())
            json[name] = toValidUtf8 (*value);

    json["chapters"] = nlohmann::ordered_json::array();

    for (const auto& chapter : outline.chapters)
    {
        nlohmann::ordered_json c { { "startTime", secondsOf (chapter.start) } };

        if (chapter.end)
            c["endTime"] = secondsOf (*chapter.end);

        if (! chapter.title.empty())
            c["title"] = toValidUtf8 (chapter.title);

        if (const auto image = imageAddress (chapter); ! image.empty())
            c["img"] = toValidUtf8 (image);

        if (chapter.link)
            c["url"] = toValidUtf8 (chapter.link->url);

        if (! chapter.inContents)
            c["toc"] = false;

        json["chapters"].push_back (std::move (c));
    }

    return json.dump (2) + '\n';
}

} // namespace

extern const ChapterFormat podcastingJsonFormat;

constexpr ChapterFormat podcastingJsonFormat {
    .id = "podcasting-json",
    .name = "Podcasting 2.0 chapters JSON",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .links = true,
                      .images = true,
                      .hidden = true,
                      .episodeTitle = true,
                      .show = true,
                      .author = true,
                      .description = true },
    .sniff = sniff,
    .read = read,
    .write = write,
};

} // namespace earmark
