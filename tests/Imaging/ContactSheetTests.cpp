// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/ContactSheet.h"

#include "Support/Must.h"
#include "Support/Places.h"
#include "Support/TemporaryFolder.h"

#include <juce_graphics/juce_graphics.h>

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <cstdlib>

// Sheets beside pictures that were looked at. To make new ones after a change that was meant, run with
// EARMARK_NEW_GOLDEN=1 and look at them.

namespace earmark::tests
{

namespace
{

/** Syllables and pauses, computed. */
SheetCell cell (std::size_t number, const std::string& title, Duration suggestion)
{
    SheetCell made { .number = number,
                     .title = title,
                     .marker = Position::fromSeconds (std::int64_t (number) * 395 - 395),
                     .columns = {},
                     .candidates = {},
                     .suggestion = {} };
    const auto onset = 5 + suggestion.seconds();

    for (std::size_t i = 0; i < sheetColumns; ++i)
    {
        const auto t = 10.0 * double (i) / double (sheetColumns);

        if (number == 1 && t < 5)
        {
            made.columns.emplace_back();
            continue;
        }

        const auto speaks = t < onset - 1.2 || t > onset;
        const auto syllable =
            std::abs (std::sin (9.1 * t + double (number)) * std::sin (3.3 * t)) * (speaks ? 0.8 : 0.02)
            + 0.004;
        const auto height = 32767 * syllable;
        made.columns.push_back (
            Peak { std::int16_t (-height * 0.9), std::int16_t (height), std::uint16_t (height * 0.4) });
    }

    if (number > 1)
    {
        made.suggestion = made.marker + suggestion;
        made.candidates = {
            { Candidate::Kind::speechOnset, *made.suggestion, 0.9 },
            { Candidate::Kind::pauseStart, *made.suggestion - Duration::fromMilliseconds (1200), 0.4 }
        };
    }

    return made;
}

std::vector<SheetCell> cells()
{
    std::vector<SheetCell> all {
        cell (1, "Welcome aboard", {}),
        cell (2,
              "Tide tables \xE2\x80\x94 how a page beats a forecast, and why nobody reads them any more",
              Duration::fromMilliseconds (420)),
        cell (3,
              "Gezeiten, \xD0\x9F\xD1\x80\xD0\xB8\xD0\xBB\xD0\xB8\xD0\xB2\xD1\x8B, "
              "\xCE\xA0\xCE\xB1\xCE\xBB\xCE\xAF\xCF\x81\xCF\x81\xCE\xBF\xCE\xB9\xCE\xB1",
              Duration::fromMilliseconds (-310)),
        cell (4, "Night watch", Duration::fromMilliseconds (20))
    };
    all.push_back (cell (5, "Music without a pause", {}));
    all.back().suggestion.reset();
    all.back().candidates.clear();
    return all;
}

juce::Image decode (const std::string& png)
{
    return juce::ImageFileFormat::loadFrom (png.data(), png.size());
}

/** The mean difference of all channels, 0 to 255. */
double difference (const juce::Image& a, const juce::Image& b)
{
    double sum = 0;

    for (int y = 0; y < a.getHeight(); ++y)
        for (int x = 0; x < a.getWidth(); ++x)
        {
            const auto p = a.getPixelAt (x, y), q = b.getPixelAt (x, y);
            sum += std::abs (p.getRed() - q.getRed()) + std::abs (p.getGreen() - q.getGreen())
                   + std::abs (p.getBlue() - q.getBlue());
        }

    return sum / 3 / a.getWidth() / a.getHeight();
}

} // namespace

TEST_CASE ("the contact sheet looks as it looked")
{
    for (const auto theme : { SheetTheme::dark, SheetTheme::light })
    {
        const std::string name = theme == SheetTheme::dark ? "dark.png" : "light.png";
        const auto png = must (drawContactSheet (
            cells(),
            { theme, "Harbour Lights, 12", "5 chapters, 5 seconds of 0:33:10 on either side of each marker" },
            0));
        const auto golden = projectFolder() / "tests/Imaging/Golden" / name;

        if (std::getenv ("EARMARK_NEW_GOLDEN") != nullptr)
            writeBytes (golden, png);

        writeBytes (workFolder() / name, png); // to look at when the test fails
        const auto made = decode (png), expected = decode (bytesOf (golden));
        REQUIRE (made.getBounds() == expected.getBounds());
        CHECK (difference (made, expected) < 0.5);
    }
}

TEST_CASE ("a sheet has pages for any number of chapters")
{
    CHECK (pagesFor (0) == 1);
    CHECK (pagesFor (24) == 1);
    CHECK (pagesFor (25) == 2);
    CHECK (pagesFor (1000) == 42);

    const std::vector<SheetCell> many (30, cell (2, "One of many", {}));
    const auto first = decode (must (drawContactSheet (many, {}, 0)));
    const auto last = decode (must (drawContactSheet (many, {}, 1)));
    CHECK (first.getWidth() == last.getWidth());
    CHECK (first.getWidth() <= 3100);
    CHECK (first.getHeight() <= 2300);
    CHECK (last.getHeight() < first.getHeight());
    CHECK (mustFail (drawContactSheet (many, {}, 2)).kind == Error::Kind::wrongUsage);
    CHECK (drawContactSheet ({}, {}, 0));
}

} // namespace earmark::tests
