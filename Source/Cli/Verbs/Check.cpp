// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Alignment.h"
#include "Cli/Inputs.h"
#include "Cli/Linting.h"
#include "Cli/Sheets.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Foundation/Timestamp.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <format>
#include <map>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string file, outline, sheet;
    SheetTheme theme = SheetTheme::dark;
    bool json = false, fix = false, rules = false, markdown = false;
    OutlineOptions reading;
};

struct Checked
{
    Outline outline;
    Findings findings;
    std::vector<std::string> repaired;
    std::optional<Duration> length; ///< of audio
    std::optional<Alignment> alignment;
    std::vector<SheetCell> cells; ///< where a sheet was asked for
    Notices notices;
};

bool isAudio (const std::string& path)
{
    const auto source = FileSource::open (pathFromUtf8 (path));
    return source && containerOf (**source) != nullptr;
}

/** What the outline says against the audio and against the chapters that the file has. */
void addAboutOutline (const Outline& outline, const TaggedFile& file, Findings& findings)
{
    const auto more = lintOutline (outline, file.length);
    findings.insert (findings.begin(), more.begin(), more.end());

    if (! file.outline.chapters.empty())
        applyRules (comparingRules(), ListsToCompare { outline, file.outline }, findings);

    std::ranges::stable_sort (
        findings, std::ranges::greater {}, [] (const Finding& f) { return f.rule->grade; });

    // The same about the outline and the file is said once.
    std::vector<Finding> once;

    for (auto& finding : findings)
        if (std::ranges::none_of (once,
                                  [&] (const Finding& f)
                                  { return f.rule == finding.rule && f.message == finding.message; }))
            once.push_back (std::move (finding));

    findings = std::move (once);
}

Result<void> addSound (const Options& options, Checked& checked)
{
    const auto reader = openAudio (pathFromUtf8 (options.file));

    if (! reader)
        return std::unexpected (reader.error());

    auto alignment = align (**reader, checked.outline);

    if (! alignment)
        return std::unexpected (alignment.error());

    if (! options.sheet.empty())
    {
        auto cells = sheetCells (**reader, checked.outline, alignment->candidates);

        if (! cells)
            return std::unexpected (cells.error());

        checked.cells = std::move (*cells);
    }

    checked.notices.append_range (alignment->notices);
    checked.alignment = std::move (*alignment);
    return {};
}

Result<Checked> checkAudio (const Options& options)
{
    const auto path = pathFromUtf8 (options.file);
    const auto file = readTaggedFile (path);

    if (! file)
        return std::unexpected (file.error());

    auto findings = lintFile (path);

    if (! findings)
        return std::unexpected (findings.error());

    Checked checked { .outline = file->outline, .length = file->length };

    if (options.fix)
    {
        auto mended = mend (path, *findings);

        if (! mended)
            return std::unexpected (mended.error());

        checked.repaired = std::move (mended->repaired);
        *findings = std::move (mended->left);
    }

    checked.findings = std::move (*findings);

    if (! options.outline.empty())
    {
        auto input = readOutline (options.outline, options.reading);

        if (! input)
            return std::unexpected (input.error());

        checked.outline = std::move (input->reading.outline);
        addAboutOutline (checked.outline, *file, checked.findings);
    }
    else if (checked.outline.chapters.empty())
        return failure (Error::Kind::empty, "It is an audio file without chapters.");

    // Sound that cannot be decoded here is no reason to keep silent about the chapters.
    if (const auto heard = addSound (options, checked); ! heard)
    {
        if (! options.sheet.empty())
            return std::unexpected (heard.error());

        checked.notices.push_back ({ Notice::Grade::warning, heard.error().message, heard.error().where });
    }

    return checked;
}

Result<Checked> checkOutline (const Options& options)
{
    if (options.fix || ! options.sheet.empty() || ! options.outline.empty())
        return failure (Error::Kind::wrongUsage,
                        "--outline, --sheet and --fix need an audio file to look at, and this is none.");

    auto input = readOutline (options.file, options.reading);

    if (! input)
        return std::unexpected (input.error());

    Checked checked { .outline = std::move (input->reading.outline) };
    checked.findings = lintOutline (checked.outline, {});
    return checked;
}

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
    json["fixed"] = checked.repaired;
    json["notices"] = cli::toJson (checked.notices);
    return json;
}

std::string text (const Checked& checked)
{
    std::string lines;

    for (const auto& id : checked.repaired)
        lines += std::format ("fixed    [{}]\n", id);

    lines += findingsText (checked.findings);

    if (checked.alignment)
        lines += (checked.alignment->cut.empty() ? "" : Console::printable (checked.alignment->cut) + "\n")
                 + "\n" + table (*checked.alignment, checked.outline);

    return lines;
}

SheetOptions sheetOptions (const Options& options, const Checked& checked)
{
    const auto& title = checked.outline.episode.title;
    return { .theme = options.theme,
             .heading = title.empty() ? toUtf8 (pathFromUtf8 (options.file).filename()) : title,
             .subheading = std::format (
                 "{}, {} seconds of {} on either side of each marker",
                 countOf (checked.cells.size(), "chapter"),
                 int (sheetReach.seconds()),
                 formatTime (Duration::fromSeconds (std::int64_t (checked.alignment->length().seconds())))) };
}

int writeSheet (const Options& options, const Checked& checked, const Console& console)
{
    const auto sheets =
        writeSheets (checked.cells, sheetOptions (options, checked), pathFromUtf8 (options.sheet));

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

    if (options.file.empty())
    {
        console.error ({}, { Error::Kind::wrongUsage, "Name a file to check, or ask for --rules.", {} });
        return usage;
    }

    std::error_code code;
    const bool exists = std::filesystem::exists (pathFromUtf8 (options.file), code);
    const auto checked = options.file == "-" || (exists && ! isAudio (options.file)) ? checkOutline (options)
                                                                                     : checkAudio (options);

    if (! checked)
    {
        if (options.json)
            console.data (print ({ { "error", cli::toJson (checked.error()) } }));

        console.error (displayName (options.file), checked.error());
        return checked.error().kind == Error::Kind::wrongUsage ? usage : problem;
    }

    console.data (options.json ? print (toJson (*checked)) : text (*checked));
    console.notices (options.file, checked->notices);

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
        "FILE", options->file, "An audio file, or an outline; - is an outline on standard input");
    verb->add_option ("--outline",
                      options->outline,
                      "A text, a chapter file, or audio with chapters; without it, the chapters in FILE")
        ->type_name ("FILE");
    verb->add_flag ("--fix", options->fix, "Repair what writing the file's own chapters again repairs");
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
        "  earmark check episode.mp3 --outline outline.txt --sheet sheet.png");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
