// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Console.h"
#include "Cli/Report.h"
#include "Tagging/TaggedFile.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace earmark::cli
{

/** What `tag` and `strip` have in common: files to change, and how. */
struct WritingOptions
{
    std::vector<std::string> media;
    std::string output;
    bool dryRun = false;
    bool breakHardLinks = false;
    bool json = false;
    std::string proof;  ///< a page to be written
    std::string report; ///< a file to be written
    unsigned jobs = 0;  ///< 0: workersForDisk()

    enum class Media
    {
        required,
        optional
    };

    void addTo (CLI::App&, Media = Media::required);

    /** Whether standard output takes sentences, and not one document. */
    bool speaks() const;
};

/** Where what is written for a file goes: over it, or elsewhere. */
std::filesystem::path destinationOf (const WritingOptions&, const std::filesystem::path& media);

using Planner = std::function<Result<WritePlan> (const std::filesystem::path&)>;

/** What became of all files: the exit code, and JSON of each in their order, null where the run did not begin. */
struct WrittenFiles
{
    int code = done;
    Json report;
};

/** Plans and carries out each file, several at once; one failure stops no other. The planner is called from several threads. Says what was
    done, or would be, in the order of the files, and writes proof and report; JSON is left to the caller to print. Writes nothing at all where the
    OutputGuard lets one of the outputs not pass; `sources` are the files that are read besides the audio. */
WrittenFiles writeAndReport (const WritingOptions&,
                             const Planner&,
                             const std::vector<std::string>& sources,
                             const Console&);

/** The same, with the JSON printed where it was asked for; returns the exit code. */
int writeFiles (const WritingOptions&,
                const Planner&,
                const std::vector<std::string>& sources,
                const Console&);

} // namespace earmark::cli
