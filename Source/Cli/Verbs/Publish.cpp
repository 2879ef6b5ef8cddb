// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Report.h"
#include "Cli/Tagging.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Model/Differences.h"

#include <array>
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

/** What goes beside the audio: a format, and the end of its name. */
struct Target
{
    std::string_view format, suffix;
};

constexpr std::array<Target, 5> targets { { { "podcasting-json", ".chapters.json" },
                                            { "psc", ".psc" },
                                            { "youtube", ".youtube.txt" },
                                            { "spotify", ".spotify.txt" },
                                            { "apple-podcasts", ".apple.txt" } } };

/** Where two lists may differ: descriptions hold whole seconds, files whole milliseconds. */
constexpr auto tolerance = Duration::fromMilliseconds (600);

/** Says whether what was written there is the list that was meant. */
bool agrees (const Outline& meant, const std::string& path, const Console& console)
{
    const auto stored = readOutline (path, {});

    if (! stored)
    {
        console.error (path, stored.error());
        return false;
    }

    const auto& outline = stored->reading.outline;
    const auto differences =
        describe (compareLists (meant, outline, tolerance), meant, outline, "the outline", "this file");

    if (differences.empty())
        console.data (std::format (
            "{}: {} that agree\n", Console::printable (path), countOf (outline.chapters.size(), "chapter")));
    else
        console.error (path,
                       { Error::Kind::mismatch, "It does not agree with the outline. " + differences, {} });

    return differences.empty();
}

/** The documents, from the same list; their names. */
Result<std::vector<std::string>> writeDocuments (const Outline& outline,
                                                 const fs::path& folder,
                                                 const std::string& stem,
                                                 bool dryRun,
                                                 const Console& console)
{
    std::vector<std::string> written;

    for (const auto& target : targets)
    {
        const auto* format = findFormat (target.format);
        const auto path = folder / pathFromUtf8 (stem + std::string (target.suffix));
        console.notices (toUtf8 (path), format->check == nullptr ? Notices {} : format->check (outline));

        if (dryRun)
            continue;

        if (auto saved = writeFile (path, writeDocument (*format, outline)); ! saved)
            return failure (saved.error().kind, std::format ("{}: {}", toUtf8 (path), saved.error().message));

        written.push_back (toUtf8 (path));
    }

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
        return error.kind == Error::Kind::wrongUsage ? usage : problem;
    }

    const auto outline = tagging->outlineFor ({});
    auto meant = outline->document.outline;
    std::erase_if (meant.chapters, [] (const Chapter& c) { return c.kind == Chapter::Kind::note; });
    console.notices (displayName (options.tagging.outline), outline->notices);

    if (const auto code = writeFiles (options.writing, tagging->planner, console); code != done)
        return code;

    const auto first = pathFromUtf8 (options.writing.media.front());
    const auto folder = options.documents.empty() ? first.parent_path() : pathFromUtf8 (options.documents);
    const auto documents =
        writeDocuments (meant, folder, toUtf8 (first.stem()), options.writing.dryRun, console);

    if (! documents)
    {
        console.error ({}, documents.error());
        return problem;
    }

    if (options.writing.dryRun)
        return done;

    bool isFine = true;
    const auto output = pathFromUtf8 (options.writing.output);
    std::error_code code;

    for (const auto& media : options.writing.media)
        isFine = agrees (meant,
                         options.writing.output.empty()    ? media
                         : fs::is_directory (output, code) ? toUtf8 (output / pathFromUtf8 (media).filename())
                                                           : options.writing.output,
                         console)
                 && isFine;

    for (const auto& document : *documents)
        isFine = agrees (meant, document, console) && isFine;

    return isFine ? done : problem;
}

} // namespace

void addPublish (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand (
        "publish",
        "Write one list into audio files, feed documents and descriptions, and check that all agree");
    options->writing.addTo (*verb);
    options->tagging.addTo (*verb);
    verb->add_option ("--documents",
                      options->documents,
                      "The folder for the documents; beside the first audio file unless told")
        ->type_name ("DIR");
    verb->footer (TaggingOptions::profilesHelp()
                  + "\n\nBeside the audio it writes .chapters.json (Podcasting 2.0), .psc (Podlove), and the "
                    "descriptions for YouTube, "
                    "Spotify and Apple Podcasts.\n\nExample:\n"
                    "  earmark publish episode.mp3 episode.m4a --outline outline.txt");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
