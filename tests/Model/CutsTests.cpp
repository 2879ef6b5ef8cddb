// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Cuts.h"

#include "Model/EditList.h"
#include "Support/Chapters.h"
#include "Support/Outlines.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

namespace
{

using namespace tests;

/** A pause of so many seconds that ends there. */
TimeRange pauseBefore (std::string_view end, std::string_view length = "1")
{
    return { at (end) - lasting (length), at (end) };
}

/** Minutes 0, 1 … 5. */
const auto minutes = evenOutline (6, 60'000);

std::optional<Cut> cutIn (const Outline& outline, const std::vector<TimeRange>& pauses, Duration by)
{
    return findCut (fitsAtPauses (outline, pauses, {}), fitsAtPauses (outline, pauses, by), by);
}

} // namespace

TEST_CASE ("The place of a cut is where the sound fits best")
{
    const auto by = Duration::fromSeconds (-90);
    CHECK (findCut ({ 1, 1, 1, 0, 0, 0 }, { 0, 0, 0, 1, 1, 1 }, by) == Cut { 2, 3, by });
    CHECK (findCut ({ 0, 0, 0, 0 }, { 0.8, 0.9, 0.9, 0.7 }, by) == Cut { {}, 0, by });
    CHECK (findCut ({ 1, 1, 0, 0, 0 }, { 0, 0, 0, 1, 1 }, by) == Cut { 1, 3, by }); // the third fits neither
    CHECK_FALSE (findCut ({ 1, 1, 1, 1 }, { 0, 0, 0, 0 }, by));                     // nothing moved
    CHECK_FALSE (findCut ({ 0, 0, 0, 0 }, { 0, 0, 0, 0 }, by));                     // nobody speaks
    CHECK_FALSE (findCut ({}, {}, by));

    const auto outline = evenOutline (4, 600'000);
    CHECK (sentenceAboutCut (outline, { 1, 2, by })
           == "By the sound, the cut lies between 'Part 2' at 10:00 and 'Part 3' at 20:00: from there on "
              "everything is 90 s earlier.");
    CHECK (sentenceAboutCut (outline, { {}, 0, by }) == "By the sound, all chapters are 90 s earlier.");
}

TEST_CASE ("A marker fits a pause the better the longer that is and the nearer its end")
{
    const auto fitOfMinute = [] (const TimeRange& pause)
    { return fitsAtPauses (minutes, std::vector { pause }, {}).at (1); };

    CHECK (fitOfMinute (pauseBefore ("1:00", "2")) > 0.9);
    CHECK (fitOfMinute (pauseBefore ("1:00", "0.3")) < fitOfMinute (pauseBefore ("1:00", "1")));
    CHECK (fitOfMinute (pauseBefore ("1:01", "0.4")) < fitOfMinute (pauseBefore ("1:00", "0.4")));
    CHECK (fitOfMinute (pauseBefore ("0:59")) < fitOfMinute (pauseBefore ("1:00")));
    CHECK (fitOfMinute (pauseBefore ("1:20", "30")) == fitOfMinute (pauseBefore ("1:00", "30"))); // inside it
    CHECK (fitOfMinute (pauseBefore ("0:57.9")) == 0);
    CHECK (fitOfMinute (pauseBefore ("1:03", "0.5")) == 0);

    const std::vector pauses { pauseBefore ("0:30") };
    CHECK (fitsAtPauses (minutes, pauses, lasting ("-30")).at (1) > 0.8);
    CHECK (fitsAtPauses (minutes, pauses, lasting ("-30")).at (0) == 0); // before the audio

    auto locked = minutes;
    locked.chapters[1].locked = true;
    CHECK (fitsAtPauses (locked, pauses, lasting ("-30")).at (1) == 0);
}

TEST_CASE ("Marks are counted that begin in a pause, or half a second beside its end")
{
    const std::vector pauses { pauseBefore ("1:00.5", "0.3"),
                               pauseBefore ("1:59.5"),
                               pauseBefore ("3:03", "4") };
    CHECK (countAfterPauses (minutes, pauses) == 4); // and the beginning of the file
    CHECK (countAfterPauses (minutes, std::vector { pauseBefore ("1:00.6", "0.3"), pauseBefore ("1:59.4") })
           == 1);
    CHECK (countAfterPauses (minutes, {}) == 1);
}

TEST_CASE ("A cut is found among pauses and taken out of the times")
{
    // Between the chapters at 2:00 and 3:00, 20 s went. 2:15 is where it pauses longest between them.
    const std::vector pauses { pauseBefore ("1:00"),        pauseBefore ("1:30", "3"), pauseBefore ("2:00"),
                               pauseBefore ("2:16", "1.5"), pauseBefore ("2:40"),      pauseBefore ("3:40"),
                               pauseBefore ("4:40") };
    const auto cut = cutIn (minutes, pauses, lasting ("-20"));
    REQUIRE (cut == Cut { 2, 3, lasting ("-20") });
    const auto place = placeOfCut (minutes, *cut, pauses);
    REQUIRE (place == CutPlace { at ("2:00"), at ("3:00"), at ("2:14.5"), lasting ("-20") });

    const auto after = apply (makeDocument (minutes), editOf (*place));
    REQUIRE (after);
    CHECK (summaryOf (*after)
           == "0:00 Part 1, 1:00 Part 2, 2:00 Part 3, 2:40 Part 4, 3:40 Part 5, 4:40 Part 6");
    CHECK (countAfterPauses (after->outline, pauses) == 6);
}

TEST_CASE ("What came in is found, too, and what came in before everything moves what begins at 0:00")
{
    const std::vector inside { pauseBefore ("1:00"),
                               pauseBefore ("2:30"),
                               pauseBefore ("3:30"),
                               pauseBefore ("4:30"),
                               pauseBefore ("5:30") };
    const auto cut = cutIn (minutes, inside, lasting ("30"));
    REQUIRE (cut == Cut { 1, 2, lasting ("30") });
    const auto place = placeOfCut (minutes, *cut, inside);
    REQUIRE (place);
    CHECK (place->at > at ("1:00"));
    CHECK (place->at <= at ("2:00"));
    CHECK (summaryOf (*apply (makeDocument (minutes), editOf (*place)))
           == "0:00 Part 1, 1:00 Part 2, 2:30 Part 3, 3:30 Part 4, 4:30 Part 5, 5:30 Part 6");

    const std::vector behindIntro { pauseBefore ("0:15", "2"), pauseBefore ("1:15"), pauseBefore ("2:15"),
                                    pauseBefore ("3:15"),      pauseBefore ("4:15"), pauseBefore ("5:15") };
    const auto intro = cutIn (minutes, behindIntro, lasting ("15"));
    REQUIRE (intro == Cut { {}, 0, lasting ("15") });
    const auto start = placeOfCut (minutes, *intro, behindIntro);
    REQUIRE (start == CutPlace { {}, at ("0:00"), at ("0:00"), lasting ("15") });
    CHECK (apply (makeDocument (minutes), editOf (*start))->outline.chapters[0].start == at ("0:15"));
}

TEST_CASE ("A cut has no place where the chapters leave no room for it")
{
    // A piece longer than a minute cannot have lain between two chapters a minute apart …
    CHECK_FALSE (placeOfCut (minutes, { 1, 2, lasting ("-70") }, {}));

    // … but where one between them fits neither way, it may have held that one.
    const auto place = placeOfCut (minutes, { 1, 3, lasting ("-70") }, {});
    REQUIRE (place == CutPlace { at ("1:00"), at ("3:00"), at ("1:50"), lasting ("-70") });
    CHECK (summaryOf (*apply (makeDocument (minutes), editOf (*place)))
           == "0:00 Part 1, 1:00 Part 2, 1:50 Part 4, 2:50 Part 5, 3:50 Part 6");
}

TEST_CASE ("A place that was heard takes no chapter beside it for one inside")
{
    const auto taken = [] (std::string_view place)
    { return besideMarks (minutes, at (place), lasting ("-20")); };
    CHECK (taken ("2:40.1") == at ("2:40")); // the piece ends where a chapter begins
    CHECK (taken ("1:59.9") == at ("2:00")); // it begins where one does
    CHECK (taken ("2:20") == at ("2:20"));
    CHECK (taken ("2:50") == at ("2:50")); // one began in it
    CHECK (taken ("5:30") == at ("5:30")); // behind the last

    const auto put = [] (std::string_view place)
    { return besideMarks (minutes, at (place), lasting ("30")); };
    CHECK (put ("2:00.1") == at ("2:00"));
    CHECK (put ("0:00.1") == at ("0:00"));
    CHECK (put ("1:30") == at ("1:30"));
}

TEST_CASE ("Ranges of one audio are removed in any order, and what two of them share once")
{
    const auto document = makeDocument (minutes);
    const auto without = [&] (const std::vector<TimeRange>& ranges)
    {
        const auto after = applyAll (document, removalsOf (ranges));
        REQUIRE (after);
        return summaryOf (*after);
    };

    CHECK (without ({ { at ("3:10"), at ("3:20") }, { at ("0:30"), at ("0:50") } })
           == "0:00 Part 1, 0:40 Part 2, 1:40 Part 3, 2:40 Part 4, 3:30 Part 5, 4:30 Part 6");
    CHECK (
        without ({ { at ("0:20"), at ("0:40") }, { at ("0:30"), at ("0:50") }, { at ("0:25"), at ("0:35") } })
        == "0:00 Part 1, 0:30 Part 2, 1:30 Part 3, 2:30 Part 4, 3:30 Part 5, 4:30 Part 6");
    CHECK (without ({ { at ("0:50"), at ("1:10") }, { at ("1:10"), at ("2:00") } })
           == "0:00 Part 1, 0:50 Part 3, 1:50 Part 4, 2:50 Part 5, 3:50 Part 6");
    CHECK (without ({}) == summaryOf (document));
}

} // namespace earmark
