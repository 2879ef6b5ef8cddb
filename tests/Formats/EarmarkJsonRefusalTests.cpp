// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EarmarkJsonFormat.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

// JSON that is not as it should be.

namespace earmark
{

using namespace tests;

namespace
{

/** The failure of a document that differs from a good one by this text inside its only chapter. */
Error failureOf (std::string_view members)
{
    const auto reading = readEarmarkJson (R"({"earmark":1,"chapters":[{)" + std::string (members) + "}]}");
    REQUIRE_FALSE (reading);
    return reading.error();
}

} // namespace

TEST_CASE ("Unknown members are noticed with their path")
{
    const auto reading = readEarmarkJson (
        R"({"earmark":1,"maker":"x","episode":{"title":"T","season":3},"chapters":[{"start_ms":0},{"start_ms":5,"colour":"red"}]})");

    REQUIRE (reading);
    std::vector<std::string> paths;

    for (const auto& n : reading->notices)
    {
        CHECK (n.grade == Notice::Grade::ignored);
        paths.push_back (n.where.path);
    }

    std::ranges::sort (paths);
    CHECK (paths == std::vector<std::string> { "chapters[1].colour", "episode.season", "maker" });
}

TEST_CASE ("Members of a wrong type are an error with their path")
{
    CHECK (failureOf (R"("start_ms":"0")").where.path == "chapters[0].start_ms");
    CHECK (failureOf (R"("start_ms":0,"title":3)").where.path == "chapters[0].title");
    CHECK (failureOf (R"("start_ms":0,"points":"x")").where.path == "chapters[0].points");
    CHECK (failureOf (R"("start_ms":0,"points":["a",3])").where.path == "chapters[0].points[1]");
    CHECK (failureOf (R"("start_ms":0,"hidden":"no")").where.path == "chapters[0].hidden");
    CHECK (failureOf (R"("start_ms":0,"image":"data:image/png;base64,***")").where.path
           == "chapters[0].image");
    CHECK (failureOf (R"("start_ms":0,"kind":"chorus")").where.path == "chapters[0].kind");
    CHECK (failureOf (R"("start_ms":0,"title":3)").kind == Error::Kind::malformed);
    CHECK (failureOf (R"("title":"no start")").where.path == "chapters[0]");

    const auto cover = readEarmarkJson (
        R"({"earmark":1,"episode":{"cover":"data:image/png;base64,***"},"chapters":[{"start_ms":0}]})");
    REQUIRE_FALSE (cover);
    CHECK (cover.error().where.path == "episode.cover");

    for (const auto* text : { R"({"earmark":1,"chapters":{}})",
                              R"({"earmark":1,"chapters":[3]})",
                              R"({"earmark":1,"episode":[],"chapters":[{"start_ms":0}]})",
                              R"(["earmark"])" })
    {
        INFO (text);
        const auto reading = readEarmarkJson (text);
        REQUIRE_FALSE (reading);
        CHECK (reading.error().kind == Error::Kind::malformed);
    }
}

TEST_CASE ("Times that no audio has are an error")
{
    for (const auto* time : { "-1",
                              "1e30",
                              "-1e30",
                              "36000000001",
                              "9223372036854775807",
                              "18446744073709551615",
                              "99999999999999999999999",
                              "1e999",
                              "-1e999",
                              "true" })
    {
        INFO (time);
        CHECK (failureOf (std::string ("\"start_ms\":") + time).kind == Error::Kind::malformed);
        CHECK (failureOf (std::string ("\"start_ms\":0,\"end_ms\":") + time).kind == Error::Kind::malformed);
    }

    CHECK (failureOf (R"("start_ms":0,"start_ns":-1)").where.path == "chapters[0].start_ns");
    CHECK (readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ms":1500.5}]})")->outline.chapters[0].start
           == Position::fromMilliseconds (1501));
    CHECK (readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ns":5}]})")->outline.chapters[0].start
           == Position::fromNanoseconds (5));
}

