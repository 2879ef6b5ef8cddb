// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Documents.h"

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

} // namespace earmark::tests
