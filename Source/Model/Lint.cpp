// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Lint.h"

#include "Foundation/Text.h"
#include "Model/Differences.h"

#include <algorithm>
#include <array>
#include <format>
#include <ranges>
#include <span>
#include <vector>

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;

Complaints differs (const ListsToCompare& lists)
{
    constexpr auto tolerance = Duration::fromMilliseconds (1000); // descriptions hold whole seconds
    auto differences = describe (compareLists (lists.outline, lists.stored, tolerance),
                                 lists.outline,
                                 lists.stored,
                                 "the outline",
                                 "the file");
    return differences.empty() ? Complaints {} : Complaints { std::move (differences) };
}

constexpr std::array<RuleFor<ListsToCompare>, 1> comparingTable { {
    { { "differs-from-outline",
        Grade::warning,
        "AntennaPod, Pocket Casts, Apple Podcasts",
        "what is shown depends on whether the player takes the feed's list or the file's",
        "write the outline into the file, or make the feed's document from the file",
        Repair::byHand,
        "AntennaPod, `ChapterMerger.java`; podcasters.apple.com/support/5482" },
      differs },
} };

} // namespace

std::span<const RuleFor<ListsToCompare>> comparingRules()
{
    return comparingTable;
}

std::string_view nameOf (LintRule::Grade grade)
{
    return grade == Grade::error ? "error" : grade == Grade::warning ? "warning" : "advice";
}

std::string_view nameOf (Finding::Of of)
{
    return of == Finding::Of::outline ? "outline" : "file";
}

void addComplaints (const LintRule& rule, const Complaints& complaints, Findings& findings)
{
    constexpr std::size_t most = 5;

    for (std::size_t i = 0; i < std::min (most, complaints.size()); ++i)
        findings.push_back ({ &rule, complaints[i].sentence, complaints[i].chapters });

    if (complaints.size() <= most)
        return;

    ChaptersConcerned others;

    for (const auto& complaint : complaints | std::views::drop (most))
        others.append_range (complaint.chapters);

    findings.push_back (
        { &rule, std::format ("And {} more like this.", complaints.size() - most), std::move (others) });
}

ChapterConcerned concerned (const Outline& outline, std::size_t index)
{
    return { index, outline.chapters[index].start, outline.chapters[index].id };
}

Complaints titlesOver (const ListToLint& list, std::size_t characters)
{
    constexpr std::size_t mostNamed = 10;
    const auto& chapters = list.outline.chapters;
    std::vector<std::size_t> found;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        if (chapters[i].kind != Chapter::Kind::note && countCodePoints (chapters[i].title) > characters)
            found.push_back (i);

    if (found.empty())
        return {};

    const auto numbers = listOfNumbers (std::span (found).first (std::min (mostNamed, found.size())));
    ChaptersConcerned about;

    for (const auto index : found)
        about.push_back (concerned (list.outline, index));

    if (found.size() == 1)
        return { Complaint (std::format ("{} has {} characters.",
                                         callOf (chapters[found.front()], found.front()),
                                         countCodePoints (chapters[found.front()].title)),
                            std::move (about)) };

    return { Complaint (
        found.size() > mostNamed
            ? std::format ("The titles of chapters {} and {} more have more than {} characters.",
                           numbers,
                           found.size() - mostNamed,
                           characters)
            : std::format ("The titles of chapters {} have more than {} characters.", numbers, characters),
        std::move (about)) };
}

std::string callOf (const Chapter& chapter, std::size_t index)
{
    constexpr std::size_t most = 60;
    const auto title = collapseSpaces (chapter.title);
    return title.empty()         ? std::format ("chapter {}", index + 1)
           : title.size() > most ? std::format ("'{}…'", truncateUtf8 (title, most))
                                 : std::format ("'{}'", title);
}

} // namespace earmark
