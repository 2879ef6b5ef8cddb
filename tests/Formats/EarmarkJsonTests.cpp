// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/OutlineJson.h"

#include "Formats/EarmarkJson.h"
#include "Formats/EarmarkJsonFormat.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"
#include "Support/RandomOutline.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <format>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

using namespace tests;

namespace
{

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

} // namespace

TEST_CASE ("Earmark's JSON keeps everything")
{
    const auto outline = richOutline();
    const auto text = writeDocument (earmarkJson(), outline);
    const auto reading = readEarmarkJson (text);

    REQUIRE (reading);
    CHECK (reading->outline == outline);
    CHECK (reading->notices.empty());
    CHECK (writeDocument (earmarkJson(), reading->outline) == text);
}

TEST_CASE ("Random outlines keep everything in Earmark's JSON")
{
    for (std::uint64_t seed = 0; seed < 500; ++seed)
    {
        INFO ("seed " << seed);
        Random random { seed };
        const auto outline = randomOutline (random, earmarkJson().capabilities, TextStyle::any);
        const auto reading = readEarmarkJson (writeDocument (earmarkJson(), outline));
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
        writeDocument (earmarkJson(),
                       { .episode = { .show = "\xFF", .description = "\xFF", .cover = EmbeddedImage {} },
                         .chapters = { c, empty } });
    const auto reading = readEarmarkJson (text);

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
        return readEarmarkJson (R"({"earmark":1,"chapters":[{"start_ms":0,"image":")" + url + "\"}]}")
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
    CHECK (imported->format == &earmarkJson());
    CHECK (imported->reading.outline == richOutline());
    CHECK (imported->reading.notices.empty());
}

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
    const auto reading = readEarmarkJson (text);
    REQUIRE (reading);
    CHECK (reading->outline == project.outline);
    REQUIRE (reading->notices.size() == 1);
    CHECK (reading->notices[0]
           == Notice { Notice::Grade::ignored,
                       "The project's audio, 'audio/Folge 1.m4a'.",
                       { .path = "audio.path" } });
}

TEST_CASE ("A project tells for which audio its chapters have their times")
{
    const auto second = [] (int n) { return Position::fromSeconds (n); };
    const Project project { .outline = {},
                            .audio = {},
                            .savedAs = {},
                            .timedFor =
                                TimedFor { Duration::fromNanoseconds (68'250'000'001),
                                           { { second (1), second (2) }, { second (5), second (7) } } } };
    const auto text = writeProjectJson (project);
    CHECK (text.contains (R"("pauses": "1000-2000 5000-7000")"));
    const auto again = readProjectJson (text);
    REQUIRE (again);
    CHECK (again->notices.empty());
    CHECK (again->project == project);

    const auto read = [] (const std::string& timedFor)
    { return readProjectJson (R"({"earmark":1,"timed_for":)" + timedFor + R"(,"chapters":[]})"); };

    CHECK (read (R"({"length_ms":5000})")->project.timedFor == TimedFor { Duration::fromSeconds (5), {} });
    CHECK_FALSE (read (R"({"pauses":"1-2"})")->project.timedFor);
    CHECK_FALSE (read ("{}")->project.timedFor);
    CHECK (read ("7").error().kind == Error::Kind::malformed);

    // What is damaged in them keeps nobody from the chapters.
    std::string tooMany;

    for (int i = 0; i <= 250'000; ++i)
        tooMany += std::format ("{}{}-{}", i == 0 ? "" : " ", 2 * i, 2 * i + 1);

    for (const auto& pauses : std::vector<std::string> { "1",
                                                         "1-",
                                                         "2-1",
                                                         "1-5 4-6",
                                                         "a-b",
                                                         "1-2,3-4",
                                                         "1-99999999999999999",
                                                         "18446744073710-900",
                                                         "9223372036854-9223372036855",
                                                         tooMany })
    {
        CAPTURE (pauses.substr (0, 60));
        const auto damaged = read (R"({"length_ms":5000,"pauses":")" + pauses + "\"}");
        REQUIRE (damaged);
        CHECK (damaged->notices.size() == 1);
        CHECK (damaged->project.timedFor == TimedFor { Duration::fromSeconds (5), {} });
    }
}

TEST_CASE ("A project may have no chapters yet; an outline may not")
{
    const auto text = writeProjectJson ({});
    const auto again = readProjectJson (text);
    REQUIRE (again);
    CHECK (again->project == Project());
    CHECK (readEarmarkJson (text).error().kind == Error::Kind::empty);
    CHECK (readProjectJson (R"({"earmark":1,"audio":{"path":"","length_ms":5},"chapters":[]})")->project
           == Project());
}

TEST_CASE ("A project's file is known by its suffix, too")
{
    CHECK (findWriterFor ("Episode 41.earmark")->id == "earmark-json");
}

} // namespace earmark
