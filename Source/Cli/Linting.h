// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Report.h"
#include "Tagging/Lint/FileLint.h"

#include <filesystem>

namespace earmark::cli
{

Json toJson (const Findings&);

/** For people: each finding, whom it concerns and what to do; a line that all is well where there are none. */
enum class Repairs
{
    offered, ///< it is told which --fix makes
    done     ///< what is left it did not
};

std::string findingsText (const Findings&, Repairs = Repairs::offered);

/** All rules as a table for people, as JSON, or as the body of docs/players.md. */
std::string rulesText();
Json rulesJson();
std::string rulesMarkdown();

/** Ids of the rules that were broken before and are not now. */
std::vector<std::string> idsGone (const Findings& before, const Findings& now);

struct Mended
{
    std::vector<std::string> repaired; ///< ids of rules that the file broke and does not break now
    Findings left;
};

/** Writes the file's own chapters again, if that repairs any of the findings: the ordinary safe write, title and album stay. */
Result<Mended> mend (const std::filesystem::path&, const Findings&);

} // namespace earmark::cli
