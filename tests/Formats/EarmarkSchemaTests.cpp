// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"
#include "Formats/EarmarkJson.h"

#include "Foundation/File.h"
#include "Support/Places.h"
#include "Support/Printing.h"
#include "Support/RandomOutline.h"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

// The published schema against what is written. The check knows the keywords that the schema uses, and refuses others; unlike a
// validator it also wants every written name to be described.

namespace earmark
{

using namespace tests;

namespace
{

using Json = nlohmann::json;

bool hasType (const Json& value, const std::string& type)
{
    return type == "object"    ? value.is_object()
           : type == "array"   ? value.is_array()
           : type == "string"  ? value.is_string()
           : type == "integer" ? value.is_number_integer()
           : type == "boolean" ? value.is_boolean()
                               : type == "null" && value.is_null();
}

bool matches (const Json& schema, const Json& value, const Json& root);

bool matchesKeyword (const std::string& keyword, const Json& rule, const Json& value, const Json& root)
{
    if (keyword == "$ref")
        return matches (root.at (Json::json_pointer (rule.get<std::string>().substr (1))), value, root);

    if (keyword == "type")
        return rule.is_array()
                   ? std::ranges::any_of (
                         rule, [&] (const Json& t) { return hasType (value, t.get<std::string>()); })
                   : hasType (value, rule.get<std::string>());

    if (keyword == "const")
        return value == rule;

    if (keyword == "enum")
        return std::ranges::find (rule, value) != rule.end();

    if (keyword == "minimum")
        return ! value.is_number() || value >= rule;

    if (keyword == "maximum")
        return ! value.is_number() || value <= rule;

    if (keyword == "anyOf")
        return std::ranges::any_of (rule, [&] (const Json& s) { return matches (s, value, root); });

    if (keyword == "items")
        return std::ranges::all_of (value, [&] (const Json& item) { return matches (rule, item, root); });

    if (keyword == "required")
        return std::ranges::all_of (
            rule, [&] (const Json& name) { return value.contains (name.get<std::string>()); });

    if (keyword == "properties")
    {
        for (const auto& [name, member] : value.items())
            if (! rule.contains (name) || ! matches (rule[name], member, root))
                return false;

        return true;
    }

    const bool isNoRule =
        keyword == "description" || keyword == "title" || keyword == "$schema" || keyword == "$defs";
    REQUIRE (isNoRule);
    return true;
}

bool matches (const Json& schema, const Json& value, const Json& root)
{
    for (const auto& [keyword, rule] : schema.items())
        if (! matchesKeyword (keyword, rule, value, root))
            return false;

    return true;
}

} // namespace

TEST_CASE ("What is written as Earmark JSON follows the published schema")
{
    const auto schema = Json::parse (
        readFile (tests::projectFolder() / "docs/earmark.schema.json", maxDocumentBytes).value());
    const auto& format = *findFormat ("earmark-json");

    for (std::uint64_t seed = 0; seed < 200; ++seed)
    {
        INFO ("seed " << seed);
        Random random { seed };
        const auto text = writeDocument (format, randomOutline (random, format.capabilities, TextStyle::any));
        INFO (text);
        REQUIRE (matches (schema, Json::parse (text), schema));
    }

    const auto project = writeProjectJson (
        { .outline = {},
          .audio = MediaReference { "../a.m4a", Duration::fromNanoseconds (68'250'000'001) },
          .savedAs = "/projects/a.earmark",
          .timedFor = TimedFor { Duration::fromNanoseconds (98'250'000'001),
                                 { { Position::fromSeconds (1), Position::fromSeconds (2) } } } });
    CHECK (matches (schema, Json::parse (project), schema));
    CHECK (project.contains ("length_ns"));
    CHECK (project.contains ("\"pauses\": \"1000-2000\""));
    CHECK_FALSE (matches (schema, Json::parse (R"({"earmark":1,"timed_for":{},"chapters":[]})"), schema));
    CHECK_FALSE (matches (schema, Json::parse (R"({"earmark":1,"audio":{},"chapters":[]})"), schema));

    Outline sharing { .episode = {}, .chapters = { Chapter {}, Chapter {} } };

    for (auto& chapter : sharing.chapters)
        chapter.image = EmbeddedImage { "image/png", std::make_shared<const std::string> ("abc") };

    const auto shared = Json::parse (writeDocument (format, sharing));
    CHECK (shared["earmark"] == 2);
    CHECK (matches (schema, shared, schema));

    CHECK_FALSE (matches (schema, Json::parse (R"({"earmark":3,"chapters":[]})"), schema));
    CHECK_FALSE (matches (schema, Json::parse (R"({"earmark":1,"chapters":[{"title":"a"}]})"), schema));
    CHECK_FALSE (matches (schema, Json::parse (R"({"earmark":1,"chapters":[{"start_ms":-1}]})"), schema));
}

} // namespace earmark
