// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/EditList.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"
#include "Support/Random.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

// Random edits of random documents: what holds for all of them, whatever the edit does.

namespace earmark
{

using namespace tests;

namespace
{

/** On a coarse grid, so that equal times are common. */
Position randomPosition (Random& random)
{
    return Position::fromMilliseconds (500 * random.between (0, 40));
}

Chapter randomChapter (Random& random)
{
    Chapter c { .start = randomPosition (random), .title = std::to_string (random.below (100)) };

    if (random.oneIn (2))
        c.end = c.start + Duration::fromMilliseconds (500 * random.between (0, 12));

    c.level = random.oneIn (3) ? int (random.below (3)) : 0;
    c.locked = random.oneIn (5);
    return c;
}

std::vector<Chapter> randomChapters (Random& random, bool contiguous)
{
    std::vector<Chapter> chapters;

    for (auto n = random.below (9); n > 0; --n)
        chapters.push_back (randomChapter (random));

    sortChapters (chapters);

    for (std::size_t i = 0; contiguous && i + 1 < chapters.size(); ++i)
        chapters[i].end = chapters[i + 1].start;

    return chapters;
}

ChapterId randomId (Random& random, const Document& document)
{
    const auto& chapters = document.outline.chapters;
    return chapters.empty() || random.oneIn (20) ? ChapterId (10'000) : random.pick (chapters).id;
}

std::vector<ChapterId> randomIds (Random& random, const Document& document)
{
    std::vector<ChapterId> ids;

    for (auto n = random.below (4); n > 0; --n)
        ids.push_back (randomId (random, document));

    return ids;
}

Duration randomStep (Random& random)
{
    return Duration::fromMilliseconds (250 * random.between (-30, 30));
}

Edit randomEdit (Random& random, const Document& document)
{
    const auto id = randomId (random, document);
    const auto range = [&] { return TimeRange { randomPosition (random), randomPosition (random) }; };

    switch (random.below (15))
    {
        case 0:
            return AddChapter { randomChapter (random) };
        case 1:
            return RemoveChapters { randomIds (random, document) };
        case 2:
            return SetField { id,
                              random.oneIn (2) ? SetField::Field (SetField::Level { int (random.below (3)) })
                                               : SetField::Locked { random.oneIn (2) } };
        case 3:
            return SetEnd { id, random.oneIn (4) ? std::nullopt : std::optional (randomPosition (random)) };
        case 4:
            return MoveChapter { id, randomPosition (random) + randomStep (random), Neighbours::clamp };
        case 5:
            return MoveChapter { id, randomPosition (random) + randomStep (random), Neighbours::push };
        case 6:
            return NudgeChapters { randomIds (random, document), randomStep (random) };
        case 7:
            return SnapChapters { { { id, randomPosition (random) },
                                    { randomId (random, document), randomPosition (random) } } };
        case 8:
            return SplitChapter { randomPosition (random) + Duration::fromMilliseconds (250), "split" };
        case 9:
            return MergeChapters { randomIds (random, document) };
        case 10:
            switch (random.below (4))
            {
                case 0:
                    return ShiftChapters { ShiftChapters::All {}, randomStep (random) };
                case 1:
                    return ShiftChapters { ShiftChapters::From { randomPosition (random) },
                                           randomStep (random) };
                case 2:
                    return ShiftChapters { ShiftChapters::These { randomIds (random, document) },
                                           randomStep (random) };
                default:
                    return ShiftChapters { ShiftChapters::Within { range() }, randomStep (random) };
            }
        case 11:
            return StretchChapters { { { randomPosition (random), randomPosition (random) },
                                       { randomPosition (random), randomPosition (random) } } };
        case 12:
            return InsertTime { randomPosition (random), randomStep (random) };
        case 13:
            return RemoveTime { range() };
        default:
            return ReplaceOutline { { .episode = {}, .chapters = randomChapters (random, random.oneIn (2)) },
                                    random.oneIn (2) ? ReplaceOutline::Mode::keepMyTimes
                                                     : ReplaceOutline::Mode::keepMyTexts };
    }
}

/** The pairs of which the first reaches into the second. */
std::set<std::pair<ChapterId, ChapterId>> overlaps (const Document& document, bool withSubChapters)
{
    std::set<std::pair<ChapterId, ChapterId>> pairs;
    const auto& chapters = document.outline.chapters;

    for (std::size_t i = 0; i < chapters.size(); ++i)
        for (std::size_t j = i + 1; j < chapters.size(); ++j)
            if (chapters[i].end && chapters[j].start < *chapters[i].end
                && (withSubChapters || chapters[j].level <= chapters[i].level))
                pairs.insert ({ chapters[i].id, chapters[j].id });

    return pairs;
}

void checkInvariants (const Document& before, const Document& after, const Edit& edit)
{
    const auto& chapters = after.outline.chapters;
    std::set<ChapterId> ids;

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        const auto& c = chapters[i];
        REQUIRE (c.start >= Position());
        REQUIRE ((! c.end || *c.end >= c.start));
        REQUIRE ((i == 0 || chapters[i - 1].start <= c.start));
        REQUIRE (c.id != ChapterId::none);
        REQUIRE (std::uint64_t (c.id) < after.nextId);
        REQUIRE (ids.insert (c.id).second);
    }

    const auto old = overlaps (before, true);

    for (const auto& pair : overlaps (after, false))
        REQUIRE (old.contains (pair));

    // A lock holds against everything but its own removal.
    std::map<ChapterId, Position> locked;

    for (const auto& c : before.outline.chapters)
        if (c.locked)
            locked[c.id] = c.start;

    for (const auto& c : chapters)
        if (const auto found = locked.find (c.id); found != locked.end())
            REQUIRE (c.start == found->second);

    // Ends that met go on meeting, where the next chapter is still the next.
    if (std::holds_alternative<SetEnd> (edit) || std::holds_alternative<ReplaceOutline> (edit))
        return;

    const auto& mine = before.outline.chapters;

    for (std::size_t i = 0; i + 1 < mine.size(); ++i)
    {
        if (mine[i].end != mine[i + 1].start || mine[i].start == mine[i + 1].start)
            continue;

        const auto now = std::ranges::find (chapters, mine[i].id, &Chapter::id);

        if (now != chapters.end() && now + 1 != chapters.end() && (now + 1)->id == mine[i + 1].id)
            REQUIRE (now->end == (now + 1)->start);
    }
}

} // namespace

TEST_CASE ("Random edits keep the invariants")
{
    constexpr int rounds = 1500;
    constexpr int editsEach = 8;
    int done = 0;

    for (int round = 0; round < rounds; ++round)
    {
        Random random { std::uint64_t (round) };
        auto document = documentOf (randomChapters (random, random.oneIn (2)));

        for (int i = 0; i < editsEach; ++i)
        {
            const auto edit = randomEdit (random, document);
            INFO ("seed " << round << ", edit " << i << ": " << label (edit) << " of "
                          << summaryOf (document));
            const auto untouched = document;
            const auto after = apply (document, edit);
            REQUIRE (document == untouched);

            if (! after)
            {
                const auto kind = after.error().kind;
                REQUIRE ((kind == Error::Kind::notFound || kind == Error::Kind::wrongUsage));
                REQUIRE_FALSE (after.error().message.empty());
                continue;
            }

            INFO ("gives " << summaryOf (*after));
            checkInvariants (document, *after, edit);
            document = *after;
            ++done;
        }
    }

    CHECK (done > rounds * editsEach / 2);
}

TEST_CASE ("A list of edits gives what they give one after the other")
{
    constexpr int rounds = 3000;
    int failures = 0, ends = 0;

    for (int round = 0; round < rounds; ++round)
    {
        Random random { std::uint64_t (round) };
        const auto document = documentOf (randomChapters (random, random.oneIn (2)));
        Result<Document> expected = document;
        std::vector<Edit> list;
        INFO ("seed " << round << ": " << summaryOf (document));

        while (expected && list.size() < 12)
        {
            // Mostly those that a list does together.
            list.push_back (random.oneIn (5) ? randomEdit (random, *expected)
                            : random.oneIn (3)
                                ? Edit (SetField { randomId (random, *expected),
                                                   SetField::Level { int (random.below (3)) } })
                                : Edit (AddChapter { randomChapter (random) }));
            auto next = apply (*expected, list.back());

            // A list that ends with what fails does so now and then.
            if (! next && ! random.oneIn (10))
                list.pop_back();
            else
                expected = std::move (next);
        }

        const auto after = applyAll (document, list);
        REQUIRE (after.has_value() == expected.has_value());

        if (! after)
        {
            REQUIRE (after.error().message == expected.error().message);
            ++failures;
            continue;
        }

        INFO ("gives " << summaryOf (*after) << " and not " << summaryOf (*expected));
        REQUIRE (*after == *expected);
        ends += int (std::ranges::count_if (after->outline.chapters,
                                            [] (const Chapter& c) { return c.end.has_value(); }));
    }

    CHECK (failures > rounds / 100);
    CHECK (ends > rounds);
}

TEST_CASE ("Shifting all to and fro changes nothing where nothing hits zero")
{
    for (int round = 0; round < 500; ++round)
    {
        Random random { std::uint64_t (round) };
        auto document = documentOf (randomChapters (random, true));

        for (auto& c : document.outline.chapters)
            c.locked = false;

        const auto by = Duration::fromMilliseconds (random.between (0, 100'000));
        const auto later = apply (document, ShiftChapters { ShiftChapters::All {}, by });
        REQUIRE (later);
        const auto back = apply (*later, ShiftChapters { ShiftChapters::All {}, -by });
        REQUIRE (back);
        REQUIRE (back->outline == document.outline);
    }
}

} // namespace earmark
