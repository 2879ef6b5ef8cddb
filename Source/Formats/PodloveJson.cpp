// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/ChapterObject.h"
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/TimeText.h"

#include <array>
#include <format>

// Two kinds of JSON whose chapters have a "start" as clock text: the episode configuration of the Podlove Web Player
// (docs.podlove.org/podlove-web-player), or its bare list of chapters, and productions of Auphonic (auphonic.com/help/api).

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".json" };

bool isJson (std::string_view text)
{
    const auto begin = trim (text.substr (0, 64));
    return begin.starts_with ('{') || begin.starts_with ('[');
}

Confidence sniffAuphonic (std::string_view text)
{
    const bool isProduced = text.contains ("\"start_output\"");
    return isJson (text)
                   && (isProduced || (text.contains ("\"status_string\"") && text.contains ("\"start\"")))
               ? 95
               : 0;
}

Confidence sniffPodlove (std::string_view text)
{
    // FFprobe's "start" counts in units of its own, AssemblyAI's in milliseconds.
    const bool isAnothers = text.contains ("\"time_base\"") || text.contains ("\"gist\"");
    return isJson (text) && ! isAnothers && text.contains ("\"start\"") && text.contains ("\"title\"") ? 80
                                                                                                       : 0;
}

void readChapter (Gathering& gathering, const ReadJson& json, const char* startName, const Place& place)
{
    const auto start = parseClock (textOf (json, startName));

    if (! start)
    {
        gathering.warn (std::format ("The chapter has no usable '{}'; it was left out.", startName), place);
        return;
    }

    Chapter chapter { .start = Position (*start),
                      .title = textOf (json, "title"),
                      .summary = textOf (json, "summary") };

    if (const auto end = parseClock (textOf (json, "end")))
        chapter.end = Position (*end);

    for (const auto* name : { "href", "url" })
        if (auto url = textOf (json, name); ! url.empty() && ! chapter.link)
            chapter.link = Link { .url = std::move (url) };

    for (const auto* name : { "image", "img" })
        if (auto image = textOf (json, name); ! image.empty() && ! chapter.image)
            chapter.image = LinkedImage { std::move (image) };

    gathering.add (std::move (chapter), place);
}

void readChapters (Gathering& gathering,
                   const ReadJson& list,
                   const char* startName,
                   std::string_view listName,
                   Notices& unread)
{
    UnreadNames names ({ "start",
                         "start_sec",
                         "start_output",
                         "start_output_sec",
                         "end",
                         "title",
                         "href",
                         "url",
                         "image",
                         "img",
                         "summary" });

    for (std::size_t i = 0; i < list.size(); ++i)
    {
        const auto path = pathOf (listName, i);
        readChapter (gathering, list[i], startName, { .path = path });
        names.look (list[i], path, unread);
    }
}

Result<OutlineReading> readPodlove (std::string_view text, const ReadOptions& options)
{
    const auto document = parseJson (text);

    if (! document)
        return std::unexpected (document.error());

    Gathering gathering (options);
    const auto* list = document->is_array() ? &*document : listOf (*document, "chapters");

    if (const auto* show = memberOf (*document, "show"))
        gathering.episode().show = show->is_string() ? show->get<std::string>() : textOf (*show, "title");

    gathering.episode().title = textOf (*document, "title");
    gathering.episode().description = textOf (*document, "summary");
    gathering.episode().date = textOf (*document, "publicationDate");

    if (list == nullptr)
        return failure (Error::Kind::empty, std::string (unknownJson));

    Notices unread;
    UnreadNames ({ "show", "title", "summary", "publicationDate", "chapters" }).look (*document, {}, unread);
    readChapters (gathering, *list, "start", "chapters", unread);
    warnOfMilliseconds (*list, "start", gathering);
    gathering.append (unread);
    return std::move (gathering).finish ("There are no chapters in the list 'chapters'.");
}

/** The production itself, or the first of a list of them, in "data" or bare. */
const ReadJson& productionOf (const ReadJson& document)
{
    const auto* data = memberOf (document, "data");
    const auto& production = data != nullptr ? *data : document;
    return production.is_array() && ! production.empty() ? production.front() : production;
}

Result<OutlineReading> readAuphonic (std::string_view text, const ReadOptions& options)
{
    const auto document = parseJson (text);

    if (! document)
        return std::unexpected (document.error());

    const auto& production = productionOf (*document);
    Gathering gathering (options);

    if (const auto* metadata = memberOf (production, "metadata"))
        gathering.episode() = { .show = textOf (*metadata, "album"),
                                .title = textOf (*metadata, "title"),
                                .author = textOf (*metadata, "artist"),
                                .description = textOf (*metadata, "summary") };

    const auto* list = listOf (production, "chapters");
    bool differ = false;

    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i)
        differ = differ
                 || (memberOf ((*list)[i], "start_output") != nullptr
                     && parseClock (textOf ((*list)[i], "start"))
                            != parseClock (textOf ((*list)[i], "start_output")));

    // What Auphonic produced has its chapters already; the audio that still needs them is more likely the one that went in.
    const char* startName = "start";

    if (differ)
    {
        const auto answer =
            gathering.ask ({ "times",
                             "Intro and outro were added, so the times differ: those of the audio that went "
                             "in (input), or of the audio that came out (output)?",
                             "input",
                             { "input", "output" } });
        startName = answer == "output" ? "start_output" : "start";
        gathering.warn (answer == "output"
                            ? "The times of the audio that came out were taken; the others can be chosen."
                            : "The times of the audio that went in were taken; the others can be chosen.");
    }

    Notices unread;

    if (list != nullptr)
        readChapters (gathering, *list, startName, "data.chapters", unread);

    gathering.append (unread);

    return std::move (gathering).finish ("The production has no chapters.");
}

} // namespace

extern const ChapterFormat podloveJsonFormat, auphonicJsonFormat;

constexpr ChapterFormat podloveJsonFormat {
    .id = "podlove-json",
    .name = "Podlove player JSON",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .links = true,
                      .images = true,
                      .episodeTitle = true,
                      .show = true,
                      .description = true },
    .sniff = sniffPodlove,
    .read = readPodlove,
};

constexpr ChapterFormat auphonicJsonFormat {
    .id = "auphonic-json",
    .name = "Auphonic production JSON",
    .suffixes = suffixes,
    .capabilities = { .ends = Capabilities::Ends::stated,
                      .summaries = true,
                      .links = true,
                      .images = true,
                      .episodeTitle = true,
                      .show = true,
                      .author = true,
                      .description = true },
    .sniff = sniffAuphonic,
    .read = readAuphonic,
};

} // namespace earmark
