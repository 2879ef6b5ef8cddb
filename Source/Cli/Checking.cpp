// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Checking.h"

#include "Cli/OutputGuard.h"
#include "Cli/Questions.h"
#include "Cli/Sheets.h"
#include "Foundation/File.h"
#include "Model/Repair.h"
#include "Tagging/Sniffing.h"
#include "Tagging/TaggedFile.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

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

/** Audio whose chapters are the outline ends where it is no longer heard, whatever end its last chapter states: that is what another bounce
    is shorter or longer than. */
void endWithItsAudio (Outline& outline, const std::filesystem::path& path)
{
    if (outline.chapters.empty() || containerAt (path) == nullptr)
        return;

    const auto file = readTaggedFile (path);

    // Streams do not say how long they are.
    if (auto& last = outline.chapters.back(); file && file->length && Position (*file->length) > last.start)
        last.end = Position (*file->length);
}

Result<void> addSound (const CheckOptions& options, Checked& checked)
{
    auto listener = Listener::open (pathFromUtf8 (options.file));

    if (! listener)
        return std::unexpected (listener.error());

    auto alignment = align (*listener, checked.outline);

    if (! alignment)
        return std::unexpected (alignment.error());

    if (options.withSheet)
    {
        auto cells = sheetCells (listener->reader(), checked.outline, alignment->candidates);

        if (! cells)
            return std::unexpected (cells.error());

        checked.cells = std::move (*cells);
    }

    checked.notices.append_range (alignment->notices);
    checked.alignment = std::move (*alignment);
    return {};
}

/** A failure of another file than the one that is checked, by its name. */
Error about (std::string_view name, Error error)
{
    error.message = std::format ("{}: {}", name, error.message);
    return error;
}

/** The outline to look at beside the audio, read before anything is repaired. */
Result<std::optional<OutlineInput>> outlineFor (const CheckOptions& options)
{
    if (options.outline.empty())
        return std::nullopt;

    return readOutline (options.outline, options.reading)
        .transform ([] (OutlineInput&& input) { return std::optional (std::move (input)); })
        .transform_error ([&] (Error&& error)
                          { return about (displayName (options.outline), std::move (error)); });
}

/** An outline stays of its kind, where Earmark writes that and the new name ends like the old one; else the new name decides. */
const ChapterFormat*
targetFormat (const std::string& source, const std::string& target, std::string_view nameOfSource)
{
    const auto same =
        std::ranges::find (chapterFormats(), nameOfSource, [] (const ChapterFormat* f) { return f->name; });
    const bool endsAlike = pathFromUtf8 (source).extension() == pathFromUtf8 (target).extension();
    return endsAlike && same != chapterFormats().end() && (*same)->write != nullptr ? *same
                                                                                    : findWriterFor (target);
}

/** As what a repaired outline is written; fails where it may not be. The source is asked about by nobody: its repaired list may take its
    place. */
Result<const ChapterFormat*>
repairTarget (const CheckOptions& options, const std::string& source, std::string_view nameOfSource)
{
    if (options.repaired == "-")
        return failure (Error::Kind::wrongUsage,
                        "Standard output is for what is found: -o takes the name of a file.");

    const std::vector<std::string> inputs { source == options.file ? std::string() : options.file };

    if (auto passed = OutputGuard (inputs).passDocument (options.repaired); ! passed)
        return std::unexpected (about (options.repaired, std::move (passed.error())));

    const auto* format = targetFormat (source, options.repaired, nameOfSource);

    if (format == nullptr)
        return failure (Error::Kind::wrongUsage,
                        std::format ("The name '{}' does not tell a format; `earmark formats` lists them.",
                                     options.repaired));

    return format;
}

Result<void> writeRepaired (const CheckOptions& options, const ChapterFormat& format, const Outline& outline)
{
    return writeFile (pathFromUtf8 (options.repaired),
                      writeDocument (format, outline, answersOf (options.reading)))
        .transform_error ([&] (Error error) { return about (options.repaired, std::move (error)); });
}

/** Writes what can be mended in an outline to where it was asked for. */
Result<void> repairOutline (const CheckOptions& options, std::string_view nameOfSource, Checked& checked)
{
    if (options.repaired.empty())
        return failure (Error::Kind::wrongUsage, "Say where the repaired outline goes: add -o OUT.");

    const auto format = repairTarget (options, options.file, nameOfSource);

    if (! format)
        return std::unexpected (format.error());

    auto [outline, repairs] = repaired (std::move (checked.outline));
    checked.outline = std::move (outline);
    checked.repairs = std::move (repairs);
    const auto before = std::exchange (checked.findings, lintOutline (checked.outline, {}));
    checked.fixed = idsGone (before, checked.findings);
    checked.notices.append_range (lossesIn (**format, checked.outline));
    return writeRepaired (options, **format, checked.outline);
}

