// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Writing.h"

#include "Cli/OutputFolder.h"
#include "Cli/OutputGuard.h"
#include "Cli/WriteResult.h"
#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Jobs/Parallel.h"
#include "Jobs/ProofPage.h"

#include <format>
#include <mutex>
#include <set>

namespace earmark::cli
{

namespace
{

namespace fs = std::filesystem;

using Outcome = WriteOutcome;

std::string sentence (Outcome outcome, const WritePlan& plan, const fs::path& destination, bool elsewhere)
{
    const auto what =
        plan.chapters() == 0 ? std::string ("no chapters") : countOf (plan.chapters(), "chapter");
    const auto where = elsewhere ? " to " + toUtf8 (destination) : std::string();

    // Nothing was there to be taken out: what is written elsewhere is a copy.
    if (plan.chapters() == 0 && plan.changesNothing && outcome != Outcome::unchanged)
        return std::format ("has no chapters already; {}copied{} ({})",
                            outcome == Outcome::planned ? "would be " : "",
                            where,
                            plan.container->name);

    switch (outcome)
    {
        case Outcome::planned:
            return ! elsewhere ? std::format ("would have {} ({})", what, plan.container->name)
                               : std::format ("{}{} ({})",
                                              plan.chapters() == 0 ? "chapters would be taken out"
                                                                   : what + " would be written",
                                              where,
                                              plan.container->name);
        case Outcome::unchanged:
            return std::format ("has {} already; nothing written",
                                plan.chapters() == 0 ? "no chapters" : "exactly these chapters");
        case Outcome::written:
            break;
    }

    return plan.chapters() == 0 ? std::format ("chapters taken out{} ({})", where, plan.container->name)
                                : std::format ("{} written{} ({})", what, where, plan.container->name);
}

FileResult failed (const std::string& media, const Error& error, const std::string& subject = {})
{
    return { .media = media,
             .subject = subject,
             .error = error,
             .json = { { "file", media }, { "outcome", "failed" }, { "error", toJson (error) } } };
}

/** What a failed write is to be told of: what cannot be written is the target. */
std::string subjectOf (const Error& error, const std::string& media, const std::string& destination)
{
    return error.kind == Error::Kind::notWritable ? destination : media;
}

FileResult writeOne (const WritingOptions& options,
                     const std::string& media,
                     const Planner& planner,
                     const std::function<void (const WritePlan&, std::uint64_t)>& progress)
{
    std::error_code code;
    const auto path = pathFromUtf8 (media);
    auto plan = planner (path);

    if (! plan)
        return failed (media, plan.error());

    const auto destination = destinationOf (options, path);
    const bool elsewhere = ! options.output.empty() && ! fs::equivalent (destination, path, code);
    plan->edit.notices.append_range (noticesOfReplaced (*plan, elsewhere));
    const auto outcome = perform (*plan,
                                  { .elsewhere = elsewhere ? std::optional (destination) : std::nullopt,
                                    .dryRun = options.dryRun,
                                    .breakHardLinks = options.breakHardLinks,
                                    .progress = [&] (std::uint64_t reached)
                                    {
                                        progress (*plan, reached);
                                        return true;
                                    } });

    if (! outcome)
        return failed (media, outcome.error(), subjectOf (outcome.error(), media, toUtf8 (destination)));

    FileResult result { .media = media,
                        .subject = {},
                        .error = {},
                        .sentence = sentence (*outcome, *plan, destination, elsewhere),
                        .isChanged = *outcome != Outcome::unchanged,
                        .changes = plan->edit.changes,
                        .notices = plan->edit.notices,
                        .json = { { "file", media },
                                  { "outcome", nameOf (*outcome) },
                                  { "destination", toUtf8 (destination) },
                                  { "container", plan->container->id },
                                  { "chapters", plan->chapters() },
                                  { "changes", plan->edit.changes },
                                  { "bytes_before", plan->edit.result.source().size() },
                                  { "bytes_after", plan->edit.result.size() },
                                  { "notices", toJson (plan->edit.notices) } },
                        .proof = {} };

    if (*outcome == Outcome::planned)
    {
        auto findings = lintPlan (*plan);

        if (! findings)
            return failed (media, findings.error());

        result.json["findings"] = toJson (*findings);
        result.findings = std::move (*findings);
        return result;
    }

    if (options.proof.empty())
        return result;

    auto proof = prove (*plan, destination, *outcome);

    if (! proof)
        return failed (media, proof.error());

    result.json["proof"] = toJson (*proof);
    result.proof = std::move (*proof);
    return result;
}

/** All files, in their order; several at once, unless two would be written to one place. */
std::vector<FileResult> writeAll (const WritingOptions& options, const Planner& planner)
{
    const auto count = options.media.size();
    std::vector<FileResult> results (count);
    std::set<fs::path> destinations;

    for (const auto& media : options.media)
    {
        std::error_code code;
        destinations.insert (fs::weakly_canonical (destinationOf (options, pathFromUtf8 (media)), code));
    }

    const auto workers = destinations.size() < count ? 1u
                         : options.jobs == 0         ? workersForDisk()
                                                     : options.jobs;
    std::mutex lock;
    std::optional<Progress> shown;
    std::size_t done = 0;

    if (count > 1)
        shown.emplace (countOf (count, "file"), count);

    inParallel (count,
                workers,
                [&] (std::size_t i)
                {
                    results[i] = writeOne (options,
                                           options.media[i],
                                           planner,
                                           [&] (const WritePlan& plan, std::uint64_t reached)
                                           {
                                               if (count > 1)
                                                   return;

                                               if (! shown)
                                                   shown.emplace (toUtf8 (plan.source.filename()),
                                                                  plan.edit.result.size());

                                               shown->update (reached);
                                           });
                    const std::scoped_lock locked (lock);

                    if (count > 1)
                        shown->update (++done);
                });
    return results;
}

/** Sees to it that what is written elsewhere has its folder: makes one that was named as such, unless this is a dry run. */
Result<OutputFolder> prepareFolder (const WritingOptions& options)
{
    const auto output = pathFromUtf8 (options.output);
    std::error_code code;

    if (options.output.empty())
        return OutputFolder();

    if (isFolder (output))
        return OutputFolder::prepare (output, options.dryRun);

    if (! fs::exists (fs::absolute (output, code).parent_path(), code))
        return failure (Error::Kind::notWritable, "Its folder does not exist.");

    return OutputFolder();
}

/** Whether all outputs pass; tells of the first that does not. */
bool mayWrite (const WritingOptions& options, const std::vector<std::string>& sources, const Console& console)
{
    auto inputs = options.media;
    inputs.append_range (sources);
    OutputGuard guard (inputs);
    const auto passes = [&] (const std::string& output, const Result<void>& passed)
    {
        if (! passed)
            console.error (output, passed.error());

        return passed.has_value();
    };

    for (const auto& media : options.media)
    {
        if (! passes (displayName (media), checkAudioName (media)))
            return false;

        const auto path = pathFromUtf8 (media);
        const auto destination = destinationOf (options, path);

        if (! passes (toUtf8 (destination), guard.passAudio (destination, path)))
            return false;
    }

    if (const int takers = int (options.json) + int (options.proof == "-") + int (options.report == "-");
        takers > 1)
        return passes ({},
                       failure (Error::Kind::wrongUsage,
                                "Standard output takes one of --json, --proof - and --report -."));

    return passes (options.proof, guard.passDocument (options.proof))
           && passes (options.report, guard.passDocument (options.report));
}

bool writeDocumentTo (const std::string& path, std::string_view text, const Console& console)
{
    if (path == "-")
    {
        console.data (text);
        return true;
    }

    const auto written = writeFile (pathFromUtf8 (path), text);

    if (! written)
        console.error (path, written.error());

    return written.has_value();
}

} // namespace

fs::path destinationOf (const WritingOptions& options, const fs::path& media)
{
    if (options.output.empty())
        return media;

    const auto output = pathFromUtf8 (options.output);
    return isFolder (output) ? output / media.filename() : output;
}

void WritingOptions::addTo (CLI::App& app, Media kind)
{
    app.add_option ("MEDIA", media, "Audio files")->required (kind == Media::required);
    app.add_option ("-o,--output",
                    output,
                    "Write to this file, or into this folder (made, if its name ends in /), and leave the "
                    "original as it is")
        ->type_name ("OUT");
    app.add_flag ("-n,--dry-run", dryRun, "Only say what would be written");
    app.add_flag ("--break-hardlinks",
                  breakHardLinks,
                  "Also write files that have several names; the others keep the old content");
    app.add_option ("--proof", proof, "Read everything back and write a page that shows it")
        ->type_name ("HTML");
    app.add_option (
           "--report", report, "Write what became of each file here: JSON, if the name ends so, else a table")
        ->type_name ("FILE");
    app.add_option ("-j,--jobs", jobs, "How many files at once; unless told, as many as keep the disk busy")
        ->check (CLI::Range (1u, 1024u).description ({}))
        ->type_name ("N");
    app.add_flag ("--json", json, "Print JSON instead of sentences");
}

bool WritingOptions::speaks() const
{
    return ! json && proof != "-" && report != "-";
}

WrittenFiles writeAndReport (const WritingOptions& options,
                             const Planner& planner,
                             const std::vector<std::string>& sources,
                             const Console& console)
{
    if (! options.output.empty() && options.media.size() > 1 && ! isFolder (pathFromUtf8 (options.output)))
    {
        console.error (
            options.output,
            { Error::Kind::wrongUsage, "Several files need a folder as -o, and this is none.", {} });
        return { usage, {} };
    }

    if (! mayWrite (options, sources, console))
        return { usage, {} };

    const auto folder = prepareFolder (options);

    if (! folder)
    {
        console.error (options.output, folder.error());
        return { problem, {} };
    }

    const auto results = writeAll (options, planner);
    auto report = Json::array();
    std::vector<Proof> proofs;
    bool isFine = true;

    for (const auto& result : results)
    {
        report.push_back (result.json);

        if (result.error)
        {
            isFine = false;
            console.error (result.subject.empty() ? result.media : result.subject, *result.error);
            continue;
        }

        if (result.proof)
            proofs.push_back (*result.proof);

        console.notices (result.media, result.notices);

        if (options.speaks())
            console.data (resultText (result));
    }

    if (! options.proof.empty() && ! options.dryRun)
        isFine = writeDocumentTo (options.proof, proofPage (proofs), console) && isFine;

    if (! options.report.empty())
        isFine = writeDocumentTo (options.report,
                                  toLowerAscii (options.report).ends_with (".json") ? print (report)
                                                                                    : reportTable (results),
                                  console)
                 && isFine;

    return { isFine ? done : problem, std::move (report) };
}

int writeFiles (const WritingOptions& options,
                const Planner& planner,
                const std::vector<std::string>& sources,
                const Console& console)
{
    const auto written = writeAndReport (options, planner, sources, console);

    if (options.json && ! written.report.is_null())
        console.data (print (written.report));

    return written.code;
}

} // namespace earmark::cli
