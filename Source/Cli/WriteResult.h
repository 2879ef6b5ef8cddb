// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Linting.h"
#include "Jobs/Proof.h"

namespace earmark::cli
{

/** What became of one file of `tag` or `strip`. */
struct FileResult
{
    std::string media;
    std::string subject; ///< what the error is of; empty: the media
    std::optional<Error> error;
    std::string sentence;
    bool isChanged = false;
    std::vector<std::string> changes;
    Notices notices;
    Json json;
    Findings findings; ///< of a file as it would be written
    std::optional<Proof> proof;
};

Json toJson (const Proof&);

/** What was done to a file that did not fail: a line, and what else there is to say, each on a line of its own. */
std::string resultText (const FileResult&);

/** For people: a line for each file, and how many failed. */
std::string reportTable (const std::vector<FileResult>&);

} // namespace earmark::cli
