// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Publish.h"
#include "Cli/Report.h"
#include "Cli/Tagging.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Model/Completed.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

namespace fs = std::filesystem;

struct Options
{
    WritingOptions writing;
    TaggingOptions tagging;
    std::string documents;
};

/** The list for listeners, inside of the first file, with what the files' own tags say of the episode where it says nothing, the first file's
    before the next one's. */
Outline meantFor (const std::vector<std::string>& media, const Outline& outline)
{
    std::optional<Duration> length;
    auto episode = outline.episode;

    for (const auto& path : media)
        if (const auto file = readTaggedFile (pathFromUtf8 (path)))
        {
            episode = completed (std::move (episode), file->outline.episode);

            if (path == media.front())
                length = file->length;
        }

    auto list = listToPublish (outline, length);
    list.episode = std::move (episode);
    return list;
}

/** Where the documents go, and how their names begin. */
struct DocumentsPlace
{
    fs::path folder;
    std::string stem;
};

DocumentsPlace placeOfDocuments (const Options& options)
{
    const auto first = destinationOf (options.writing, pathFromUtf8 (options.writing.media.front()));
    return { options.documents.empty() ? first.parent_path() : pathFromUtf8 (options.documents),
             toUtf8 (first.stem()) };
}

/** Whether the outline is one of the files that are to be written: the next run would read what this one has re-timed, and do it again. */
bool isOwnOutput (const std::string& outline, const Options& options)
{
    const auto isOutline = [&] (const fs::path& path)
    {
        std::error_code code;
        return fs::equivalent (path, pathFromUtf8 (outline), code);
    };
    const auto [folder, stem] = placeOfDocuments (options);

    return outline != "-"
           && (std::ranges::any_of (
                   options.writing.media,
                   [&] (const std::string& media)
                   { return isOutline (destinationOf (options.writing, pathFromUtf8 (media))); })
               || std::ranges::any_of (destinations(),
                                       [&] (const Destination& d)
                                       { return isOutline (pathOf (d, folder, stem)); }));
}

/** "3 chapters that agree" */
std::string agreement (std::size_t count, Listed listed)
{
    return std::format ("{} that {}",
                        countOf (count, listed == Listed::adBreaks ? "ad break" : "chapter"),
                        count == 1 ? "agrees" : "agree");
}

/** Says whether what was written there is the list that was meant. */
bool agrees (const Outline& meant, Listed listed, const std::string& path, const Console& console)
{
    const auto count = checkAgreement (meant, pathFromUtf8 (path));

    if (count)
        console.data (std::format ("{}: {}\n", Console::printable (path), agreement (*count, listed)));
    else
        console.error (path, count.error());

    return count.has_value();
}

/** The documents, from the same list. */
Result<std::vector<WrittenDocument>>
writeDocuments (const Outline& outline, const DocumentsPlace& place, bool dryRun, const Console& console)
{
    const auto& [folder, stem] = place;
    std::vector<WrittenDocument> written;

    for (const auto& destination : destinationsFor (outline))
    {
        auto document = writeDestination (destination, outline, folder, stem, dryRun);

        if (! document)
            return failure (document.error().kind,
                            std::format ("{}{}: {}", stem, destination.suffix, document.error().message));

        console.notices (toUtf8 (document->path), document->notices);

        if (! dryRun)
            written.push_back (std::move (*document));
    }

    for (const auto& path : staleLists (outline, folder, stem))
        console.notices (toUtf8 (path), { { Notice::Grade::warning, std::string (isStaleList), {} } });

    return written;
}

int run (const Options& options, const Console& console)
{
    const auto tagging = prepareTagging (options.tagging, ReadOutlines::once);

    if (! tagging || options.tagging.outline.empty())
    {
        const auto error = tagging ? Error { Error::Kind::wrongUsage,
                                             "One list for all is what publish is about: give --outline.",
                                             {} }
                                   : tagging.error();
        console.error ({}, error);
        return exitOf (error);
    }

    if (options.tagging.retiming.any() && isOwnOutput (options.tagging.outline, options))
    {
        console.error (options.tagging.outline,
                       { Error::Kind::wrongUsage,
                         "publish writes this file itself, so that its times would be moved again by every "
                         "run. Give the "
                         "outline whose times were never moved, or this one under another name; or leave out "
                         "--cuts, --fit "
                         "and --shift.",
                         {} });
        return usage;
    }

    const auto outline = tagging->outlineFor ({});
    console.notices (displayName (options.tagging.outline), outline->notices);

    // The documents have the times of the first file.
    const auto& heard = options.writing.media.front();
    const auto placed = snap (outline->document, pathFromUtf8 (heard), options.tagging.snap);

    if (! placed)
    {
        console.error (heard, placed.error());
        return problem;
    }

    const auto meant = meantFor (options.writing.media, placed->document.outline);

    if (const auto code = writeFiles (options.writing, tagging->planner, tagging->sources, console);
        code != done)
        return code;

    const auto documents =
        writeDocuments (meant, placeOfDocuments (options), options.writing.dryRun, console);

    if (! documents)
    {
        console.error ({}, documents.error());
        return problem;
    }

    if (options.writing.dryRun)
        return done;

    bool isFine = true;

    for (const auto& media : options.writing.media)
        isFine = agrees (meant,
                         Listed::chapters,
                         toUtf8 (destinationOf (options.writing, pathFromUtf8 (media))),
                         console)
                 && isFine;

    for (const auto& document : *documents)
        isFine = agrees (document.list, document.listed, toUtf8 (document.path), console) && isFine;

    return isFine ? done : problem;
}

} // namespace

void addPublish (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand ("publish",
                                     "Write one list into audio files, feed documents, descriptions and show "
                                     "notes, and check that all agree");
    options->writing.addTo (*verb);
    options->tagging.addTo (*verb);
    verb->add_option ("--documents",
                      options->documents,
                      "The folder for the documents; beside the first audio file that is written unless told")
        ->type_name ("DIR");
    verb->footer (
        TaggingOptions::profilesHelp()
        + "\n\nBeside the audio it writes .chapters.json (Podcasting 2.0), .psc (Podlove), the descriptions "
          "for "
          "YouTube, Spotify and Apple Podcasts, and show notes (.notes.md, .notes.html); where there are ad "
          "breaks, lists of them for Blubrry (.blubrry.txt) "
          "and Spreaker (.spreaker.json). Title, show and "
          "author "
          "are those of the audio's own tags where the outline has none.\n\nExample:\n"
          "  earmark publish episode.mp3 episode.m4a --outline outline.txt");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
