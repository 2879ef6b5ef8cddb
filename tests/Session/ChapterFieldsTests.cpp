// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ChapterFields.h"

#include "Session/EpisodeDesk.h"
#include "Support/Must.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("An end is typed as a time, or as nothing", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    const auto type = [&] (const char* typed)
    { return editOfEnd (desk.id (1), typed).transform ([&] (const Edit& e) { return w.perform (e); }); };

    REQUIRE (type (" 2:30 "));
    CHECK (w.chapters()[1].end == at (150));
    REQUIRE (type ("  "));
    CHECK_FALSE (w.chapters()[1].end);
    CHECK_FALSE (type ("soon"));
    CHECK_FALSE (type ("-1"));
    CHECK (timeTyped (" soon ").error().message == "'soon' is no time; type it like 1:02:03.250.");
}

TEST_CASE ("Points are lines, and blank ones are none", "[session]")
{
    CHECK (pointsTyped (" one\n\n  \ntwo \r\n").value == std::vector<std::string> { "one", "two" });
    CHECK (pointsTyped ("").value.empty());
}

TEST_CASE ("A link is an address, with or without a text", "[session]")
{
    CHECK (linkTyped ("https://example.org/a", "Site").value == Link { "https://example.org/a", "Site" });
    CHECK_FALSE (linkTyped ("", "Site").value);
}

} // namespace earmark::tests
