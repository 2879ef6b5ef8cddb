// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Retiming.h"

#include "Cli/Report.h"
#include "Formats/ChapterFormat.h"
#include "Formats/CutList.h"
#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Model/Cuts.h"
#include "Model/EditList.h"

#include <algorithm>
#include <format>
#include <functional>
#include <set>
#include <string_view>
#include <vector>

namespace earmark::cli
{

namespace
{

Error badTime (std::string_view option, std::string_view text)
{
    return { Error::Kind::wrongUsage,
             std::format ("{} needs a time such as 1:30, 90 or -0.5, not '{}'.", option, text),
             {} };
}

/** "0=0:15,42:10=45:03" */
Result<std::vector<Pin>> parsePins (std::string_view text)
{
    std::vector<Pin> pins;

    while (! text.empty())
    {
        const auto pair = text.substr (0, text.find (','));
        const auto equals = pair.find ('=');
        const auto from = parseDuration (pair.substr (0, equals));
        const auto to =
            equals == std::string_view::npos ? std::nullopt : parseDuration (pair.substr (equals + 1));

        if (! from || ! to)
            return failure (Error::Kind::wrongUsage,
                            std::format ("--fit needs pairs such as 0=0:15,42:10=45:03, not '{}'.", pair));

        pins.push_back ({ Position (*from), Position (*to) });
        text.remove_prefix (std::min (text.size(), pair.size() + 1));
    }

    return pins;
}

/** The document after the edit; a warning tells how many chapters `moved` would put before the audio. */
Result<Document> edited (const Document& document,
                         const Edit& edit,
                         const std::function<Position (Position)>& moved,
                         Notices& notices)
{
    const auto early = std::size_t (std::ranges::count_if (
        document.outline.chapters, [&] (const Chapter& c) { return moved (c.start) < Position(); }));

    if (early > 0)
        notices.push_back ({ Notice::Grade::warning,
                             std::format ("{} would begin before the audio; {} at 0:00.",
                                          countOf (early, "chapter"),
                                          early == 1 ? "it begins" : "they begin"),
                             {} });

    return apply (document, edit);
}

/** Of a file that is not the one that the verb is about: "cuts.txt: line 3: …". */
std::string inFile (const std::string& path, const Place& where, const std::string& message)
{
    const auto place = describe (where);
    return place.empty() ? std::format ("{}: {}", path, message)
                         : std::format ("{}: {}: {}", path, place, message);
}

/** The document without what a list says that was removed; a warning tells of each chapter that went with it. */
Result<Document> withoutCuts (const Document& document, const std::string& path, Notices& notices)
{
    const auto list = readFile (pathFromUtf8 (path), maxDocumentBytes).and_then (readCutList);

    if (! list)
        return failure (list.error().kind, inFile (path, list.error().where, list.error().message));

    auto after = applyAll (document, removalsOf (list->cuts));

    if (! after)
        return after;

    std::set<ChapterId> kept;

    for (const auto& chapter : after->outline.chapters)
        kept.insert (chapter.id);

    for (const auto& chapter : document.outline.chapters)
        if (! kept.contains (chapter.id))
            notices.push_back ({ Notice::Grade::warning,
                                 std::format ("'{}' at {} lay in what was cut, and goes.",
                                              chapter.title,
                                              formatTime (chapter.start)),
                                 {} });

    for (const auto& notice : list->notices)
        notices.push_back ({ notice.grade, inFile (path, notice.where, notice.message), {} });

    if (after->outline == document.outline)
        notices.push_back ({ Notice::Grade::warning,
                             inFile (path, {}, "No chapter lies behind these cuts, so that nothing moves."),
                             {} });

    return after;
}

} // namespace

void RetimingOptions::addTo (CLI::App& app)
{
    app.add_option ("--cuts",
                    cuts,
                    "What was removed from the audio since the outline was timed: a range in each line, or a "
                    "table")
        ->type_name ("FILE");
    app.add_option ("--shift", shift, "Move all chapters; positive is later (0:15, -2.5)")
        ->type_name ("TIME");
    app.add_option ("--fit", fit, "Re-time the outline so that OLD times land on NEW ones, evenly in between")
        ->type_name ("OLD=NEW,...");
}

Result<Document> retimed (Document document, const RetimingOptions& options, Notices& notices)
{
    if (! options.cuts.empty())
    {
        auto after = withoutCuts (document, options.cuts, notices);

        if (! after)
            return after;

        document = std::move (*after);
    }

    if (! options.fit.empty())
    {
        auto pins = parsePins (options.fit);

        if (! pins)
            return std::unexpected (pins.error());

        const auto map = TimeMap::through (*pins);

        if (! map)
            return std::unexpected (map.error());

        auto after = edited (document, StretchChapters { std::move (*pins) }, *map, notices);

        if (! after)
            return after;

        document = std::move (*after);
    }

    if (! options.shift.empty())
    {
        const auto by = parseDuration (options.shift);

        if (! by)
            return std::unexpected (badTime ("--shift", options.shift));

        return edited (
            document,
            ShiftChapters { ShiftChapters::All {}, *by },
            [&] (Position p) { return p + *by; },
            notices);
    }

    return document;
}

} // namespace earmark::cli
