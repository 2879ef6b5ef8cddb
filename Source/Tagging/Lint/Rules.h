// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Lint.h"
#include "Tagging/Lint/FileFacts.h"

#include <span>
#include <string>
#include <utility>

// The tables of this folder.

namespace earmark
{

/** One sentence, where the rule is broken at all. */
inline Complaints complaintIf (bool isBroken, std::string sentence)
{
    return isBroken ? Complaints { std::move (sentence) } : Complaints {};
}

std::span<const RuleFor<FileFacts>> id3ContentsRules();
std::span<const RuleFor<FileFacts>> id3Rules();
std::span<const RuleFor<FileFacts>> mp4Rules();
std::span<const RuleFor<FileFacts>> otherFileRules();

/** Pictures are about the list, but only Tagging knows picture files. */
std::span<const RuleFor<ListToLint>> pictureRules();

} // namespace earmark
