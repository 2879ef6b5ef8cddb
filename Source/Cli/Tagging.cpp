// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Tagging.h"

#include "Cli/Choices.h"
#include "Cli/Questions.h"
#include "Foundation/File.h"
#include "Imaging/PictureFiles.h"
#include "Jobs/FileWrite.h"
#include "Jobs/Manifest.h"
#include "Jobs/PicturesInFile.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <format>
#include <map>
#include <ranges>

namespace earmark::cli
{

namespace
{

namespace fs = std::filesystem;

/** A failure by the name of the file that is at fault, and then the place in it. */
Error about (std::string_view name, const Error& error)
{
    const auto place = describe (error.where);
    return { error.kind,
             std::format ("{}: {}{}", name, place.empty() ? place : place + ": ", error.message),
             {} };
}

/** Where it matters to the chapters' times. A file that cannot be read is told of when it is to be written. */
std::optional<Position> endOf (const fs::path& media, const RetimingOptions& retiming)
{
    if (media.empty() || ! retiming.any())
        return {};

    const auto file = readTaggedFile (media);
    return file && file->length ? std::optional (Position (*file->length)) : std::nullopt;
}

Result<OutlineForFile>
readFor (const TaggingOptions& options, const std::string& outline, const fs::path& media)
{
    auto input = readOutline (outline, options.reading);

    if (! input)
        return std::unexpected (about (displayName (outline), input.error()));

    auto moved = retimed (
        makeDocument (std::move (input->reading.outline)), options.retiming, endOf (media, options.retiming));

    if (! moved)
        return std::unexpected (moved.error());

    OutlineForFile result { .document = std::move (moved->document),
                            .found = {},
                            .pictures = {},
                            .cover = {},
                            .moves = std::move (moved->changes),
                            .changes = {},
                            .coverChanges = {},
                            .notices = {} };
    auto notices = std::move (moved->notices);
    auto withPictures = result.document.outline;
    loadPictures (withPictures, pathFromUtf8 (outline).parent_path(), notices);
    const auto keepOthers = [&] (const Outline& meant, OutlineForFile::Pictures& pictures)
    {
        for (const auto& [now, given] : std::views::zip (meant.chapters, result.document.outline.chapters))
            if (now.image != given.image)
                pictures.emplace (given.id, now.image);
    };
    keepOthers (withPictures, result.found);
    auto fitted = fitPictures (std::move (withPictures), options.pictures);

    if (! fitted)
        return std::unexpected (fitted.error());

    keepOthers (fitted->outline, result.pictures);
    result.cover = std::move (fitted->outline.episode.cover);
    result.changes = std::move (fitted->changes);
    result.coverChanges = std::move (fitted->coverChanges);
    notices.append_range (fitted->notices);

    notices.append_range (doubtsIn (input->reading, options.reading));
    result.notices = std::move (notices);
    return result;
}

/** Whether an outline is there that will be read later. */
Result<void> checkThere (const std::string& outline)
{
    std::error_code code;

    if (fs::is_directory (pathFromUtf8 (outline), code))
        return failure (Error::Kind::unreadable, "It is a folder, not a file.");

    return fs::exists (pathFromUtf8 (outline), code)
               ? Result<void>()
               : failure (Error::Kind::notFound, "There is no such file.");
}

Result<OutlineFinder> oneForAll (const TaggingOptions& options, ReadOutlines when)
{
    // It is read anew for each file, but what is not there now is a slip of the pen.
    if (when == ReadOutlines::eachTime && options.outline != "-")
    {
        if (const auto there = checkThere (options.outline); ! there)
            return std::unexpected (about (displayName (options.outline), there.error()));

        return [options] (const fs::path& media) { return readFor (options, options.outline, media); };
    }

    auto outline = readFor (options, options.outline, pathFromUtf8 (options.heard));

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
        return outline ? readFor (options, toUtf8 (*outline), media) : std::unexpected (outline.error());
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
                                   : readFor (options, toUtf8 (found->outline), media);
    };
}

Planner plannerFor (const TaggingOptions& options, OutlineFinder outlineFor, ReadOutlines when)
{
    const WriteOptions write { .episodeTags = options.episodeTags,
                               .cueSheets = options.cueSheets,
                               .profile = *findProfile (options.profile) };
    const bool isSpokenOf = ! options.outline.empty() && when == ReadOutlines::once; // by the verb
    return [write,
            isSpokenOf,
            snapping = options.snap,
            asked = options.pictures,
            find = std::move (outlineFor)] (const fs::path& path) -> Result<WritePlan>
    {
        const auto outline = find (path);

        if (! outline)
            return std::unexpected (outline.error());

        // Each file by its own sound: an MP3 and an M4A of one episode need not begin alike.
        auto snapped = snap (outline->document, path, snapping);

        if (! snapped)
            return std::unexpected (snapped.error());

        const auto fit = pictureFitIn (path, asked);
        const auto& pictures = fit == asked ? outline->pictures : outline->found;

        for (auto& chapter : snapped->document.outline.chapters)
            if (const auto picture = pictures.find (chapter.id); picture != pictures.end())
                chapter.image = picture->second;

        snapped->document.outline.episode.cover = outline->cover;
        const auto fitted =
            fitPictures (std::move (snapped->document.outline), fit == asked ? PictureFit::keep : fit);

        if (! fitted)
            return std::unexpected (fitted.error());

        return planWrite (path, fitted->outline, write)
            .transform (
                [&] (WritePlan&& plan)
                {
                    plan.edit.changes.append_range (outline->moves);
                    plan.edit.changes.append_range (snapped->moves);
                    tellOfPictures (
                        plan, fit == asked ? outline->changes : fitted->changes, outline->coverChanges);
                    plan.edit.notices.append_range (snapped->notices);

                    if (! isSpokenOf)
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

    if (options.retiming.cuts == "-"
        && (options.outline.empty() || options.outline == "-" || when == ReadOutlines::eachTime))
        return failure (Error::Kind::wrongUsage,
                        "Standard input can be read once: --cuts - goes with one --outline that is a file, "
                        "and not with watch.");

    Tagging tagging;
    tagging.sources = { options.outline, options.manifest, options.retiming.cuts };

    if (! options.manifest.empty())
    {
        const auto path = pathFromUtf8 (options.manifest);
        const auto text = readFile (path, maxDocumentBytes);
        auto assignments = text ? parseManifest (*text, path.parent_path()) : std::unexpected (text.error());

        if (! assignments)
            return std::unexpected (about (options.manifest, assignments.error()));

        for (const auto& assignment : *assignments)
        {
            tagging.media.push_back (toUtf8 (assignment.media));
            tagging.sources.push_back (toUtf8 (assignment.outline));
        }

        tagging.outlineFor = byManifest (options, std::move (*assignments));
    }
    else if (! options.outlines.empty())
    {
        const auto outlines = outlinesIn (pathFromUtf8 (options.outlines));

        if (! outlines)
            return std::unexpected (about (options.outlines, outlines.error()));

        for (const auto& outline : *outlines)
            tagging.sources.push_back (toUtf8 (outline));

        tagging.outlineFor = byName (options);
    }
    else
    {
        auto finder = oneForAll (options, when);

        if (! finder)
            return std::unexpected (finder.error());

        tagging.outlineFor = std::move (*finder);
    }

    tagging.planner = plannerFor (options, tagging.outlineFor, when);
    return tagging;
}

std::string TaggingOptions::profilesHelp()
{
    std::string promises = "Profiles:";

    for (const auto& known : profiles())
        promises += std::format ("\n  {:10} {}", known.id, known.promise);

    return promises;
}

void TaggingOptions::addTo (CLI::App& app, Sources from)
{
    app.add_option (
           "--outline", outline, "A text, a chapter file, or audio with chapters; - is standard input")
        ->type_name ("FILE");

    if (from == Sources::any)
    {
        app.add_option ("--outlines", outlines, "A folder with an outline for each file, by its name")
            ->type_name ("DIR");
        app.add_option ("--manifest", manifest, "A list of files and their outlines, as JSON or CSV")
            ->type_name ("FILE");
    }

    retiming.addTo (app);

    addChoice<EpisodeTags> (app,
                            "--episode-tags",
                            episodeTags,
                            { { "fill", EpisodeTags::fillEmpty },
                              { "replace", EpisodeTags::replace },
                              { "keep", EpisodeTags::keep } },
                            "The file's own title and album: fill empty ones (default), replace, or keep; a "
                            "cover that is there stays");
    addChoice<CueSheets> (app,
                          "--cue-sheet",
                          cueSheets,
                          { { "keep", CueSheets::keep }, { "remove", CueSheets::remove } },
                          "A cue sheet inside of a FLAC file, which some players list beside the chapters: "
                          "keep it (default), or remove it");

    std::vector<std::string> ids;

    for (const auto& known : profiles())
        ids.emplace_back (known.id);

    profile = ids.front();
    app.add_option ("--profile", profile, "Whom the file is written for (below); safe unless told")
        ->transform (oneOf (ids))
        ->type_name ("ID");
    addSnapOptions (app, snap);
    addPicturesOption (app, pictures);
    reading.addTo (app);
}

} // namespace earmark::cli
