// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/OutlineJson.h"

#include "Formats/ChapterFormat.h"
#include "Formats/EarmarkJson.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"
#include "Support/RandomOutline.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace earmark
{

using namespace tests;

namespace
{

using Json = nlohmann::ordered_json;

const ChapterFormat& format()
{
    return *findFormat ("earmark-json");
}

Result<OutlineReading> read (std::string_view text)
{
    return format().read (text, {});
}

Outline richOutline()
{
    auto first = chapter ("0:00", "0:54", "Welcome “aboard”\n");
    first.summary = "Two\nparagraphs \\ with \"quotes\"";
    first.points = { "One", "", "天 🎬" };
    first.link = Link { "https://example.org/a?b=c&d=é", "The site" };
    first.image =
        EmbeddedImage { "image/png",
                        std::make_shared<const std::string> (std::string ("\x89PNG\r\n\x1a\n\0\xFF", 10)) };
    first.level = 1;
    first.kind = Chapter::Kind::adBreak;
    first.inContents = false;
    first.locked = true;

    Chapter second { .start = Position::fromNanoseconds (54'000'000'001),
                     .end = Position::fromNanoseconds (60'123'456'789),
                     .title = {} };
    second.image = LinkedImage { "https://example.org/i.png" };
    second.kind = Chapter::Kind::note;

    return { .episode = { .show = "Harbour Lights",
                          .title = "The Tide",
                          .number = "41",
                          .date = "2031-05-04",
                          .author = "Ida Quist",
                          .description = "Line\nline",
                          .cover = LinkedImage { "https://example.org/c.jpg" } },
             .chapters = { first, second, chapter ("1:00:00", "End") } };
}

/** The failure of a document that differs from a good one by this text inside its only chapter. */
Error failureOf (std::string_view members)
{
    const auto reading = read (R"({"earmark":1,"chapters":[{)" + std::string (members) + "}]}");
    REQUIRE_FALSE (reading);
    return reading.error();
}

} // namespace

TEST_CASE ("Earmark's JSON keeps everything")
{
    const auto outline = richOutline();
    const auto text = writeDocument (format(), outline);
    const auto reading = read (text);

    REQUIRE (reading);
    CHECK (reading->outline == outline);
    CHECK (reading->notices.empty());
    CHECK (writeDocument (format(), reading->outline) == text);
}

TEST_CASE ("Random outlines keep everything in Earmark's JSON")
{
    for (std::uint64_t seed = 0; seed < 500; ++seed)
    {
        INFO ("seed " << seed);
        Random random { seed };
        const auto outline = randomOutline (random, format().capabilities, TextStyle::any);
        const auto reading = read (writeDocument (format(), outline));
        REQUIRE (reading);
        REQUIRE (reading->outline == outline);
        REQUIRE (reading->notices.empty());
    }
}

TEST_CASE ("The JSON has the members that are promised, and null where nothing is")
{
    const auto json = toJson ({ .episode = {}, .chapters = { chapter ("1:27:20", "T") } });

    CHECK (
        json.dump()
        == R"({"episode":{"show":null,"title":null},"chapters":[{"start_ms":5240000,"end_ms":null,"title":"T","summary":null,"points":[],"url":null,"image":null,"hidden":false}]})");
}

TEST_CASE ("Times are rounded to the nearest millisecond, with the exact value beside")
{
    const auto json = toJson (richOutline())["chapters"][1];

    CHECK (json["start_ms"] == 54'000);
    CHECK (json["start_ns"] == 54'000'000'001);
    CHECK (json["end_ms"] == 60'123);
    CHECK (json["end_ns"] == 60'123'456'789);
    CHECK_FALSE (toJson (richOutline())["chapters"][0].contains ("start_ns"));
}

TEST_CASE ("An embedded picture is a data URL")
{
    Chapter c { .image = EmbeddedImage { "image/png", std::make_shared<const std::string> ("abc") } };
    CHECK (toJson ({ .episode = {}, .chapters = { c } })["chapters"][0]["image"]
           == "data:image/png;base64,YWJj");
}

TEST_CASE ("Pictures without content and texts that are not UTF-8 do no harm")
{
    Chapter c { .title = "a\xFFz",
                .summary = "\xC3",
                .points = { "\x80" },
                .link = Link { "\xFE", "\xFE" },
                .image = EmbeddedImage { "image/\xFF", std::make_shared<const std::string> ("x") } };
    Chapter empty { .image = EmbeddedImage {} };
    const auto text =
        writeDocument (format(),
                       { .episode = { .show = "\xFF", .description = "\xFF", .cover = EmbeddedImage {} },
                         .chapters = { c, empty } });
    const auto reading = read (text);

    REQUIRE (reading);
    CHECK (reading->outline.chapters[0].title == "a\xEF\xBF\xBDz");
    CHECK (std::holds_alternative<EmbeddedImage> (*reading->outline.chapters[0].image));
    CHECK_FALSE (reading->outline.chapters[1].image);
    CHECK_FALSE (reading->outline.episode.cover);
}

TEST_CASE ("Data URLs of other kinds stay addresses")
{
    const auto image = [] (const std::string& url)
    {
        return read (R"({"earmark":1,"chapters":[{"start_ms":0,"image":")" + url + "\"}]}")
            ->outline.chapters[0]
            .image;
    };

    CHECK (image ("data:image/svg+xml,%3Csvg/%3E")
           == Image (LinkedImage { "data:image/svg+xml,%3Csvg/%3E" }));
    CHECK (image ("data:image/png;name=a;base64,YWJj")
           == Image (EmbeddedImage { "image/png;name=a", std::make_shared<const std::string> ("abc") }));
    CHECK (image ("data:image/png;base64,")
           == Image (EmbeddedImage { "image/png", std::make_shared<const std::string>() }));
    CHECK (image ("https://example.org/;base64,x")
           == Image (LinkedImage { "https://example.org/;base64,x" }));
}

TEST_CASE ("What import and show print is read back, too")
{
    auto json = toJson (richOutline());
    json["notices"] = { { { "line", 3 }, { "grade", "warning" }, { "message", "x" } } };
    const auto imported = importOutline (json.dump(), {});

    REQUIRE (imported);
    CHECK (imported->format == &format());
    CHECK (imported->reading.outline == richOutline());
    CHECK (imported->reading.notices.empty());
}

//======================================================================================================
// What is not as it should be

TEST_CASE ("Unknown members are noticed with their path")
{
    const auto reading = read (
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

    const auto cover =
        read (R"({"earmark":1,"episode":{"cover":"data:image/png;base64,***"},"chapters":[{"start_ms":0}]})");
    REQUIRE_FALSE (cover);
    CHECK (cover.error().where.path == "episode.cover");

    for (const auto* text : { R"({"earmark":1,"chapters":{}})",
                              R"({"earmark":1,"chapters":[3]})",
                              R"({"earmark":1,"episode":[],"chapters":[{"start_ms":0}]})",
                              R"(["earmark"])" })
    {
        INFO (text);
        const auto reading = read (text);
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
    CHECK (read (R"({"earmark":1,"chapters":[{"start_ms":1500.5}]})")->outline.chapters[0].start
           == Position::fromMilliseconds (1501));
    CHECK (read (R"({"earmark":1,"chapters":[{"start_ns":5}]})")->outline.chapters[0].start
           == Position::fromNanoseconds (5));
}

TEST_CASE ("An end before its start is left out, with a warning")
{
    const auto reading = read (R"({"earmark":1,"chapters":[{"start_ms":2000,"end_ms":1000}]})");
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
        const auto reading = read (text);
        REQUIRE_FALSE (reading);
        CHECK (reading.error().kind == Error::Kind::malformed);
        REQUIRE (reading.error().where.byte);
        CHECK (*reading.error().where.byte <= text.size());
    }

    CHECK (read (R"({"earmark":1 "x":2})").error().where.byte == 15);
}

TEST_CASE ("JSON without chapters is empty")
{
    for (const auto* text :
         { R"({"earmark":1})", R"({"earmark":1,"chapters":[]})", R"({"earmark":1,"chapters":null})" })
    {
        const auto reading = read (text);
        REQUIRE_FALSE (reading);
        CHECK (reading.error().kind == Error::Kind::empty);
    }
}

TEST_CASE ("A newer version is refused, not misread")
{
    const auto reading = read (R"({"earmark":2,"chapters":[{"start_ms":0}]})");
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

        const auto whole = read (R"({"earmark":1,"x":)" + opened + "1" + closed + "}");
        REQUIRE_FALSE (whole);
        CHECK (whole.error().kind == Error::Kind::tooLarge);
        CHECK_FALSE (read (R"({"earmark":1,"x":)" + opened));
    }

    const auto nested = [] (int levels)
    { return std::string (std::size_t (levels), '[') + std::string (std::size_t (levels), ']'); };
    CHECK (read (R"({"earmark":1,"chapters":[{"start_ms":0}],"x":)" + nested (60) + "}"));
    CHECK_FALSE (read (R"({"earmark":1,"chapters":[{"start_ms":0}],"x":)" + nested (70) + "}"));
    CHECK (read (R"({"earmark":1,"chapters":[{"start_ms":0,"title":"\"[\\"}],"x":")" + nested (70)
                 + "\"}")); // in a string
}

TEST_CASE ("More chapters than the limit are refused")
{
    std::string text = R"({"earmark":1,"chapters":[)";

    for (std::size_t i = 0; i <= maxChapters; ++i)
        text += "{},";

    text += "{}]}";
    const auto reading = read (text);
    REQUIRE_FALSE (reading);
    CHECK (reading.error().kind == Error::Kind::tooLarge);
}

// An object that keeps its order looks for each new name among all before it.
TEST_CASE ("An object with very many members is read")
{
    std::string text = R"({"earmark":1,"chapters":[{"start_ms":0}])";

    for (int i = 0; i < 50'000; ++i)
        text += ",\"n" + std::to_string (i) + "\":0";

    const auto reading = read (text + "}");
    REQUIRE (reading);
    CHECK (reading->notices.size() == 50'000);
}

//======================================================================================================
TEST_CASE ("A project is an outline with its audio, and an outline by itself")
{
    const Project project { .outline = richOutline(),
                            .audio = MediaReference { "audio/Folge 1.m4a",
                                                      Duration::fromNanoseconds (68'250'000'001) },
                            .savedAs = "/projects/one.earmark" };
    const auto text = writeProjectJson (project);
    const auto again = readProjectJson (text);
    REQUIRE (again);
    CHECK (again->notices.empty());
    CHECK (again->project == project);

    // Who wants the chapters alone gets them, and is told what is left out.
    const auto reading = read (text);
    REQUIRE (reading);
    CHECK (reading->outline == project.outline);
    REQUIRE (reading->notices.size() == 1);
    CHECK (reading->notices[0]
           == Notice { Notice::Grade::ignored,
                       "The project's audio, 'audio/Folge 1.m4a'.",
                       { .path = "audio.path" } });
}

TEST_CASE ("A project may have no chapters yet; an outline may not")
{
    const auto text = writeProjectJson ({});
    const auto again = readProjectJson (text);
    REQUIRE (again);
    CHECK (again->project == Project());
    CHECK (read (text).error().kind == Error::Kind::empty);
    CHECK (readProjectJson (R"({"earmark":1,"audio":{"path":"","length_ms":5},"chapters":[]})")->project
           == Project());
}

TEST_CASE ("A project's file is known by its suffix, too")
{
    CHECK (findWriterFor ("Episode 41.earmark")->id == "earmark-json");
}

} // namespace earmark
