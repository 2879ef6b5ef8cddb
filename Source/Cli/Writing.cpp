// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Writing.h"

#include "Cli/Report.h"
#include "Foundation/File.h"

#include <algorithm>
#include <format>

namespace earmark::cli
{

namespace
{

namespace fs = std::filesystem;

enum class Outcome
{
    written,
    planned,
    unchanged
};

std::string_view nameOf (Outcome outcome)
{
    return outcome == Outcome::written ? "written" : outcome == Outcome::planned ? "planned" : "unchanged";
}

/** A file's name may lie about what it is; the bytes decide, and the user should know. */
void noticeWrongSuffix (const fs::path& path, const Container& container, Notices& notices)
{
    const auto suffix = toLowerAscii (toUtf8 (path.extension()));
    const auto what = suffix.empty() ? std::string ("has no suffix") : std::format ("ends in '{}'", suffix);

    if (! std::ranges::contains (container.suffixes, std::string_view (suffix)))
        notices.push_back (
            { Notice::Grade::warning,
              std::format ("Its name {}, but it is an {} file and is treated as one.", what, container.name),
              {} });
}

fs::path destinationOf (const WritingOptions& options, const fs::path& media)
{
    if (options.output.empty())
        return media;

    const auto output = pathFromUtf8 (options.output);
    std::error_code code;
    return fs::is_directory (output, code) ? output / media.filename() : output;
}

std::string sentence (Outcome outcome, const WritePlan& plan, const fs::path& destination, bool elsewhere)
{
    const auto what =
        plan.chapters() == 0 ? std::string ("no chapters") : countOf (plan.chapters(), "chapter");
    const auto where = elsewhere ? " to " + toUtf8 (destination) : std::string();

    switch (outcome)
    {
        case Outcome::planned:
            return std::format ("would have {}{} ({})", what, where, plan.container->name);
        case Outcome::unchanged:
            return std::format ("has {} already; nothing written",
                                plan.chapters() == 0 ? "no chapters" : "exactly these chapters");
        case Outcome::written:
            break;
    }

    return plan.chapters() == 0 ? std::format ("chapters taken out{} ({})", where, plan.container->name)
                                : std::format ("{} written{} ({})", what, where, plan.container->name);
}

Result<Outcome>
perform (const WritePlan& plan, const fs::path& destination, bool elsewhere, const WritingOptions& options)
{
    if (plan.changesNothing && ! elsewhere)
        return Outcome::unchanged;

    if (options.dryRun)
        return Outcome::planned;

    Progress progress (toUtf8 (plan.source.filename()), plan.edit.result.size());
    const ReplaceOptions replace { .breakHardLinks = options.breakHardLinks,
                                   .progress = [&] (std::uint64_t reached)
                                   {
                                       progress.update (reached);
                                       return true;
                                   } };

    const auto store = RestoreStore::ofUser();
    return carryOut (plan, destination, replace, &store).transform ([] { return Outcome::written; });
}

} // namespace

void WritingOptions::addTo (CLI::App& app)
{
    app.add_option ("MEDIA", media, "Audio files")->required();
    app.add_option (
           "-o,--output", output, "Write to this file, or into this folder, and leave the original as it is")
        ->type_name ("OUT");
    app.add_flag ("-n,--dry-run", dryRun, "Only say what would be written");
    app.add_flag ("--break-hardlinks",
                  breakHardLinks,
                  "Also write files that have several names; the others keep the old content");
    app.add_flag ("--json", json, "Print JSON instead of sentences");
}

int writeFiles (const WritingOptions& options, const Planner& planner, const Console& console)
{
    std::error_code code;

    if (! options.output.empty() && options.media.size() > 1
        && ! fs::is_directory (pathFromUtf8 (options.output), code))
    {
        console.error (
            options.output,
            { Error::Kind::wrongUsage, "Several files need a folder as -o, and this is none.", {} });
        return usage;
    }

    auto report = Json::array();
    bool failed = false;

    const auto fail = [&] (const std::string& media, const Error& error)
    {
        failed = true;
        report.push_back ({ { "file", media }, { "outcome", "failed" }, { "error", toJson (error) } });
        console.error (media, error);
    };

    for (const auto& media : options.media)
    {
        const auto path = pathFromUtf8 (media);
        auto plan = planner (path);

        if (! plan)
        {
            fail (media, plan.error());
            continue;
        }

        noticeWrongSuffix (path, *plan->container, plan->edit.notices);
        const auto destination = destinationOf (options, path);
        const bool elsewhere = ! options.output.empty() && ! fs::equivalent (destination, path, code);
        const auto outcome = perform (*plan, destination, elsewhere, options);

        if (! outcome)
        {
            fail (media, outcome.error());
            continue;
        }

        console.notices (media, plan->edit.notices);
        report.push_back ({ { "file", media },
                            { "outcome", nameOf (*outcome) },
                            { "destination", toUtf8 (destination) },
                            { "container", plan->container->id },
                            { "chapters", plan->chapters() },
                            { "changes", plan->edit.changes },
                            { "bytes_before", plan->edit.result.source().size() },
                            { "bytes_after", plan->edit.result.size() },
                            { "notices", toJson (plan->edit.notices) } });

        if (! options.json)
        {
            console.data (Console::printable (std::format (
                              "{}: {}", media, sentence (*outcome, *plan, destination, elsewhere)))
                          + '\n');

            if (*outcome != Outcome::unchanged)
                for (const auto& change : plan->edit.changes)
                    console.data (Console::printable (std::format ("  also: {}", change)) + '\n');
        }
    }

    if (options.json)
        console.data (print (report));

    return failed ? problem : done;
}

} // namespace earmark::cli
