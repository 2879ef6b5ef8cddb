// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Console.h"
#include "Tagging/TaggedFile.h"

#include <CLI/CLI.hpp>

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

    void addTo (CLI::App&);
};

using Planner = std::function<Result<WritePlan> (const std::filesystem::path&)>;

/** Plans and carries out each file; one failure stops no other. Prints what was done, or would be; returns the exit code. */
int writeFiles (const WritingOptions&, const Planner&, const Console&);

} // namespace earmark::cli
