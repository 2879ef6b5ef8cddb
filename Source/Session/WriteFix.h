// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Lint.h"

#include <string>
#include <vector>

// What is done about findings in the window.

namespace earmark
{

/** What Earmark itself can do about a finding. */
enum class WriteFix
{
    none,
    byWriting,      ///< writing the chapters repairs it
    squarePictures, ///< in the files; the project keeps its own
    removeCueSheet, ///< out of FLAC files
    firstAtZero,    ///< an edit: the first chapter begins at 0:00
    replaceTags,    ///< a choice, and no finding's: a file may be called otherwise on purpose
    keepTags        ///< that choice taken back
};

WriteFix fixFor (const LintRule&);

/** For a button: "Make the pictures square". Empty where there is nothing to press. */
std::string labelOf (WriteFix);

/** Those that a button can do, each once, in the order of the findings. */
std::vector<WriteFix> fixesFor (const Findings&);

} // namespace earmark
