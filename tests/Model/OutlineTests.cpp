// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Outline.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

namespace
{

std::string
rangeText (const std::vector<Chapter>& chapters, std::size_t index, std::optional<Position> endOfAudio = {})
{
    const auto range = rangeOf ({ .episode = {}, .chapters = chapters }, index, endOfAudio);
    return formatTime (range.start) + "-" + formatTime (range.end);
}

} // namespace

TEST_CASE ("Sorting keeps the order of chapters that begin together")
{
    std::vector chapters { chapter ("2:00", "c"),
                           chapter ("0:00", "a1"),
                           chapter ("1:00", "b"),
                           chapter ("0:00", "a2"),
                           chapter ("0:00", "a3") };

    CHECK (sortChapters (chapters));
    CHECK (summaryOf (chapters) == "0:00 a1, 0:00 a2, 0:00 a3, 1:00 b, 2:00 c");
}

TEST_CASE ("Sorting tells whether anything had to move")
{
    std::vector<Chapter> none;
    CHECK_FALSE (sortChapters (none));

    std::vector sorted { chapter ("0:00"), chapter ("0:00"), chapter ("1:00") };
    CHECK_FALSE (sortChapters (sorted));

    std::vector reversed { chapter ("1:00"), chapter ("0:00") };
    CHECK (sortChapters (reversed));
}

TEST_CASE ("A missing end is the next start, and the end of the audio for the last")
{
    const std::vector chapters { chapter ("0:00"), chapter ("1:00"), chapter ("2:00") };

    CHECK (rangeText (chapters, 0) == "0:00-1:00");
    CHECK (rangeText (chapters, 1, at ("9:00")) == "1:00-2:00");
    CHECK (rangeText (chapters, 2, at ("9:00")) == "2:00-9:00");
    CHECK (rangeText (chapters, 2) == "2:00-2:00");
}

TEST_CASE ("A stated end is kept as long as it hurts nobody")
{
    const std::vector chapters { chapter ("0:00", "0:30", ""),
                                 chapter ("1:00", "3:00", ""),
                                 chapter ("2:00", "5:00", "") };

    CHECK (rangeText (chapters, 0) == "0:00-0:30");
    CHECK (rangeText (chapters, 1) == "1:00-2:00");
    CHECK (rangeText (chapters, 2) == "2:00-5:00");
    CHECK (rangeText (chapters, 2, at ("4:00")) == "2:00-4:00");
    CHECK (rangeText (chapters, 2, at ("9:00")) == "2:00-5:00");
}

TEST_CASE ("Chapters that begin together share one range")
{
    const std::vector chapters {
        chapter ("0:00", "a"), chapter ("0:00", "0:20", "b"), chapter ("0:00", "c"), chapter ("1:00", "d")
    };

    CHECK (rangeText (chapters, 0) == "0:00-1:00");
    CHECK (rangeText (chapters, 1) == "0:00-0:20");
    CHECK (rangeText (chapters, 2) == "0:00-1:00");
}

TEST_CASE ("A range is never negative")
{
    CHECK (rangeText ({ chapter ("1:00", "0:30", "ends before it begins") }, 0) == "1:00-1:00");
    CHECK (rangeText ({ chapter ("10:00", "behind the audio") }, 0, at ("5:00")) == "10:00-10:00");
}

TEST_CASE ("A chapter that begins where the audio ends is after it")
{
    CHECK_FALSE (beginsAfterAudio (chapter ("4:59"), at ("5:00")));
    CHECK (beginsAfterAudio (chapter ("5:00"), at ("5:00")));
    CHECK_FALSE (beginsAfterAudio (chapter ("5:00"), std::nullopt));
}

// With the next start looked for one by one this would take hours.
TEST_CASE ("The ranges of very many chapters that begin together are found")
{
    const Outline outline { .episode = {}, .chapters = std::vector (100'000, chapter ("0:01")) };
    Duration sum;

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        sum = sum + rangeOf (outline, i, at ("0:02")).length();

    CHECK (sum == Duration::fromSeconds (100'000));
}

} // namespace earmark
