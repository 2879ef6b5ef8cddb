// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Checking.h"
#include "Cli/Choices.h"
#include "Cli/OutputGuard.h"
#include "Cli/Sheets.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <format>

namespace earmark::cli
{

namespace
{

struct Options
{
    CheckOptions check;
    std::string sheet;
    SheetTheme theme = SheetTheme::dark;
    bool json = false, rules = false, markdown = false;
};

Json toJson (const Checked& checked)
{
    Json json;

    if (checked.length)
        json["length_ms"] = checked.length->milliseconds (Rounding::nearest);

    if (checked.alignment)
    {
        json["length_ms"] = checked.alignment->length().milliseconds (Rounding::nearest);
        json["codec"] = checked.alignment->audio.codec;
        json["sample_rate"] = checked.alignment->audio.sampleRate;
        json["channels"] = checked.alignment->audio.channels;
        json["cut"] = checked.alignment->cut.empty() ? Json (nullptr) : Json (checked.alignment->cut);
        json["chapters"] = toJson (*checked.alignment, checked.outline);
    }

    json["findings"] = cli::toJson (checked.findings);
    json["fixed"] = checked.fixed;
    json["repairs"] = checked.repairs;
    json["notices"] = cli::toJson (checked.notices);
    json["outline_notices"] = cli::toJson (checked.aboutOutline);
    return json;
}

std::string text (const Checked& checked)
{
    std::string lines;

    for (const auto& repair : checked.repairs)
        lines += std::format ("repaired {}\n", Console::printable (repair));

    for (const auto& id : checked.fixed)
        lines += std::format ("fixed    [{}]\n", id);

    if (checked.isFix && checked.repairs.empty() && checked.fixed.empty())
        lines += "nothing was repaired\n";

    lines += findingsText (checked.findings, checked.isFix ? Repairs::done : Repairs::offered);

    if (checked.alignment)
        lines += (checked.alignment->cut.empty() ? "" : Console::printable (checked.alignment->cut) + "\n")
                 + "\n" + table (*checked.alignment, checked.outline);

    return lines;
}

SheetOptions sheetOptions (const Options& options, const Checked& checked)
{
    const auto& title = checked.outline.episode.title;
    return { .theme = options.theme,
             .heading = title.empty() ? toUtf8 (pathFromUtf8 (options.check.file).filename()) : title,
             .subheading = std::format (
                 "{}, {} seconds of {} on either side of each marker",
                 countOf (checked.cells.size(), "chapter"),
                 int (sheetReach.seconds()),
                 formatTime (Duration::fromSeconds (std::int64_t (checked.alignment->length().seconds())))) };
}

OutputGuard guardFor (const Options& options)
{
    return OutputGuard ({ options.check.file, options.check.outline });
}

/** A picture that is called otherwise would not be opened by what its name promises. */
Result<void> checkSheetsName (const std::string& sheet)
{
    if (sheet == "-")
        return failure (Error::Kind::wrongUsage, "A picture cannot go to standard output: name a file.");

    if (! sheet.empty() && ! toLowerAscii (sheet).ends_with (".png"))
        return failure (Error::Kind::wrongUsage,
                        "The contact sheet is a PNG picture: its name ends in .png.");

    return {};
}

int writeSheet (const Options& options, const Checked& checked, const Console& console)
{
    const auto sheets = writeSheets (
        checked.cells, sheetOptions (options, checked), pathFromUtf8 (options.sheet), guardFor (options));

    if (! sheets)
    {
        console.error (options.sheet, sheets.error());
        return problem;
    }

    for (const auto& sheet : *sheets)
        console.message (std::format ("contact sheet: {}", Console::printable (toUtf8 (sheet))));

    return done;
}

int run (const Options& options, const Console& console)
{
    if (options.rules)
    {
        console.data (options.markdown ? rulesMarkdown() : options.json ? print (rulesJson()) : rulesText());
        return done;
    }

    if (options.check.file.empty())
    {
        console.error ({}, { Error::Kind::wrongUsage, "Name a file to check, or ask for --rules.", {} });
        return usage;
    }

    if (const auto passed = guardFor (options)
                                .passDocument (options.sheet)
                                .and_then ([&] { return checkSheetsName (options.sheet); });
        ! passed)
    {
        console.error (options.sheet, passed.error());
        return usage;
    }

    const auto checked = check (options.check);

    if (! checked)
    {
        if (options.json)
            console.data (print ({ { "error", cli::toJson (checked.error()) } }));

        console.error (displayName (options.check.file), checked.error());
        return exitOf (checked.error());
    }

    console.data (options.json ? print (toJson (*checked)) : text (*checked));
    console.notices (displayName (options.check.file), checked->notices);
    console.notices (displayName (options.check.outline), checked->aboutOutline);

    if (! options.sheet.empty())
        if (const auto code2 = writeSheet (options, *checked, console); code2 != done)
            return code2;

    return hasErrors (checked->findings) ? problem : done;
}

} // namespace

void addCheck (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand (
        "check", "Find what players would show wrongly, and see how chapters lie against the sound");
    verb->add_option (
        "FILE", options->check.file, "An audio file, or an outline; - is an outline on standard input");
    verb->add_option ("--outline",
                      options->check.outline,
                      "A text, a chapter file, or audio with chapters; without it, the chapters in FILE")
        ->type_name ("FILE");
    verb->add_flag ("--fix",
                    options->check.fix,
                    "Repair what needs no decision: an audio file where it is, an outline into OUT");
    verb->add_option (
            "-o,--output", options->check.repaired, "The repaired outline; its name tells the format")
        ->type_name ("OUT");
    verb->add_option ("--sheet",
                      options->sheet,
                      "Draw the sound around each marker into this picture; further pages are numbered")
        ->type_name ("PNG");
    addChoice<SheetTheme> (*verb,
                           "--theme",
                           options->theme,
                           { { "dark", SheetTheme::dark }, { "light", SheetTheme::light } },
                           "The colours of the sheet: dark (default) or light");
    options->check.reading.addTo (*verb);
    verb->add_flag ("--json", options->json, "Print JSON, with all candidates of each chapter");
    verb->add_flag ("--rules", options->rules, "List all rules, with whom each concerns");
    verb->add_flag ("--markdown", options->markdown, "With --rules: as the tables of docs/players.md");
    verb->footer (
        "Exit code 1 means errors; warnings and advice are no reason to fail.\n\n"
        "Examples:\n"
        "  earmark check episode.mp3                                what players would show wrongly\n"
        "  earmark check episode.mp3 --fix                          and repair what can be repaired\n"
        "  earmark check episode.mp3 --outline outline.txt          is it the same cut?\n"
        "  earmark check episode.mp3 --outline feed-chapters.json   do feed and file agree?\n"
        "  earmark check outline.txt                                the outline by itself\n"
        "  earmark check chapters.json --fix -o mended.json         without ends that overlap and the like\n"
        "  earmark check episode.mp3 --outline outline.txt --sheet sheet.png");
    verb->callback (
        [&action, options]
        {
            options->check.withSheet = ! options->sheet.empty();
            action = [options] (const Console& console) { return run (*options, console); };
        });
}

} // namespace earmark::cli
