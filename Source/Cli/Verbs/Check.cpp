// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Inputs.h"
#include "Cli/Report.h"
#include "Cli/Sheets.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Waveform/Onsets.h"

#include <cmath>
#include <format>
#include <map>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string media, outline, sheet;
    SheetTheme theme = SheetTheme::dark;
    bool json = false;
    OutlineOptions reading;
};

struct Checked
{
    Outline outline;
    AudioInfo audio;
    std::vector<std::vector<Candidate>> candidates; ///< for each chapter
    std::vector<SheetCell> cells;                   ///< where a sheet was asked for
    Notices notices;                                ///< of the audio
};

Json toJson (const Checked& checked)
{
    auto chapters = Json::array();

    for (std::size_t i = 0; i < checked.candidates.size(); ++i)
    {
        const auto& chapter = checked.outline.chapters[i];
        const auto milliseconds = [] (auto time) { return time.milliseconds (Rounding::nearest); };
        auto candidates = Json::array();

        for (const auto& candidate : checked.candidates[i])
            candidates.push_back (
                { { "kind", candidate.kind == Candidate::Kind::speechOnset ? "speech-onset" : "pause-start" },
                  { "at_ms", milliseconds (candidate.at) },
                  { "offset_ms", milliseconds (candidate.at - chapter.start) },
                  { "confidence", std::round (candidate.confidence * 1000) / 1000 } });

        const auto* best = bestOnset (checked.candidates[i]);
        chapters.push_back (
            { { "start_ms", milliseconds (chapter.start) },
              { "title", chapter.title },
              { "snap_ms", best != nullptr ? Json (milliseconds (best->at)) : Json (nullptr) },
              { "candidates", std::move (candidates) } });
    }

    return { { "length_ms",
               Duration::fromSamples (checked.audio.statedLength, checked.audio.sampleRate)
                   .milliseconds (Rounding::nearest) },
             { "codec", checked.audio.codec },
             { "sample_rate", checked.audio.sampleRate },
             { "channels", checked.audio.channels },
             { "chapters", std::move (chapters) },
             { "notices", cli::toJson (checked.notices) } };
}

std::string table (const Checked& checked)
{
    std::string lines;

    for (std::size_t i = 0; i < checked.candidates.size(); ++i)
    {
        const auto& chapter = checked.outline.chapters[i];
        const auto* best = bestOnset (checked.candidates[i]);
        lines += std::format ("{:>3}  {:>11}  {:>30}  {}\n",
                              i + 1,
                              formatTime (chapter.start),
                              best == nullptr ? "no pause near it"
                                              : std::format ("speech {:+.2f} s, {:3.0f} % sure",
                                                             (best->at - chapter.start).seconds(),
                                                             best->confidence * 100),
                              Console::printable (chapter.title));
    }

    return lines;
}

Result<Checked> check (const Options& options)
{
    auto input = readOutline (options.outline.empty() ? options.media : options.outline, options.reading);

    if (! input)
        return std::unexpected (input.error());

    const auto reader = openAudio (pathFromUtf8 (options.media));

    if (! reader)
        return std::unexpected (reader.error());

    auto candidates = candidatesFor (**reader, input->reading.outline);

    if (! candidates)
        return std::unexpected (candidates.error());

    Checked checked {
        std::move (input->reading.outline), (*reader)->info(), std::move (*candidates), {}, {}
    };

    if (! options.sheet.empty())
    {
        auto cells = sheetCells (**reader, checked.outline, checked.candidates);

        if (! cells)
            return std::unexpected (cells.error());

        checked.cells = std::move (*cells);
    }

    checked.notices = (*reader)->notices();
    return checked;
}

SheetOptions sheetOptions (const Options& options, const Checked& checked)
{
    const auto length = Duration::fromSamples (checked.audio.statedLength, checked.audio.sampleRate);
    const auto& title = checked.outline.episode.title;
    return { .theme = options.theme,
             .heading = title.empty() ? toUtf8 (pathFromUtf8 (options.media).filename()) : title,
             .subheading =
                 std::format ("{}, {} seconds of {} on either side of each marker",
                              countOf (checked.cells.size(), "chapter"),
                              int (sheetReach.seconds()),
                              formatTime (Duration::fromSeconds (std::int64_t (length.seconds())))) };
}

int run (const Options& options, const Console& console)
{
    const auto checked = check (options);

    if (! checked)
    {
        if (options.json)
            console.data (print ({ { "error", cli::toJson (checked.error()) } }));

        console.error (options.media, checked.error());
        return checked.error().kind == Error::Kind::wrongUsage ? usage : problem;
    }

    console.data (options.json ? print (toJson (*checked)) : table (*checked));
    console.notices (options.media, checked->notices);

    if (options.sheet.empty())
        return done;

    const auto sheets =
        writeSheets (checked->cells, sheetOptions (options, *checked), pathFromUtf8 (options.sheet));

    if (! sheets)
    {
        console.error (options.sheet, sheets.error());
        return problem;
    }

    for (const auto& sheet : *sheets)
        console.message (std::format ("contact sheet: {}", Console::printable (toUtf8 (sheet))));

    return done;
}

} // namespace

void addCheck (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb =
        app.add_subcommand ("check", "See how chapters lie against the sound: where speech begins near each");
    verb->add_option ("MEDIA", options->media, "An audio file")->required();
    verb->add_option ("--outline",
                      options->outline,
                      "A text, a chapter file, or audio with chapters; without it, the chapters in MEDIA")
        ->type_name ("FILE");
    verb->add_option ("--sheet",
                      options->sheet,
                      "Draw the sound around each marker into this picture; further pages are numbered")
        ->type_name ("PNG");
    const std::map<std::string, SheetTheme> themes { { "dark", SheetTheme::dark },
                                                     { "light", SheetTheme::light } };
    verb->add_option ("--theme", options->theme, "The colours of the sheet: dark (default) or light")
        ->transform (CLI::CheckedTransformer (themes, CLI::ignore_case).description ({}))
        ->type_name ("dark|light");
    options->reading.addTo (*verb);
    verb->add_flag (
        "--json", options->json, "Print JSON, with all candidates of each chapter, instead of a table");
    verb->footer ("Examples:\n"
                  "  earmark check episode.mp3 --outline outline.txt\n"
                  "  earmark check episode.mp3 --outline outline.txt --sheet sheet.png\n"
                  "  earmark check episode.mp3 --outline outline.txt --json | jq '.chapters[].snap_ms'");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
