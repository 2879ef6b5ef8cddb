// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Documents.h"

#include "Session/ImportPreview.h"
#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

namespace
{

Result<ImportedText> pasted (const std::string& text, const std::string& formatId = {})
{
    Services services;
    documents::provide (services);
    return services.readOutline (text, "Clipboard", {}, formatId);
}

} // namespace

TEST_CASE ("A short list without times is offered as titles that wait for their places", "[plugin][import]")
{
    const auto titles = must (pasted ("- Opening\n- Tides\n- Storm glass\n"));
    CHECK (titles.format == "titles");
    CHECK (titles.isUntimed);
    REQUIRE (titles.outline.chapters.size() == 3);
    CHECK (titles.outline.chapters[2].title == "Storm glass");
    CHECK (std::ranges::all_of (titles.outline.chapters,
                                [] (const Chapter& c) { return c.start == Position(); }));
    CHECK (
        std::ranges::contains (titles.formatChoices, "outline", &std::pair<std::string, std::string>::first));
}

TEST_CASE ("What is no list of titles is refused, and what has times keeps them", "[plugin][import]")
{
    CHECK_FALSE (pasted ("Just a line"));
    CHECK_FALSE (pasted ("One.\n" + std::string (400, 'a') + '\n'));
    CHECK_FALSE (pasted (""));
    CHECK_FALSE (pasted ("Opening\nTides\n", "audacity"));

    const auto timed = must (pasted ("0:00 Opening\n1:30 Tides\n"));
    CHECK_FALSE (timed.isUntimed);
    CHECK (timed.outline.chapters[1].start == Position (Duration::fromMilliseconds (90'000)));
}

TEST_CASE ("No line that was read is called unused, whatever the format", "[plugin][import]")
{
    for (const auto* text :
         { "2m 15s First topic\n5m 10s Second topic\n9m 45s Third topic\n",
           "2.15 First topic\n5.10 Second topic\n9.45 Third topic\n12.30 Fourth\n",
           "0.000000\t0.000000\tOpening\n60.5\t60.5\tSecond\n120.25\t120.25\tThird\n180\t180\tFourth\n",
           "{\"version\":\"1.2.0\",\"chapters\":[\n{\"startTime\":0,\"title\":\"Opening\"},\n"
           "{\"startTime\":60.5,\"title\":\"Second\"},\n{\"startTime\":125,\"title\":\"Third\"}\n]}\n",
           "#,Name,Start,End,Length\nM1,Opening,0:00.000,,\nM2,Second,1:00.500,,\nM3,Third,2:05.000,,\n" })
    {
        CAPTURE (text);
        const auto reading = must (pasted (text));
        CHECK (reading.outline.chapters.size() >= 3);
        CHECK_FALSE (
            std::ranges::contains (fatesOf (text, reading), LineFate::Kind::unused, &LineFate::kind));
    }
}

} // namespace earmark::tests
