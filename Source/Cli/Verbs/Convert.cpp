// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Inputs.h"
#include "Cli/OutputGuard.h"
#include "Cli/Questions.h"
#include "Cli/Report.h"
#include "Cli/Retiming.h"
#include "Cli/Snapping.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Jobs/AudioNames.h"

#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string input, output, to, media;
    RetimingOptions retiming;
    SnapOptions snap;
    bool dryRun = false;
    OutlineOptions reading;
};

const ChapterFormat* targetFormat (const Options& options)
{
    const auto* format = options.to.empty() ? findWriterFor (options.output) : findFormat (options.to);
    return format != nullptr && format->write != nullptr ? format : nullptr;
}

/** Takes out cuts, shifts, stretches and snaps as asked, and tells what moved. Anything but `done` is for the user's shell. */
int moveChapters (Outline& outline, const Options& options, const Console& console)
{
    const auto tell =
        [&] (const std::string& subject, const std::vector<std::string>& moves, const Notices& notices)
    {
        for (const auto& move : moves)
            console.message (Console::printable (move));

        console.notices (subject, notices);
    };
    auto moved = retimed (makeDocument (std::move (outline)), options.retiming);

    if (! moved)
    {
        console.error ({}, moved.error());
        return exitOf (moved.error());
    }

    tell (displayName (options.input), moved->changes, moved->notices);
    const auto& media = options.media.empty() ? options.input : options.media;
    auto snapped = snap (moved->document, pathFromUtf8 (media), options.snap);

    if (! snapped)
    {
        console.error (displayName (media), snapped.error());
        return problem;
    }

    tell (displayName (media), snapped->moves, snapped->notices);
    outline = std::move (snapped->document.outline);
    return done;
}

/** "3 chapters", "1 ad break": what the document lists. */
std::string countOfWritten (const ChapterFormat& format, const Outline& outline)
{
    const bool listsAdBreaks = format.capabilities.content == Capabilities::Content::adBreaks;
    return countOf (countWritten (format, outline), listsAdBreaks ? "ad break" : "chapter");
}

/** Why there is no format to write. */
std::string sayNoFormat (const Options& options)
{
    if (! options.to.empty())
        return std::format ("'{}' is not a format that Earmark writes; `earmark formats` lists them.",
                            options.to);

    if (hasAudioSuffix (pathFromUtf8 (options.output)))
        return std::format ("'{}' is called audio: `earmark tag` writes chapters into audio files.",
                            options.output);

    return std::format ("The name '{}' does not tell a format; add --to ID (`earmark formats` lists them).",
                        options.output);
}

int run (const Options& options, const Console& console)
{
    if (options.output.empty())
    {
        console.error (
            {},
            { Error::Kind::wrongUsage, "Say where to: --output FILE, or --to ID for standard output.", {} });
        return usage;
    }

    const auto* format = targetFormat (options);

    if (format == nullptr)
    {
        console.error ({}, { Error::Kind::wrongUsage, sayNoFormat (options), {} });
        return usage;
    }

    if (options.input == "-" && options.retiming.cuts == "-")
    {
        console.error ({},
                       { Error::Kind::wrongUsage,
                         "Standard input can be read once: IN or --cuts has to be a file.",
                         {} });
        return usage;
    }

    // Not asked about the outline that is read, which may be turned into another in its place.
    if (const auto passed =
            OutputGuard ({ options.retiming.cuts, options.media }).passDocument (options.output);
        ! passed)
    {
        console.error (options.output, passed.error());
        return usage;
    }

    auto input = readOutline (options.input, options.reading);

    if (! input)
    {
        console.error (displayName (options.input), input.error());
        return exitOf (input.error());
    }

    console.notices (displayName (options.input), input->reading.notices);
    console.notices (displayName (options.input), answersTaken (input->reading, options.reading));

    if (const auto code = moveChapters (input->reading.outline, options, console); code != done)
        return code;

    const auto target = options.output == "-" ? "standard output" : options.output;
    console.notices (target, lossesIn (*format, input->reading.outline));

    if (options.dryRun)
    {
        console.data (std::format ("{}: would have {} as {}\n",
                                   Console::printable (target),
                                   countOfWritten (*format, input->reading.outline),
                                   format->name));
        return done;
    }

    const auto text = writeDocument (*format, input->reading.outline, answersOf (options.reading));

    if (options.output == "-")
    {
        console.data (text);
        return done;
    }

    if (const auto written = writeFile (pathFromUtf8 (options.output), text); ! written)
    {
        console.error (options.output, written.error());
        return problem;
    }

    console.message (std::format (
        "{}: {} as {}", options.output, countOfWritten (*format, input->reading.outline), format->name));
    return done;
}

} // namespace

void addConvert (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand (
        "convert", "Turn an outline, a chapter file or the chapters of an audio file into another format");
    verb->add_option (
            "IN", options->input, "A text, a chapter file, or audio with chapters; - is standard input")
        ->required();
    verb->add_option (
            "-o,--output", options->output, "The file to write; - is standard output, as is none with --to")
        ->type_name ("OUT");
    verb->add_option ("--to", options->to, "The format to write; without it the name of OUT tells")
        ->type_name ("ID");
    options->retiming.addTo (*verb);
    addSnapOptions (*verb, options->snap);
    verb->add_option ("--media", options->media, "The audio to snap to, where IN is not audio itself")
        ->type_name ("FILE");
    verb->add_flag ("-n,--dry-run",
                    options->dryRun,
                    "Only say what would be written, and what --cuts and --snap would move");
    options->reading.addTo (*verb);
    verb->footer ("Examples:\n"
                  "  earmark convert outline.txt -o chapters.json\n"
                  "  earmark convert episode.mp3 --to youtube             a list for a video description\n"
                  "  earmark convert outline.txt -o shorter.txt --cuts removed.txt\n"
                  "  earmark convert outline.txt -o chapters.json --snap onset --media episode.mp3");
    verb->callback (
        [&action, options]
        {
            if (options->output.empty() && ! options->to.empty())
                options->output = "-";

            action = [options] (const Console& console) { return run (*options, console); };
        });
}

} // namespace earmark::cli
