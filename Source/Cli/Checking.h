// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Alignment.h"
#include "Cli/Inputs.h"
#include "Cli/Linting.h"
#include "Imaging/ContactSheet.h"

namespace earmark::cli
{

struct CheckOptions
{
    std::string file;
    std::string outline;  ///< empty for the chapters in the file
    std::string repaired; ///< where a repaired outline goes, FILE or the one beside it; empty for nowhere
    bool fix = false;
    bool withSheet = false;
    OutlineOptions reading;
};

/** What is to be said about a file, and about an outline for it. */
struct Checked
{
    Outline outline;
    Findings findings;
    bool isFix = false;               ///< it was to be repaired
    std::vector<std::string> fixed;   ///< ids of rules that were broken and are not now
    std::vector<std::string> repairs; ///< what became of an outline's chapters
    std::optional<Duration> length;   ///< of audio
    std::optional<Alignment> alignment;
    std::vector<SheetCell> cells; ///< where a sheet was asked for
    Notices notices;              ///< about the file
    Notices aboutOutline;         ///< about the outline that was given with audio
};

/** Looks at an audio file, or at an outline by itself, and repairs it where that was asked for. */
Result<Checked> check (const CheckOptions&);

} // namespace earmark::cli
