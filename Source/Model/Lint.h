// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <span>
#include <string_view>

namespace earmark
{

/** What goes wrong with chapters, and for whom. docs/players.md is made of these. */
struct LintRule
{
    enum class Grade
    {
        advice,  ///< better otherwise; or only for some platform
        warning, ///< some listeners see something wrong
        error    ///< many listeners see no chapters, or wrong ones
    };

    enum class Repair
    {
        byHand,
        byWriting ///< writing the same chapters again with Earmark repairs it, and loses nothing
    };

    std::string_view id;
    Grade grade;
    std::string_view players; ///< whom it concerns
    std::string_view meaning; ///< what a listener sees
    std::string_view fix;
    Repair repair;
    std::string_view source; ///< where the fact comes from
};

std::string_view nameOf (LintRule::Grade);

/** A rule that was broken, and how, in one sentence. */
struct Finding
{
    const LintRule* rule;
    std::string message;
};

using Findings = std::vector<Finding>;

/** One sentence for each place where a rule is broken. */
using Complaints = std::vector<std::string>;

/** A rule with the function that looks at a subject. */
template <class Subject>
struct RuleFor
{
    LintRule rule;
    Complaints (*check) (const Subject&);
};

/** Adds a rule's complaints: a few in full, the others counted. */
void addComplaints (const LintRule&, const Complaints&, Findings&);

template <class Subject>
void applyRules (std::span<const RuleFor<Subject>> rules, const Subject& subject, Findings& findings)
{
    for (const auto& rule : rules)
        addComplaints (rule.rule, rule.check (subject), findings);
}

//======================================================================================================

/** A list of chapters, whether it comes from an outline or from a file. */
struct ListToLint
{
    const Outline& outline;
    std::optional<Duration> lengthOfAudio;
    bool isStored = false; ///< in the audio file itself
};

/** About any list. */
std::span<const RuleFor<ListToLint>> listRules();

/** About lists that are to become a description on YouTube, Spotify or Apple Podcasts. */
std::span<const RuleFor<ListToLint>> platformRules();

/** What two lists of the same episode are to each other: an outline or a feed's document, and a file. */
struct ListsToCompare
{
    const Outline& outline;
    const Outline& stored;
};

std::span<const RuleFor<ListsToCompare>> comparingRules();

/** One sentence on all titles of more characters than that, with the numbers of their chapters: a long list has many. */
Complaints titlesOver (const ListToLint&, std::size_t characters);

/** "'Title'" with a title cut short, or "chapter 3" where it has none; for sentences. */
std::string callOf (const Chapter&, std::size_t index);

} // namespace earmark