/** The same of an outline beside audio; without a place for it, says so where there is something to repair. */
Result<void> repairBeside (const CheckOptions& options, OutlineInput& input, Checked& checked)
{
    auto [outline, repairs] = repaired (input.reading.outline);

    if (options.repaired.empty())
    {
        if (! repairs.empty())
            checked.aboutOutline.push_back (
                { Notice::Grade::warning, "The outline can be repaired as well: add -o OUT.", {} });

        return {};
    }

    const auto format = repairTarget (options, options.outline, input.format);

    if (! format)
        return std::unexpected (format.error());

    const auto before = lintOutline (input.reading.outline, checked.length);
    checked.repairs = std::move (repairs);
    checked.fixed.append_range (idsGone (before, lintOutline (outline, checked.length)));
    checked.aboutOutline.append_range (lossesIn (**format, outline));
    input.reading.outline = std::move (outline);
    return writeRepaired (options, **format, input.reading.outline);
}

Result<Checked> checkAudio (const CheckOptions& options)
{
    if (! options.repaired.empty() && (options.outline.empty() || ! options.fix))
        return failure (Error::Kind::wrongUsage,
                        options.fix ? "-o is for a repaired outline; an audio file is repaired where it is."
                                    : "-o is for an outline that is repaired: add --fix.");

    const auto path = pathFromUtf8 (options.file);
    const auto file = readTaggedFile (path);

    if (! file)
        return std::unexpected (file.error());

    auto findings = lintFile (path);

    if (! findings)
        return std::unexpected (findings.error());

    auto input = outlineFor (options);

    if (! input)
        return std::unexpected (input.error());

    Checked checked { .outline = file->outline, .length = file->length };

    checked.isFix = options.fix;

    if (auto& beside = *input)
    {
        checked.aboutOutline = doubtsIn (beside->reading, options.reading);

        // Where it has no place, nothing is repaired.
        if (options.fix)
            if (const auto done = repairBeside (options, *beside, checked); ! done)
                return std::unexpected (done.error());
    }

    if (options.fix)
    {
        auto mended = mend (path, *findings);

        if (! mended)
            return std::unexpected (mended.error());

        checked.fixed.append_range (mended->repaired);
        *findings = std::move (mended->left);
    }

    checked.findings = std::move (*findings);

    if (auto& beside = *input)
    {
        checked.outline = std::move (beside->reading.outline);
        endWithItsAudio (checked.outline, pathFromUtf8 (options.outline));
        addAboutOutline (checked.outline, *file, checked.findings);
    }
    else if (checked.outline.chapters.empty())
        return failure (Error::Kind::empty, "It is an audio file without chapters.");

    // Sound that cannot be decoded here is no reason to keep silent about the chapters.
    if (const auto heard = addSound (options, checked); ! heard)
    {
        if (options.withSheet)
            return std::unexpected (heard.error());

        checked.notices.push_back ({ Notice::Grade::warning, heard.error().message, heard.error().where });
    }

    return checked;
}

Result<Checked> checkOutline (const CheckOptions& options)
{
    if (options.withSheet || ! options.outline.empty())
        return failure (Error::Kind::wrongUsage,
                        "--outline and --sheet need an audio file to look at, and this is none.");

    if (! options.fix && ! options.repaired.empty())
        return failure (Error::Kind::wrongUsage, "-o is for an outline that is repaired: add --fix.");

    auto input = readOutline (options.file, options.reading);

    if (! input)
        return std::unexpected (input.error());

    Checked checked;
    checked.isFix = options.fix;
    checked.notices = doubtsIn (input->reading, options.reading);
    checked.outline = std::move (input->reading.outline);
    checked.findings = lintOutline (checked.outline, {});

    if (options.fix)
        if (auto done = repairOutline (options, input->format, checked); ! done)
            return std::unexpected (done.error());

    return checked;
}

} // namespace

Result<Checked> check (const CheckOptions& options)
{
    std::error_code code;
    const auto path = pathFromUtf8 (options.file);
    const bool isOutline = std::filesystem::exists (path, code) && containerAt (path) == nullptr;
    return options.file == "-" || isOutline ? checkOutline (options) : checkAudio (options);
}

} // namespace earmark::cli
