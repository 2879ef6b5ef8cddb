// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Report.h"
#include "Cli/Tagging.h"
#include "Cli/Verbs/Verbs.h"

#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    WritingOptions writing;
    TaggingOptions tagging;
};

int run (Options options, const Console& console)
{
    const auto fail = [&] (std::string_view subject, const Error& error)
    {
        if (options.writing.json)
            console.data (print ({ { "error", toJson (error) } }));

        console.error (subject, error);
        return exitOf (error);
    };

    if (! options.writing.media.empty())
        options.tagging.heard = options.writing.media.front();

    const auto tagging = prepareTagging (options.tagging, ReadOutlines::once);

    if (! tagging)
        return fail ({}, tagging.error());

    if (options.writing.media.empty())
        options.writing.media = tagging->media;

    if (options.writing.media.empty())
        return fail ({}, { Error::Kind::wrongUsage, "Name the audio files to tag.", {} });

    // One outline for all files is spoken of once; others with their files.
    if (! options.tagging.outline.empty())
        if (const auto outline = tagging->outlineFor ({}))
            console.notices (displayName (options.tagging.outline), outline->notices);

    return writeFiles (options.writing, tagging->planner, tagging->sources, console);
}

} // namespace

void addTag (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand ("tag", "Write an outline's chapters into audio files");
    options->writing.addTo (*verb, WritingOptions::Media::optional);
    options->tagging.addTo (*verb);
    verb->footer (
        TaggingOptions::profilesHelp()
        + "\n\nExamples:\n"
          "  earmark tag episode.mp3 episode.m4a --outline outline.txt\n"
          "  earmark tag episode.mp3 --outline outline.txt --dry-run\n"
          "  earmark tag episode.mp3 --outline outline.txt --shift 0:15       an intro of 15 seconds came in "
          "front\n"
          "  earmark tag episode.mp3 --outline outline.txt --snap onset       each chapter where its speech "
          "begins\n"
          "  earmark tag book.m4b --outline titles.txt --format titles --snap pauses\n"
          "  earmark tag master.m4a --outline outline.txt -o tagged.m4a       the original stays as it is\n"
          "  earmark tag new.mp3 --outline old.mp3                            chapters of the previous "
          "export\n"
          "  earmark tag *.mp3 --outlines outlines/ --report report.txt       a back catalogue\n"
          "  earmark tag --manifest list.json                                 [{\"file\": \"1.mp3\", "
          "\"outline\": "
          "\"1.txt\"}, …]\n"
          "  earmark tag --manifest list.csv                                  1.mp3,1.txt on each line\n"
          "  earmark tag episode.mp3 --outline outline.txt --proof proof.html for the client");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
