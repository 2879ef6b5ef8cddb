// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Timecode.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

TEST_CASE ("Frame rates are known by all their names")
{
    CHECK (parseFrameRate ("25") == FrameRate { 25, 1 });
    CHECK (parseFrameRate ("25.00") == FrameRate { 25, 1 });
    CHECK (parseFrameRate ("23.976 Frame") == FrameRate { 24000, 1001 });
    CHECK (parseFrameRate ("29.97 Drop Frame") == FrameRate { 30000, 1001, true });
    CHECK (parseFrameRate ("29.97 Non-Drop") == FrameRate { 30000, 1001 });
    CHECK (parseFrameRate ("29.97df") == FrameRate { 30000, 1001, true });
    CHECK (parseFrameRate ("30000/1001") == FrameRate { 30000, 1001 });

    for (const auto* text : { "", "x", "0", "1/0", "/", "-25", "26" })
        CHECK_FALSE (parseFrameRate (text));
}

TEST_CASE ("Drop-frame leaves out numbers, not time")
{
    const FrameRate drop { 30000, 1001, true };
    CHECK (toDuration (*parseTimecode ("00;11;23;01"), drop).milliseconds (Rounding::nearest) == 683'049);
    CHECK (toDuration (*parseTimecode ("01:00:00;00"), drop).milliseconds (Rounding::nearest) == 3'599'996);

    for (std::int64_t frame = 0; frame < 40'000; frame += 7)
    {
        const auto time = Duration::fromNanoseconds (frame * 1'001'000'000'000 / 30000 + 1000);
        const auto text = formatTimecode (time, drop);
        INFO (text);
        CHECK (text.contains (';'));
        CHECK (std::abs ((toDuration (*parseTimecode (text), drop) - time).nanoseconds()) < 17'000'000);
    }
}

TEST_CASE ("Timecodes are whole, and nothing else is one")
{
    CHECK (parseTimecode ("01:02:03:04")->frames == 4);
    CHECK (parseTimecode ("01:02:03:04.50")->hundredths == 50);
    CHECK (parseTimecode ("01:02:03.04")->frames == 4);
    CHECK_FALSE (parseTimecode ("01:02:03:04")->dropFrame);
    CHECK (parseTimecode ("01:02:03;04")->dropFrame);

    for (const auto* text :
         { "", "1:02:03", "01:60:00:00", "01:02:03:", "01:02:03:04:05", "a:b:c:d", "-1:02:03:04" })
        CHECK_FALSE (parseTimecode (text));

    CHECK (formatTimecode (Duration::fromMilliseconds (3'661'500), { 25, 1 })
           == "01:01:01:13"); // half a frame rounds up
}

TEST_CASE ("Where nobody says how many frames a second has, the largest number does")
{
    const auto guess = [] (std::int64_t largest, bool drop)
    {
        const ReadOptions options;
        Gathering gathering (options);
        return formatFrameRate (askFrameRate (gathering, largest, drop));
    };

    CHECK (guess (11, false) == "24");
    CHECK (guess (24, false) == "25");
    CHECK (guess (29, false) == "30");
    CHECK (guess (45, false) == "50");
    CHECK (guess (59, false) == "60");
    CHECK (guess (29, true) == "29.97df");
    CHECK (guess (59, true) == "59.94df");
}

} // namespace earmark
