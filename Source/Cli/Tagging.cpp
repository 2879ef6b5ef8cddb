// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Tagging.h"

#include "Cli/Report.h"
#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Jobs/Manifest.h"
#include "Model/Edit.h"

#include <algorithm>
#include <format>
#include <map>

namespace earmark::cli
{

namespace
{

namespace fs = std::filesystem;

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

/** The edits that the options ask for, applied as the window would. */
Result<Document> retimed (Document document, const TaggingOptions& options, Notices& notices)
{
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

Result<OutlineForFile> readFor (const TaggingOptions& options, const std::string& outline)
{
    auto input = readOutline (outline, options.reading);

    if (! input)
        return failure (input.error().kind,
                        std::format ("{}: {}", displayName (outline), input.error().message),
                        input.error().where);

    Notices notices;
    auto document = retimed (makeDocument (std::move (input->reading.outline)), options, notices);

    if (! document)
        return std::unexpected (document.error());

    // What was merely recognised is for `import` to tell; what was guessed matters here too.
    for (const auto& notice : input->reading.notices)
        if (notice.grade == Notice::Grade::warning)
            notices.push_back (notice);

    return OutlineForFile { std::move (*document), std::move (notices) };
}

Result<OutlineFinder> oneForAll (const TaggingOptions& options, ReadOutlines when)
{
    if (when == ReadOutlines::eachTime)
        return [options] (const fs::path&) { return readFor (options, options.outline); };

    auto outline = readFor (options, options.outline);

    if (! outline)
        return std::unexpected (outline.error());

    return [shared = std::make_shared<const OutlineForFile> (std::move (*outline))] (const fs::path&)
    { return Result<OutlineForFile> (*shared); };
}

OutlineFinder byName (const TaggingOptions& options)
{
    return [options] (const fs::path& media) -> Result<OutlineForFile>
    {
        const auto outlines = outlinesIn (pathFromUtf8 (options.outlines));

        if (! outlines)
            return std::unexpected (outlines.error());

        const auto outline = outlineByName (media, *outlines);
        return outline ? readFor (options, toUtf8 (*outline)) : std::unexpected (outline.error());
    };
}

OutlineFinder byManifest (const TaggingOptions& options, std::vector<Assignment> assignments)
{
    return [options, list = std::move (assignments)] (const fs::path& media) -> Result<OutlineForFile>
    {
        const auto same = [&] (const Assignment& a)
        {
            std::error_code code;
            return a.media == media || fs::equivalent (a.media, media, code);
        };
        const auto found = std::ranges::find_if (list, same);
        return found == list.end() ? failure (Error::Kind::notFound, "The manifest does not name it.")
                                   : readFor (options, toUtf8 (found->outline));
    };
}

Planner plannerFor (const TaggingOptions& options, OutlineFinder outlineFor)
{
    const WriteOptions write { .episodeTags = options.episodeTags,
                               .profile = *findProfile (options.profile) };
    const bool isOneForAll = ! options.outline.empty(); // then it is spoken of once, by the verb
    return [write, isOneForAll, snapTo = options.snap, find = std::move (outlineFor)] (
               const fs::path& path) -> Result<WritePlan>
    {
        const auto outline = find (path);

        if (! outline)
            return std::unexpected (outline.error());

        // Each file by its own sound: an MP3 and an M4A of one episode need not begin alike.
        auto snapped = snap (outline->document, path, snapTo);

        if (! snapped)
            return std::unexpected (snapped.error());

        return planWrite (path, snapped->document.outline, write)
            .transform (
                [&] (WritePlan&& plan)
                {
                    plan.edit.changes.append_range (snapped->moves);
                    plan.edit.notices.append_range (snapped->notices);

                    if (! isOneForAll)
                        plan.edit.notices.append_range (outline->notices);

                    return std::move (plan);
                });
    };
}

} // namespace

Result<Tagging> prepareTagging (const TaggingOptions& options, ReadOutlines when)
{
    if (int (! options.outline.empty()) + int (! options.outlines.empty()) + int (! options.manifest.empty())
        != 1)
        return failure (Error::Kind::wrongUsage,
                        "Say where the chapters come from: one of --outline, --outlines and --manifest.");

    Tagging tagging;

    if (! options.manifest.empty())
    {
        const auto path = pathFromUtf8 (options.manifest);
        const auto text = readFile (path, maxDocumentBytes);
        auto assignments = text ? parseManifest (*text, path.parent_path()) : std::unexpected (text.error());

        if (! assignments)
            return failure (assignments.error().kind,
                            std::format ("{}: {}", options.manifest, assignments.error().message),
                            assignments.error().where);

        for (const auto& assignment : *assignments)
            tagging.media.push_back (toUtf8 (assignment.media));

        tagging.outlineFor = byManifest (options, std::move (*assignments));
    }
    else if (! options.outlines.empty())
    {
        if (const auto outlines = outlinesIn (pathFromUtf8 (options.outlines)); ! outlines)
            return failure (outlines.error().kind,
                            std::format ("{}: {}", options.outlines, outlines.error().message));

        tagging.outlineFor = byName (options);
    }
    else
    {
        auto finder = oneForAll (options, when);

        if (! finder)
            return std::unexpected (finder.error());

        tagging.outlineFor = std::move (*finder);
    }

    tagging.planner = plannerFor (options, tagging.outlineFor);
    return tagging;
}

std::string TaggingOptions::profilesHelp()
{
    std::string promises = "Profiles:";

    for (const auto& known : profiles())
        promises += std::format ("\n  {:10} {}", known.id, known.promise);

    return promises;
}

void TaggingOptions::addTo (CLI::App& app)
{
    app.add_option (
           "--outline", outline, "A text, a chapter file, or audio with chapters; - is standard input")
        ->type_name ("FILE");
    app.add_option ("--outlines", outlines, "A folder with an outline for each file, by its name")
        ->type_name ("DIR");
    app.add_option ("--manifest", manifest, "A list of files and their outlines, as JSON or CSV")
        ->type_name ("FILE");
    app.add_option ("--shift", shift, "Move all chapters; positive is later (0:15, -2.5)")
        ->type_name ("TIME");
    app.add_option ("--fit", fit, "Re-time the outline so that OLD times land on NEW ones, evenly in between")
        ->type_name ("OLD=NEW,...");

    const std::map<std::string, EpisodeTags> policies { { "fill", EpisodeTags::fillEmpty },
                                                        { "replace", EpisodeTags::replace },
                                                        { "keep", EpisodeTags::keep } };
    app.add_option ("--episode-tags",
                    episodeTags,
                    "The file's own title and album: fill empty ones (default), replace, or keep")
        ->transform (CLI::CheckedTransformer (policies, CLI::ignore_case).description ({}))
        ->type_name ("fill|replace|keep");

    std::vector<std::string> ids;

    for (const auto& known : profiles())
        ids.emplace_back (known.id);

    profile = ids.front();
    app.add_option ("--profile", profile, "Whom the file is written for (below); safe unless told")
        ->check (CLI::IsMember (ids).description ({}))
        ->type_name ("ID");
    addSnapOption (app, snap);
    reading.addTo (app);
}

} // namespace earmark::cli
