// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"
#include "Support/LoseNothing.h"
#include "Support/Must.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

using namespace tests;

namespace
{

bool warnsOfTimesOfDay (const OutlineReading& reading)
{
    return std::ranges::any_of (
        reading.notices,
        [] (const Notice& n)
        { return n.grade == Notice::Grade::warning && n.message.contains ("times of day"); });
}

bool asks (const OutlineReading& reading)
{
    return std::ranges::contains (reading.questions, "clock", &Question::id);
}

std::string answeredYes (std::string_view text)
{
    return summaryOf (
        must (importOutline (text, {}, { .answers = { { "clock", "yes" } } })).reading.outline.chapters);
}

constexpr std::string_view programme = "09:00 Registration\n10:30 Keynote\n12:00 Lunch\n13:15 Workshops\n";
constexpr std::string_view log = "23:58:15 On air\n23:59:50 First guest\n";

} // namespace

TEST_CASE ("A programme of times of day is read as it stands, with a warning and a question")
{
    const auto reading = readLosingNothing (programme);
    CHECK (summaryOf (reading.outline.chapters)
           == "9:00 Registration, 10:30 Keynote, 12:00 Lunch, 13:15 Workshops");
    CHECK (warnsOfTimesOfDay (reading));
    CHECK (asks (reading));
}

TEST_CASE ("Times of day count from the first one when told so")
{
    CHECK (answeredYes (programme) == "0:00 Registration, 1:30:00 Keynote, 3:00:00 Lunch, 4:15:00 Workshops");
    CHECK (answeredYes (log) == "0:00 On air, 1:35 First guest");
}

TEST_CASE ("A log of a live recording is suspected, an episode of many hours is not")
{
    CHECK (warnsOfTimesOfDay (readLosingNothing (log)));

    for (const std::string_view text : { "0:00:00 One\n6:00:00 Two\n7:00:00 Three\n",
                                         "5:10:00 Disc 2\n10:30:00 Disc 3\n",
                                         "12:30 One\n13:07 Two\n14:01 Three\n" })
    {
        INFO (text);
        const auto reading = readLosingNothing (text);
        CHECK_FALSE (warnsOfTimesOfDay (reading));
        CHECK_FALSE (asks (reading));
    }
}

} // namespace earmark
