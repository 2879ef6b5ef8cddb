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

Result<Checked> checkAudio (const CheckOptions& options)
{
    if (! options.repaired.empty())
        return failure (Error::Kind::wrongUsage,
                        "-o is for a repaired outline; an audio file is repaired where it is.");

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

    if (options.fix)
    {
        auto mended = mend (path, *findings);

        if (! mended)
            return std::unexpected (mended.error());

        checked.fixed = std::move (mended->repaired);
        *findings = std::move (mended->left);
    }

    checked.findings = std::move (*findings);

    if (auto& beside = *input)
    {
        checked.notices = doubtsIn (beside->reading, options.reading);
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

/** An outline stays of its kind, where Earmark writes that and the new name ends like the old one; else the new name decides. */
const ChapterFormat* targetFormat (const CheckOptions& options, std::string_view nameOfSource)
{
    const auto same =
        std::ranges::find (chapterFormats(), nameOfSource, [] (const ChapterFormat* f) { return f->name; });
    const bool endsAlike =
        pathFromUtf8 (options.file).extension() == pathFromUtf8 (options.repaired).extension();
    return endsAlike && same != chapterFormats().end() && (*same)->write != nullptr
               ? *same
               : findWriterFor (options.repaired);
}

/** Writes what can be mended in an outline to where it was asked for. */
Result<void> repairOutline (const CheckOptions& options, std::string_view nameOfSource, Checked& checked)
{
    if (options.repaired.empty())
        return failure (Error::Kind::wrongUsage, "Say where the repaired outline goes: add -o OUT.");

    // Not asked about the source, in whose place its repaired list may go.
    if (auto passed = OutputGuard (std::vector<std::string>()).passDocument (options.repaired); ! passed)
        return std::unexpected (about (options.repaired, std::move (passed.error())));

    const auto* format = targetFormat (options, nameOfSource);

    if (format == nullptr)
        return failure (Error::Kind::wrongUsage,
                        std::format ("The name '{}' does not tell a format; `earmark formats` lists them.",
                                     options.repaired));

    auto [outline, repairs] = repaired (std::move (checked.outline));
    checked.outline = std::move (outline);
    checked.repairs = std::move (repairs);
    const auto before = std::exchange (checked.findings, lintOutline (checked.outline, {}));
    checked.fixed = idsGone (before, checked.findings);
    checked.notices.append_range (lossesIn (*format, checked.outline));
    return writeFile (pathFromUtf8 (options.repaired),
                      writeDocument (*format, checked.outline, answersOf (options.reading)))
        .transform_error ([&] (Error error) { return about (options.repaired, std::move (error)); });
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
