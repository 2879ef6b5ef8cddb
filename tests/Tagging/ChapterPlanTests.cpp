// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/ChapterPlan.h"

#include "Support/Must.h"
#include "Support/Outlines.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

struct Line
{
    std::int64_t start, end;
    std::string title;

    bool operator== (const Line&) const = default;
};

std::ostream& operator<< (std::ostream& stream, const Line& line)
{
    return stream << line.start << "-" << line.end << " " << line.title;
}

std::vector<Line> linesOf (const ChapterPlan& plan)
{
    std::vector<Line> lines;

    for (const auto& chapter : plan.chapters)
        lines.push_back ({ chapter.startMs, chapter.endMs, chapter.title });

    return lines;
}

constexpr auto tenSeconds = Duration::fromSeconds (10);

ChapterPlan planOf (const Outline& outline, Duration length = tenSeconds)
{
    return must (planChapters (outline, length));
}

Chapter until (Chapter chapter, std::int64_t endMs)
{
    chapter.end = Position::fromMilliseconds (endMs);
    return chapter;
}

} // namespace

TEST_CASE ("A chapter ends where the next one begins, the last one with the audio")
{
    const auto outline = outlineOf ({ chapterAt (0, "A"), chapterAt (3000, "B"), chapterAt (7000, "C") });
    const auto plan = planOf (outline, Duration::fromNanoseconds (9'999'999'999));
    CHECK (linesOf (plan)
           == std::vector<Line> { { 0, 3000, "A" }, { 3000, 7000, "B" }, { 7000, 9999, "C" } });
    CHECK (plan.notices.empty());
    CHECK (plan.chapters[1].source == &outline.chapters[1]);
}

TEST_CASE ("Times are rounded down to the millisecond")
{
    Outline outline;

    for (const std::int64_t ns : { 0, 999'999, 1'999'999'999 })
        outline.chapters.push_back ({ .start = Position::fromNanoseconds (ns), .title = "T" });

    outline.chapters.erase (outline.chapters.begin());
    const auto plan = planOf (outline);
    CHECK (plan.chapters[0].startMs == 0);
    CHECK (plan.chapters[1].startMs == 1999);
}

TEST_CASE ("Stated ends are kept where they leave a gap, and clamped where they do not fit")
{
    const auto plan = planOf (outlineOf ({ until (chapterAt (0, "gap"), 2000),
                                           until (chapterAt (3000, "a millisecond"), 3999),
                                           until (chapterAt (4000, "overlap"), 9000),
                                           until (chapterAt (5000, "before its start"), 4000),
                                           until (chapterAt (6000, "at its start"), 6000),
                                           until (chapterAt (7000, "last"), 8000) }));
    CHECK (linesOf (plan)
           == std::vector<Line> { { 0, 2000, "gap" },
                                  { 3000, 4000, "a millisecond" },
                                  { 4000, 5000, "overlap" },
                                  { 5000, 6000, "before its start" },
                                  { 6000, 7000, "at its start" },
                                  { 7000, 8000, "last" } });
}

TEST_CASE ("A stated end after the audio ends with it, and is told when it is not by a hair")
{
    CHECK (planOf (outlineOf ({ until (chapterAt (0, "A"), 10'400) })).notices.empty());

    const auto plan = planOf (outlineOf ({ until (chapterAt (0, "A"), 15'000) }));
    CHECK (plan.chapters[0].endMs == 10'000);
    CHECK (says (plan.notices,
                 "The chapters go on to 0:15, but the audio ends at 0:10, 5 s earlier: chapter 1 would end"));

    // All that do are told of at once.
    const auto many = planOf (outlineOf ({ until (chapterAt (0, "A"), 2000),
                                           until (chapterAt (3000, "B"), 12'000),
                                           until (chapterAt (4000, "C"), 16'000),
                                           until (chapterAt (5000, "D"), 14'000) }));
    REQUIRE (many.notices.size() == 1);
    CHECK (says (many.notices, "go on to 0:16, but the audio ends at 0:10, 6 s earlier: chapters 2\u20134"));
    CHECK (says (many.notices, "find the cut"));
}

TEST_CASE ("Chapters are numbered as in the outline, with the remarks that are not written")
{
    auto outline = outlineOf ({ chapterAt (0, "A"),
                                chapterAt (1000, "A remark"),
                                until (chapterAt (3000), 12'000),
                                until (chapterAt (5000), 14'000) });
    outline.chapters[1].kind = Chapter::Kind::note;
    const auto plan = planOf (outline);
    CHECK (says (plan.notices, "chapters 3, 4 would end after the audio"));
    CHECK (says (plan.notices, "Chapters 3, 4 have no titles"));
    const auto error = mustFail (planChapters (outline, Duration::fromSeconds (3)));
    CHECK (error.message.contains ("chapters 3, 4 begin after the audio"));
}

TEST_CASE ("Chapters are planned in the order of their starts")
{
    const auto plan =
        planOf (outlineOf ({ chapterAt (2000, "C"), chapterAt (0, "A"), chapterAt (1000, "B") }));
    CHECK (linesOf (plan)
           == std::vector<Line> { { 0, 1000, "A" }, { 1000, 2000, "B" }, { 2000, 10'000, "C" } });
}

TEST_CASE ("Equal starts are spread by a millisecond, in their order")
{
    const auto plan = planOf (outlineOf ({ chapterAt (1000, "A"),
                                           chapterAt (1000, "B"),
                                           chapterAt (1000, "C"),
                                           chapterAt (1001, "D"),
                                           chapterAt (5000, "E") }));
    CHECK (linesOf (plan)
           == std::vector<Line> { { 1000, 1001, "A" },
                                  { 1001, 1002, "B" },
                                  { 1002, 1003, "C" },
                                  { 1003, 5000, "D" },
                                  { 5000, 10'000, "E" } });
    CHECK (says (plan.notices, "3 chapters began at the same time"));
}

TEST_CASE ("Titles are one valid line, and never empty")
{
    const auto plan = planOf (outlineOf ({ chapterAt (0, "  two \n lines\t\1 "),
                                           chapterAt (1000, ""),
                                           chapterAt (2000, " \n "),
                                           chapterAt (3000, "bad \xFF\xC3 bytes"),
                                           chapterAt (4000, "\x7F") }));
    CHECK (plan.chapters[0].title == "two lines");
    CHECK (plan.chapters[1].title == "Chapter 2");
    CHECK (plan.chapters[2].title == "Chapter 3");
    CHECK (plan.chapters[3].title == "bad \uFFFD\uFFFD bytes");
    CHECK (plan.chapters[4].title == "Chapter 5");
    CHECK (says (plan.notices, "Chapters 2, 3, 5 have no titles"));
    CHECK (plan.notices.size() == 1);
    CHECK (says (planOf (outlineOf ({ chapterAt (1000) })).notices,
                 "The chapter at 0:01 has no title; it is written as 'Chapter 1'."));
}

TEST_CASE ("The producer's own remarks are left out, and leave no trace")
{
    auto outline = outlineOf ({ chapterAt (0, "A"),
                                chapterAt (2000, "remark"),
                                chapterAt (5000, "B"),
                                chapterAt (5000, "remark"),
                                chapterAt (8000, "remark") });

    for (const std::size_t i : { 1u, 3u, 4u })
        outline.chapters[i].kind = Chapter::Kind::note;

    const auto plan = planOf (outline);
    CHECK (linesOf (plan) == std::vector<Line> { { 0, 5000, "A" }, { 5000, 10'000, "B" } });
    CHECK (says (plan.notices, "3 of the producer's own remarks"));

    SECTION ("also after the end of the audio")
    {
        outline.chapters.back().start = Position::fromSeconds (99);
        CHECK (planOf (outline).chapters.size() == 2);
    }

    SECTION ("and nothing but remarks is nothing to write")
    {
        for (auto& chapter : outline.chapters)
            chapter.kind = Chapter::Kind::note;

        CHECK (mustFail (planChapters (outline, tenSeconds)).kind == Error::Kind::empty);
    }
}

TEST_CASE ("An outline that does not fit the audio is refused by the first chapter that does not")
{
    const auto error = mustFail (planChapters (
        outlineOf ({ chapterAt (0, "A"), chapterAt (10'000, "B"), chapterAt (11'000, "C") }), tenSeconds));
    CHECK (error.kind == Error::Kind::mismatch);
    CHECK (error.message.find ("'B'") != std::string::npos);
    CHECK (error.message.find ("0:10") != std::string::npos);
    CHECK (error.message.contains ("chapters 2, 3 begin after the audio"));
    CHECK (error.message.contains ("at least 1 s too early"));

    const auto one = mustFail (planChapters (
        outlineOf ({ chapterAt (0, "A"), until (chapterAt (12'000, "B"), 14'500) }), tenSeconds));
    CHECK (one.message.starts_with (
        "The chapter 'B' begins at 0:12, but the audio ends at 0:10, at least 4.5 s too early"));

    const auto refusalOf = [] (const Chapter& last)
    { return mustFail (planChapters (outlineOf ({ chapterAt (0, "A"), last }), tenSeconds)).message; };

    SECTION ("by how much is said as people read times")
    {
        CHECK (refusalOf (chapterAt (69'900, "B")).contains ("at least 59.9 s too early"));
        CHECK (refusalOf (chapterAt (70'000, "B")).contains ("at least 1:00 too early"));
        CHECK (refusalOf (chapterAt (35'410'400, "B")).contains ("at least 9:50:00 too early"));
        CHECK (says (planOf (outlineOf ({ until (chapterAt (0, "A"), 100'000) })).notices,
                     "but the audio ends at 0:10, 1:30 earlier"));
    }

    SECTION ("and not where there is nothing to say")
    {
        CHECK (
            refusalOf (chapterAt (10'000, "B"))
                .starts_with ("The chapter 'B' begins at 0:10, where the audio ends: the outline belongs"));
        CHECK (
            mustFail (
                planChapters (outlineOf ({ chapterAt (10'000, "B"), chapterAt (10'000, "C") }), tenSeconds))
                .message.starts_with ("From 'B' at 0:10 on, chapters 1, 2 begin where the audio ends: the"));
    }

    CHECK (planChapters (outlineOf ({ chapterAt (9999, "A") }), tenSeconds).has_value());
    CHECK (mustFail (planChapters (outlineOf ({ chapterAt (0, "A") }), Duration())).kind
           == Error::Kind::mismatch);

    SECTION ("also when only spreading pushes it out")
    {
        CHECK (
            mustFail (planChapters (outlineOf ({ chapterAt (9999, "A"), chapterAt (9999, "B") }), tenSeconds))
                .kind
            == Error::Kind::mismatch);
    }

    SECTION ("and by what it is called when it has no title")
    {
        CHECK (mustFail (planChapters (outlineOf ({ chapterAt (10'000) }), tenSeconds))
                   .message.find ("Chapter 1")
               != std::string::npos);
    }
}

TEST_CASE ("Times that no container holds are refused")
{
    constexpr std::int64_t limit = 0x7FFFFFFF;
    const auto month = Duration::fromSeconds (31 * 24 * 3600);
    CHECK (planChapters (outlineOf ({ chapterAt (limit - 1, "A") }), month).has_value());
    CHECK (planOf (outlineOf ({ chapterAt (0, "A") }), month).chapters[0].endMs == limit);
    CHECK (mustFail (planChapters (outlineOf ({ chapterAt (limit, "A") }), month)).kind
           == Error::Kind::mismatch);
}

TEST_CASE ("A start before the audio is brought to its beginning")
{
    const auto plan = planOf (outlineOf (
        { chapterAt (-2000, "A"), chapterAt (-1, "B"), chapterAt (0, "C"), chapterAt (5000, "D") }));
    CHECK (linesOf (plan)
           == std::vector<Line> { { 0, 1, "A" }, { 1, 2, "B" }, { 2, 5000, "C" }, { 5000, 10'000, "D" } });
    CHECK (says (plan.notices, "before the audio"));
}

} // namespace earmark
