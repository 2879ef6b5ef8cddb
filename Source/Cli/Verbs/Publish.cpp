// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Publish.h"
#include "Cli/OutputFolder.h"
#include "Cli/OutputGuard.h"
#include "Cli/Report.h"
#include "Cli/Tagging.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Jobs/FileWrite.h"
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
    const auto isOutline = [&] (const fs::path& path) { return isSameFile (path, pathFromUtf8 (outline)); };
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

/** The documents of the outline, but that which is the file of the outline itself, and says so: what its form cannot hold would be lost to the
    next run. */
std::vector<Destination> documentsBeside (const std::string& file,
                                          const Outline& outline,
                                          const DocumentsPlace& place,
                                          const Console& console)
{
    std::vector<Destination> documents;

    for (const auto& destination : destinationsFor (outline))
        if (const auto path = pathOf (destination, place.folder, place.stem);
            isSameFile (path, pathFromUtf8 (file)))
            console.message (Console::printable (toUtf8 (path))
                             + " is the outline itself, and stays as it is.");
        else
            documents.push_back (destination);

    return documents;
}

/** Whether a document may be written there. */
Result<void> checkPlace (const fs::path& path, OutputGuard& guard)
{
    std::error_code code;
    const auto name = toUtf8 (path);

    if (fs::is_directory (path, code))
        return failure (Error::Kind::notWritable,
                        std::format ("{}: A folder has the name of this document.", name));

    return guard.passDocument (name).transform_error (
        [&] (const Error& error)
        { return Error { error.kind, std::format ("{}: {}", name, error.message), error.where }; });
}

/** Sees to it that each document has a place, before anything is written. */
Result<OutputFolder> prepareDocuments (const std::vector<Destination>& documents,
                                       const Options& options,
                                       const std::vector<std::string>& sources)
{
    const auto [folder, stem] = placeOfDocuments (options);
    auto inputs = options.writing.media;
    inputs.append_range (sources);
    OutputGuard guard (inputs);

    for (const auto& document : documents)
        if (auto checked = checkPlace (pathOf (document, folder, stem), guard); ! checked)
            return std::unexpected (checked.error());

    return options.documents.empty()
               ? OutputFolder()
               : OutputFolder::prepare (folder, options.writing.dryRun)
                     .transform_error (
                         [&] (const Error& error)
                         {
                             return Error { error.kind,
                                            std::format ("{}: {}", options.documents, error.message),
                                            error.where };
                         });
}

/** Says sentences where standard output is theirs. */
struct Voice
{
    bool speaks;
    const Console& console;

    void say (std::string_view text) const
    {
        if (speaks)
            console.data (text);
    }
};

/** "3 chapters", "1 ad break" */
std::string counted (std::size_t count, Listed listed)
{
    return countOf (count, listed == Listed::adBreaks ? "ad break" : "chapter");
}

/** "3 chapters that agree" */
std::string agreement (std::size_t count, Listed listed)
{
    return std::format ("{} that {}", counted (count, listed), count == 1 ? "agrees" : "agree");
}

/** Says whether what was written there is the list that was meant, in words or in `json`. */
bool agrees (const Outline& meant, Listed listed, const std::string& path, Json& json, const Voice& voice)
{
    const auto count = checkAgreement (meant, pathFromUtf8 (path));
    json["agrees"] = count.has_value();

    if (count)
        voice.say (std::format ("{}: {}\n", Console::printable (path), agreement (*count, listed)));
    else
    {
        json["error"] = toJson (count.error());
        voice.console.error (path, count.error());
    }

    return count.has_value();
}

/** The documents, from the same list; of a dry run those that would be written. */
Result<std::vector<WrittenDocument>> writeDocuments (const std::vector<Destination>& documents,
                                                     const Outline& outline,
                                                     const Options& options,
                                                     const Console& console)
{
    const auto [folder, stem] = placeOfDocuments (options);
    std::vector<WrittenDocument> written;

    for (const auto& destination : documents)
    {
        auto document = writeDestination (destination, outline, folder, stem, options.writing.dryRun);

        if (! document)
            return failure (document.error().kind,
                            std::format ("{}: {}",
                                         toUtf8 (pathOf (destination, folder, stem)),
                                         document.error().message));

        console.notices (toUtf8 (document->path), document->notices);
        written.push_back (std::move (*document));
    }

    for (const auto& path : staleLists (outline, folder, stem))
        if (! isSameFile (path, pathFromUtf8 (options.tagging.outline)))
            console.notices (toUtf8 (path), { { Notice::Grade::warning, std::string (isStaleList), {} } });

    return written;
}

