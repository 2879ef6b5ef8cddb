// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/** A chapter that something is said about, in the list that was looked at. */
struct ChapterConcerned
{
    std::size_t index; ///< counted from 0
    Position start;
    ChapterId id = ChapterId::none; ///< of a document's chapter; files have none

    bool operator== (const ChapterConcerned&) const = default;
};

using ChaptersConcerned = std::vector<ChapterConcerned>;

/** A rule that was broken, and how, in one sentence. */
struct Finding
{
    const LintRule* rule;
    std::string message;
    ChaptersConcerned chapters {}; ///< none where it is about the list or the file as a whole

    /** Whose chapters those are: a file's are those of its first list, in their order. */
    enum class Of
    {
        outline,
        file
    };

    Of of = Of::outline;
};

using Findings = std::vector<Finding>;

std::string_view nameOf (Finding::Of);

/** One place where a rule is broken, in one sentence. */
struct Complaint
{
    Complaint (std::convertible_to<std::string> auto&& said, ChaptersConcerned about = {})
        : sentence (std::forward<decltype (said)> (said)), chapters (std::move (about))
    {}

    std::string sentence;
    ChaptersConcerned chapters;
};

using Complaints = std::vector<Complaint>;

/** That chapter of the list, for Complaint and Finding. */
ChapterConcerned concerned (const Outline&, std::size_t index);

/** A rule with the function that looks at a subject. */
template <class Subject>
struct RuleFor
{
    LintRule rule;
    Complaints (*check) (const Subject&);
};

/** Adds a rule's complaints: a few in full, the others counted in one finding about all their chapters. */
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
