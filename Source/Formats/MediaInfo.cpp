// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Gathering.h"
#include "Formats/Techniques/JsonReading.h"
#include "Formats/Techniques/TimeText.h"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

// What MediaInfo prints of a file with --Output=JSON (mediaarea.net/MediaInfo): a list of tracks, of which a "Menu" has the chapters among
// its extra members, "_00_05_30_000": "en:Title". An MP4 has two menus, one for each of its lists.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".json" };

Confidence sniff (std::string_view text)
{
    return trim (text.substr (0, 64)).starts_with ('{') && text.contains ("\"media\"")
                   && text.contains ("\"track\"") && text.contains ("\"@type\"")
               ? 95
               : 0;
}

/** "_00_05_30_000". */
std::optional<Duration> timeIn (std::string_view name)
{
    if (! name.starts_with ('_') || std::ranges::count (name, '_') != 4)
        return {};

    std::string clock (name.substr (1));
    clock[clock.rfind ('_')] = '.';
    std::ranges::replace (clock, '_', ':');
    return parseClock (clock);
}

/** The language in front of a title, with the colon: "en:", "en-US:", and ":" where none is set. */
std::string_view languageOf (std::string_view title)
{
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz",
                               more = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const auto name = std::min (title.find_first_not_of (letters), title.size());

    if (name != 0 && name != 2 && name != 3)
        return {};

    auto end = name;

    while (name > 0 && end + 1 < title.size() && title[end] == '-')
        end = std::min (title.find_first_not_of (std::string (letters) + std::string (more), end + 1),
                        title.size());

    return end < title.size() && title[end] == ':' ? title.substr (0, end + 1) : std::string_view {};
}

struct Menu
{
    std::vector<Chapter> chapters;
    std::string language; ///< that all titles had in front

    bool operator== (const Menu&) const = default;
};

Menu menuOf (const ReadJson& track)
{
    Menu menu;

    if (const auto* extra = memberOf (track, "extra"); extra != nullptr && extra->is_object())
        for (const auto& [name, value] : extra->items())
            if (const auto time = timeIn (name); time && value.is_string())
                menu.chapters.push_back ({ .start = Position (*time), .title = value.get<std::string>() });

    std::ranges::stable_sort (menu.chapters, {}, &Chapter::start);

    if (menu.chapters.empty())
        return menu;

    // One title alone may begin with such a word.
    const std::string language (languageOf (menu.chapters.front().title));

    if (language.empty() || (menu.chapters.size() == 1 && language != ":")
        || ! std::ranges::all_of (menu.chapters,
                                  [&] (const Chapter& c) { return c.title.starts_with (language); }))
        return menu;

    menu.language = language.substr (0, language.size() - 1);

    for (auto& chapter : menu.chapters)
        chapter.title = trim (std::string_view (chapter.title).substr (language.size()));

    return menu;
}

Result<OutlineReading> read (std::string_view text, const ReadOptions& options)
{
    const auto document = parseJson (text);

    if (! document)
        return std::unexpected (document.error());

    Gathering gathering (options);
    Menu menu;
    std::size_t further = 0;
    const auto* media = memberOf (*document, "media");
    const auto* tracks = media == nullptr ? nullptr : listOf (*media, "track");

    for (std::size_t i = 0; tracks != nullptr && i < tracks->size(); ++i)
    {
        const auto& track = (*tracks)[i];
        const auto type = textOf (track, "@type");

        if (type == "General")
            gathering.episode() = { .show = textOf (track, "Album"),
                                    .title = textOf (track, "Title"),
                                    .author = textOf (track, "Performer") };

        if (type != "Menu")
            continue;

        if (auto next = menuOf (track); menu.chapters.empty())
            menu = std::move (next);
        else
            further += next.chapters.empty() || next == menu ? 0u : 1u;
    }

    for (auto& chapter : menu.chapters)
        gathering.add (std::move (chapter), {});

    if (! menu.language.empty())
        gathering.ignore (std::format ("The language in front of every title, '{}'.", menu.language));

    gathering.ignoreMany (further,
                          "{} further list, which differs from the first.",
                          "{} further lists, which differ from the first.");
    gathering.ignore ("What the listing says of the file and its streams.");
    return std::move (gathering).finish ("The listing has no menu with chapters.");
}

} // namespace

extern const ChapterFormat mediaInfoFormat;

constexpr ChapterFormat mediaInfoFormat {
    .id = "mediainfo",
    .name = "MediaInfo listing (JSON)",
    .suffixes = suffixes,
    .capabilities = { .episodeTitle = true, .show = true, .author = true },
    .sniff = sniff,
    .read = read,
};

} // namespace earmark