Json documentJson (const WrittenDocument& document, bool isPlanned)
{
    return { { "file", toUtf8 (document.path) },
             { "outcome", nameOf (isPlanned ? WriteOutcome::planned : WriteOutcome::written) },
             { document.listed == Listed::adBreaks ? "ad_breaks" : "chapters",
               document.list.chapters.size() },
             { "notices", toJson (document.notices) } };
}

/** Of a dry run, a line for each document. */
void tellPlanned (const std::vector<WrittenDocument>& documents, const Voice& voice)
{
    for (const auto& document : documents)
        voice.say (std::format ("{}: would have {}\n",
                                Console::printable (toUtf8 (document.path)),
                                counted (document.list.chapters.size(), document.listed)));
}

/** Reads all back, audio and documents, and says of each whether it is what was meant. */
bool allAgree (const Outline& meant,
               const std::vector<WrittenDocument>& documents,
               const WritingOptions& options,
               Json& json,
               const Voice& voice)
{
    bool isFine = true;

    for (std::size_t i = 0; i < options.media.size(); ++i)
    {
        const auto path = toUtf8 (destinationOf (options, pathFromUtf8 (options.media[i])));
        isFine = agrees (meant, Listed::chapters, path, json["files"][i], voice) && isFine;
    }

    for (std::size_t i = 0; i < documents.size(); ++i)
        isFine = agrees (documents[i].list,
                         documents[i].listed,
                         toUtf8 (documents[i].path),
                         json["documents"][i],
                         voice)
                 && isFine;

    return isFine;
}

/** Writes the documents and looks whether all agree, once the audio is written; completes `json`. */
int finish (const Outline& meant,
            const std::vector<Destination>& asked,
            const Options& options,
            Json& json,
            const Voice& voice)
{
    const bool isPlanned = options.writing.dryRun;
    const auto documents = writeDocuments (asked, meant, options, voice.console);

    if (! documents)
    {
        json["error"] = toJson (documents.error());
        voice.console.error ({}, documents.error());
        return problem;
    }

    for (const auto& document : *documents)
        json["documents"].push_back (documentJson (document, isPlanned));

    if (! isPlanned)
        return allAgree (meant, *documents, options.writing, json, voice) ? done : problem;

    tellPlanned (*documents, voice);
    return done;
}

int run (Options options, const Console& console)
{
    options.tagging.heard = options.writing.media.front();

    if (options.tagging.outline.empty())
    {
        console.error (
            {},
            { Error::Kind::wrongUsage, "One list for all is what publish is about: give --outline.", {} });
        return usage;
    }

    const auto tagging = prepareTagging (options.tagging, ReadOutlines::once);

    if (! tagging)
    {
        console.error ({}, tagging.error());
        return exitOf (tagging.error());
    }

    if (options.tagging.retiming.any() && isOwnOutput (options.tagging.outline, options))
    {
        console.error (options.tagging.outline,
                       { Error::Kind::wrongUsage,
                         "publish writes this file itself, so that its times would be moved again by every "
                         "run. Give the outline whose times were never moved, or this one under another "
                         "name; or leave out --cuts, --fit and --shift.",
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
    const auto asked = documentsBeside (options.tagging.outline, meant, placeOfDocuments (options), console);

    const auto madeFolder = prepareDocuments (asked, options, tagging->sources);

    if (! madeFolder)
    {
        console.error ({}, madeFolder.error());
        return exitOf (madeFolder.error());
    }

    auto written = writeAndReport (options.writing, tagging->planner, tagging->sources, console);

    if (written.report.is_null())
        return written.code;

    Json json { { "files", std::move (written.report) }, { "documents", Json::array() } };
    const auto code = written.code != done
                          ? written.code
                          : finish (meant, asked, options, json, { options.writing.speaks(), console });

    if (options.writing.json)
        console.data (print (json));

    return code;
}

} // namespace

void addPublish (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand ("publish",
                                     "Write one list into audio files, feed documents, descriptions and show "
                                     "notes, and check that all agree");
    options->writing.addTo (*verb);
    options->tagging.addTo (*verb, TaggingOptions::Sources::oneOutline);
    verb->add_option (
            "--documents",
            options->documents,
            "The folder for the documents, made where it is missing; beside the first audio file that is "
            "written unless told")
        ->type_name ("DIR");
    verb->footer (
        TaggingOptions::profilesHelp()
        + "\n\nBeside the audio it writes .chapters.json (Podcasting 2.0), .psc (Podlove), the descriptions "
          "for YouTube, Spotify and Apple Podcasts, and show notes (.notes.md, .notes.html); where there are "
          "ad breaks, lists of them for Blubrry (.blubrry.txt) and Spreaker (.spreaker.json). Title, show "
          "and author are those of the audio's own tags where the outline has none.\n\nExample:\n"
          "  earmark publish episode.mp3 episode.m4a --outline outline.txt");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
