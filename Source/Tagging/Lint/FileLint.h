// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Lint.h"

#include <filesystem>

namespace earmark
{

struct WritePlan;

/** A part of the table, under a heading of docs/players.md. */
struct RuleGroup
{
    std::string_view heading;
    std::vector<const LintRule*> rules;
};

/** All rules there are. */
std::vector<RuleGroup> allRules();

/** What is to be said about an outline, with or without the length of the audio that it is for; errors first. */
Findings lintOutline (const Outline&, std::optional<Duration> lengthOfAudio);

/** What is to be said about the chapters in an audio file, ours or anyone's; errors first. A file without chapters is no failure, and
    has no findings but those about its audio. Fails as readTaggedFile() does. */
Result<Findings> lintFile (const std::filesystem::path&);

/** The same about a file as a write would make it. */
Result<Findings> lintPlan (const WritePlan&);

bool hasErrors (const Findings&);

} // namespace earmark
