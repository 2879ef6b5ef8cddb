// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Repair.h"

#include "Model/Lint.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

namespace
{

Chapter chapter (std::int64_t start, std::string title, std::optional<std::int64_t> end = {})
{
    Chapter made;
    made.start = Position::fromMilliseconds (start);
    made.title = std::move (title);

    if (end)
        made.end = Position::fromMilliseconds (*end);

    return made;
}

bool isBroken (const Outline& outline, std::string_view rule)
{
    Findings findings;
    applyRules (listRules(), ListToLint { outline, {} }, findings);
    return std::ranges::any_of (findings, [&] (const Finding& f) { return f.rule->id == rule; });
}

} // namespace

TEST_CASE ("What needs no decision is repaired in an outline, and the rules agree")
{
    Outline outline;
    outline.chapters = {
        chapter (0, "One", 5000), chapter (2000, "Two", 1000), chapter (9000, "Nine"), chapter (9000, " ")
    };

    for (const auto* rule : { "overlap", "end-before-start", "same-start", "no-title" })
        CHECK (isBroken (outline, rule));

    const auto [mended, repairs] = repaired (outline);

    for (const auto* rule : { "overlap", "end-before-start", "same-start", "no-title" })
        CHECK_FALSE (isBroken (mended, rule));

    CHECK (mended.chapters[3] == chapter (9001, "Chapter 4"));
    CHECK (repairs
           == std::vector<std::string> { "Chapter 4 begins a millisecond later, at 0:09.001.",
                                         "'One' ends where the next one begins.",
                                         "'Two' ends where the next one begins.",
                                         "'Chapter 4' got its number as a title." });
}

TEST_CASE ("An outline that is right stays as it is, and parts stay within their whole")
{
    Outline outline;
    outline.chapters = { chapter (0, "Whole", 9000),
                         chapter (0, "A remark"),
                         chapter (1000, "Part", 5000),
                         chapter (9000, "Next") };
    outline.chapters[1].kind = Chapter::Kind::note;
    outline.chapters[2].level = 1;
    const auto [mended, repairs] = repaired (outline);
    CHECK (mended == outline);
    CHECK (repairs.empty());
    CHECK_FALSE (isBroken (outline, "overlap"));
}

} // namespace earmark
