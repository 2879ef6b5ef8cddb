// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/EarmarkJsonFormat.h"
#include "Formats/OutlineJson.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

#include <format>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

// Pictures that several places of a document share.

namespace earmark
{

using namespace tests;

TEST_CASE ("A picture that several chapters share is written once, and each has it again")
{
    const auto picture = [] (std::string bytes)
    { return EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (std::move (bytes)) }; };

    Outline outline { .episode = { .cover = picture ("cover") },
                      .chapters = { chapter ("0:00", "One"),
                                    chapter ("0:10", "Two"),
                                    chapter ("0:20", "Three"),
                                    chapter ("0:30", "Four"),
                                    chapter ("0:40", "Five") } };
    outline.chapters[0].image = picture ("shared"); // twice, and not the same in memory
    outline.chapters[1].image = picture ("own");
    outline.chapters[2].image = picture ("shared");
    outline.chapters[3].image = outline.episode.cover;

    const auto text = writeDocument (earmarkJson(), outline);
    const auto json = nlohmann::json::parse (text);
    CHECK (json["earmark"] == 2);
    CHECK (
        json["pictures"]
        == nlohmann::json::array ({ "data:image/jpeg;base64,c2hhcmVk", "data:image/jpeg;base64,Y292ZXI=" }));
    CHECK (json["chapters"][0]["image"] == "#/pictures/0");
    CHECK (json["chapters"][1]["image"] == "data:image/jpeg;base64,b3du");
    CHECK (json["chapters"][2]["image"] == "#/pictures/0");
    CHECK (json["chapters"][3]["image"] == "#/pictures/1");
    CHECK (json["chapters"][4]["image"] == nullptr);
    CHECK (json["episode"]["cover"] == "#/pictures/1");

    const auto reading = readEarmarkJson (text);
    REQUIRE (reading);
    CHECK (reading->outline == outline);
    CHECK (reading->notices.empty());

    // One in memory, too.
    CHECK (std::get<EmbeddedImage> (*reading->outline.chapters[0].image).bytes
           == std::get<EmbeddedImage> (*reading->outline.chapters[2].image).bytes);

    // Who knows only version 1 could not follow the references; what needs none stays readable to them.
    outline.chapters.erase (outline.chapters.begin() + 2, outline.chapters.end());
    const auto plain = nlohmann::json::parse (writeDocument (earmarkJson(), outline));
    CHECK (plain["earmark"] == 1);
    CHECK_FALSE (plain.contains ("pictures"));
}

TEST_CASE ("Documents that repeat their pictures are read as before, and references to nothing are refused")
{
    const auto imageIn = [] (std::string_view list, std::string_view image)
    {
        return readEarmarkJson (std::format (
            R"({{"earmark":{},"chapters":[{{"start_ms":0,"image":"{}"}},{{"start_ms":5,"image":"{}"}}]}})",
            list,
            image,
            image));
    };

    const auto repeated = imageIn ("1", "data:image/png;base64,YWJj");
    REQUIRE (repeated);
    CHECK (repeated->outline.chapters[0].image == repeated->outline.chapters[1].image);
    CHECK (repeated->outline.chapters[1].image
           == Image (EmbeddedImage { "image/png", std::make_shared<const std::string> ("abc") }));

    const std::string list = R"(2,"pictures":["data:image/png;base64,YWJj"])";
    CHECK (imageIn (list, "#/pictures/0")->outline.chapters[1].image == repeated->outline.chapters[1].image);
    CHECK (imageIn ("1", "#/pictures/0")->outline.chapters[1].image
           == Image (LinkedImage { "#/pictures/0" }));

    for (const auto* wrong : { "#/pictures/1", "#/pictures/-1", "#/pictures/", "#/pictures/x" })
    {
        const auto refused = imageIn (list, wrong);
        REQUIRE_FALSE (refused);
        CHECK (refused.error().kind == Error::Kind::malformed);
        CHECK (refused.error().where.path == "chapters[0].image");
    }

    const auto unlisted = imageIn ("2", "#/pictures/0");
    REQUIRE_FALSE (unlisted);
    CHECK (unlisted.error().kind == Error::Kind::malformed);

    const auto broken = imageIn (R"(2,"pictures":["data:image/png;base64,*"])", "#/pictures/0");
    REQUIRE_FALSE (broken);
    CHECK (broken.error().where.path == "pictures[0]");
}

TEST_CASE ("An address that reads like a reference stays one, whatever other chapters have")
{
    const auto shared = EmbeddedImage { "image/png", std::make_shared<const std::string> ("abc") };
    Outline outline { .episode = { .cover = LinkedImage { "#/pictures/" } },
                      .chapters = { chapter ("0:00", "One"),
                                    chapter ("0:10", "Two"),
                                    chapter ("0:20", "Three"),
                                    chapter ("0:30", "Four") } };
    outline.chapters[0].image = shared;
    outline.chapters[1].image = LinkedImage { "#/pictures/0" };
    outline.chapters[2].image = shared;
    outline.chapters[3].image = LinkedImage { "#/pictures/7" };

    const auto reading = readEarmarkJson (writeDocument (earmarkJson(), outline));
    REQUIRE (reading);
    CHECK (reading->outline == outline);

    outline.chapters[2].image.reset();
    const auto plain = readEarmarkJson (writeDocument (earmarkJson(), outline));
    REQUIRE (plain);
    CHECK (plain->outline == outline);
}

TEST_CASE ("A large picture that very many chapters refer to is read, saved and printed at the cost of one")
{
    constexpr std::size_t count = 100'000;
    std::string text = R"({"earmark":2,"pictures":["data:image/png;base64,)" + std::string (4u << 20, 'A')
                       + R"("],"chapters":[)";

    for (std::size_t i = 0; i < count; ++i)
        text += std::format (R"({}{{"start_ms":{},"image":"#/pictures/0"}})", i == 0 ? "" : ",", i);

    const auto reading = readEarmarkJson (text + "]}");
    REQUIRE (reading);
    CHECK (writeDocument (earmarkJson(), reading->outline).size() < 64u << 20);

    // 300 GB, if each had its own.
    auto printed = toJson (reading->outline);
    CHECK (printed["earmark"] == 2);
    CHECK (printed["pictures"].size() == 1);
    CHECK (printed["chapters"][count - 1]["image"] == "#/pictures/0");
}

TEST_CASE ("A long address is not repeated without end")
{
    std::string text = R"({"earmark":2,"pictures":["https://example.org/)" + std::string (4u << 20, 'a')
                       + R"("],"chapters":[)";

    for (int i = 0; i < 100; ++i)
        text += std::format (R"({}{{"start_ms":{},"image":"#/pictures/0"}})", i == 0 ? "" : ",", i);

    const auto reading = readEarmarkJson (text + "]}");
    REQUIRE_FALSE (reading);
    CHECK (reading.error().kind == Error::Kind::tooLarge);
    CHECK (reading.error().where.path == "chapters[63].image");
}

} // namespace earmark