TEST_CASE ("An end before its start is left out, with a warning")
{
    const auto reading = readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ms":2000,"end_ms":1000}]})");
    REQUIRE (reading);
    CHECK (summaryOf (reading->outline.chapters) == "0:02");
    REQUIRE (reading->notices.size() == 1);
    CHECK (reading->notices[0].grade == Notice::Grade::warning);
    CHECK (reading->notices[0].where.path == "chapters[0].end_ms");
}

TEST_CASE ("Broken JSON is malformed, with the byte where")
{
    for (const std::string_view text : { R"({"earmark":1,)",
                                         R"({"earmark":1,"chapters":[{"start_ms":0})",
                                         R"({"earmark":1 "chapters":[]})",
                                         "{",
                                         "{\"earmark\":\"\\ud800\"}",
                                         "{\"earmark\":01}",
                                         "" })
    {
        INFO (text);
        const auto reading = readEarmarkJson (text);
        REQUIRE_FALSE (reading);
        CHECK (reading.error().kind == Error::Kind::malformed);
        REQUIRE (reading.error().where.byte);
        CHECK (*reading.error().where.byte <= text.size());
    }

    CHECK (readEarmarkJson (R"({"earmark":1 "x":2})").error().where.byte == 15);
}

TEST_CASE ("JSON without chapters is empty")
{
    for (const auto* text :
         { R"({"earmark":1})", R"({"earmark":1,"chapters":[]})", R"({"earmark":1,"chapters":null})" })
    {
        const auto reading = readEarmarkJson (text);
        REQUIRE_FALSE (reading);
        CHECK (reading.error().kind == Error::Kind::empty);
    }
}

TEST_CASE ("A newer version is refused, not misread")
{
    const auto reading = readEarmarkJson (R"({"earmark":3,"chapters":[{"start_ms":0}]})");
    REQUIRE_FALSE (reading);
    CHECK (reading.error().kind == Error::Kind::unsupported);
    CHECK (reading.error().message.contains ("newer"));
}

TEST_CASE ("Nesting without end is refused and does not exhaust the stack")
{
    for (const auto& [open, close] : { std::pair { "[", "]" }, { "{\"a\":", "}" } })
    {
        std::string opened, closed;

        for (int i = 0; i < 200'000; ++i)
        {
            opened += open;
            closed += close;
        }

        const auto whole = readEarmarkJson (R"({"earmark":1,"x":)" + opened + "1" + closed + "}");
        REQUIRE_FALSE (whole);
        CHECK (whole.error().kind == Error::Kind::tooLarge);
        CHECK_FALSE (readEarmarkJson (R"({"earmark":1,"x":)" + opened));
    }

    const auto nested = [] (int levels)
    { return std::string (std::size_t (levels), '[') + std::string (std::size_t (levels), ']'); };
    CHECK (readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ms":0}],"x":)" + nested (60) + "}"));
    CHECK_FALSE (readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ms":0}],"x":)" + nested (70) + "}"));
    CHECK (readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ms":0,"title":"\"[\\"}],"x":")" + nested (70)
                            + "\"}")); // in a string
}

TEST_CASE ("More chapters than the limit are refused")
{
    std::string text = R"({"earmark":1,"chapters":[)";

    for (std::size_t i = 0; i <= maxChapters; ++i)
        text += "{},";

    text += "{}]}";
    const auto reading = readEarmarkJson (text);
    REQUIRE_FALSE (reading);
    CHECK (reading.error().kind == Error::Kind::tooLarge);
}

// An object that keeps its order looks for each new name among all before it.
TEST_CASE ("An object with very many members is read")
{
    std::string text = R"({"earmark":1,"chapters":[{"start_ms":0}])";

    for (int i = 0; i < 50'000; ++i)
        text += ",\"n" + std::to_string (i) + "\":0";

    const auto reading = readEarmarkJson (text + "}");
    REQUIRE (reading);
    CHECK (reading->notices.size() == 50'000);
}

} // namespace earmark
