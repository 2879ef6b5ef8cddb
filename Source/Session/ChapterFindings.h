// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Document.h"
#include "Session/WritePanel.h"

#include <optional>
#include <string>
#include <vector>

// What the files of the write panel say of single chapters.

namespace earmark
{

/** Finds the document's chapters again that findings about a file are about, which was made of them: the file has neither the producer's
    remarks nor ids, and its times are rounded. What is none of the document's chapters stays without an id. */
void identify (Findings&, const Outline& madeOf);

/** The chapters that begin where an audio that ends there has ended already. The last one is among them in any case: for audio of which it is
    known that there are some, and perhaps not where it ends. */
std::vector<ChapterId> chaptersBehind (const Outline&, std::optional<Position> end);

/** Which rules a chapter breaks in any of the files, each once, the worst first: errors and warnings, and advice where the panel shows it.
    None where the chapter was changed since the files were looked at, or one beside it was moved. */
std::vector<const LintRule*> rulesBrokenBy (ChapterId, const WritePanel&, const Document& now);

/** "Spotify: the title is cut. Keep it to 40 characters." */
std::string explanationOf (const LintRule&);

/** One line for each. */
std::string explanationOf (const std::vector<const LintRule*>&);

} // namespace earmark
