// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Techniques/Writing.h"
#include "Support/Chapters.h"
#include "Support/Printing.h"
#include "Support/RandomOutline.h"
#include "Support/Samples.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>
#include <set>

namespace earmark
{

using namespace tests;

namespace
{

constexpr std::string_view list = "0:00 Welcome\n1:12 The gauge\n1:02:03 Letters\n";

/** With the ends that the format gives to every chapter, where it does. */
Outline carriedBy (const ChapterFormat& format, Outline outline)
{
    if (format.capabilities.ends == Capabilities::Ends::all)
    {
        const auto before = outline;

        for (std::size_t i = 0; i < outline.chapters.size(); ++i)
            outline.chapters[i].end = writtenEnd (before, i);
    }

    return outline;
}

/** What formats that count frames ask for. */
const Answers answers { { "fps", "25" } };

std::string detected (std::string_view bytes, std::string_view fileName = {})
{
    const auto imported = importOutline (bytes, fileName);
    return imported ? std::string (imported->format->id) : "none";
}

} // namespace

//======================================================================================================
// The table

TEST_CASE ("Every format in the table is complete and has a name of its own")
{
    std::set<std::string_view> ids, names;

    for (const auto* format : chapterFormats())
    {
        REQUIRE (format != nullptr);
        INFO (format->id);
        CHECK (ids.insert (format->id).second);
        CHECK (names.insert (format->name).second);
        CHECK (std::ranges::all_of (
            format->id,
            [] (char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }));
        CHECK ((format->read != nullptr || format->write != nullptr));
        CHECK ((format->sniff == nullptr || format->read != nullptr));
        CHECK (findFormat (format->id) == format);

        for (const auto suffix : format->suffixes)
            CHECK ((suffix.starts_with ('.') && toLowerAscii (suffix) == suffix));
    }

    CHECK (findFormat ("nonsense") == nullptr);
    CHECK (findFormat ("") == nullptr);
}

TEST_CASE ("The writer is found by suffix, in any case")
{
    CHECK (findWriterFor ("a.json")->id == "earmark-json");
    CHECK (findWriterFor ("A.JSON")->id == "earmark-json");
    CHECK (findWriterFor ("/a.b/notes.txt")->write != nullptr);
    CHECK (findWriterFor ("a.mp3") == nullptr);
    CHECK (findWriterFor ("json") == nullptr);
    CHECK (findWriterFor ("") == nullptr);
}

TEST_CASE ("Ends that meet the next start meet it in whole frames, too")
{
    const Outline outline { .episode = {},
                            .chapters = { chapter ("0:00", "0:53.812", "a"),
                                          chapter ("0:53.812", "2:10.407", "b"),
                                          chapter ("2:10.407", "3:00.031", "c"),
                                          chapter ("3:00.031", "d") } };
    const auto read = importOutline (
        writeDocument (*findFormat ("resolve-edl"), outline), {}, { .answers = { { "fps", "25" } } });
    REQUIRE (read);
    const auto& chapters = read->reading.outline.chapters;
    REQUIRE (chapters.size() == 4);

    for (std::size_t i = 0; i + 1 < chapters.size(); ++i)
        CHECK (chapters[i].end == chapters[i + 1].start);
}

TEST_CASE ("Who goes to a time in show notes does not miss the beginning")
{
    const Outline outline { .episode = {}, .chapters = { chapter ("1:02.7", "The news") } };
    CHECK (writeDocument (*findFormat ("notes-markdown"), outline).contains ("## 1:02 The news\n"));
    CHECK (writeDocument (*findFormat ("notes-html"), outline).contains ("<h2>1:02 The news</h2>"));

    for (const auto* id : { "youtube", "spotify", "apple-podcasts" })
        CHECK (writeDocument (*findFormat (id), outline) == "1:02 The news\n");
}

//======================================================================================================
// Detection

TEST_CASE ("The content decides what a document is")
{
    CHECK (detected (sample ("outline/harbour-lights.txt")) == "outline");
    CHECK (detected (list) == "timestamps");
    CHECK (detected (R"({"earmark":1,"chapters":[{"start_ms":0}]})") == "earmark-json");
    CHECK (detected (R"( {"chapters":[{"start_ms":0}]})") == "earmark-json");
    CHECK (detected ("No times here") == "none");
}

TEST_CASE ("A list of cuts with actions for texts is no list of labels")
{
    for (const std::string_view cuts : { "0.00\t12.50\t3\n300.25\t300.25\t2\n725.00\t725.00\t2\n",
                                         "5.3   7.1    0\n15    16.7   1\n420   822    3\n",
                                         "0\t12\t3\n30\t40\t0\n" })
    {
        const auto imported = importOutline (cuts, {});
        REQUIRE_FALSE (imported);
        CHECK (imported.error().message == "It is a list of cuts, without titles.");
    }

    CHECK (detected ("0.0\t12.5\t1\n12.5\t30.0\t2\n30.0\t40.0\t3\n") == "audacity");
    CHECK (detected ("0.0\t12.5\t1\n12.5\t30.0\tFog\n") == "audacity");
    CHECK (detected ("0.0\t0.0\t0\n60.0\t60.0\t1\n120.0\t120.0\t2\n") == "audacity");
    CHECK (importOutline ("60.0\t60.0\t1\n", {}));
}

TEST_CASE ("Chapters without names are OGM's only where each stands before a sign of equality")
{
    CHECK (detected ("DATE=2024\nCHAPTER01=0:00:00\nCHAPTER02=0:01:00\n") == "ogm");
    CHECK (detected ("Chapter1\t0:00:00\nChapter2\t0:01:00\n") != "ogm");
}

TEST_CASE ("A document may stand between fences in an answer")
{
    const auto checkBlock = [] (std::string_view block, std::string_view format)
    {
        INFO (block);
        const auto imported = importOutline (
            std::format ("Here are your chapters:\n\n```\n{}\n```\n\nTell me what to change!\n", block), {});
        REQUIRE (imported);
        CHECK (imported->format->id == format);
        CHECK (summaryOf (imported->reading.outline.chapters) == "0:00 Low water, 1:12 The gauge");

        const auto& notices = imported->reading.notices;
        const auto isLeftOut = [&] (const Place& where)
        {
            return std::ranges::any_of (notices,
                                        [&] (const Notice& n)
                                        { return n.where == where && n.message.contains ("left out"); });
        };
        CHECK (isLeftOut (Place::atLine (1)));
        CHECK (isLeftOut (Place::atLine (std::size_t (std::ranges::count (block, '\n')) + 7)));
    };

    checkBlock (R"([{ "start": "0:00", "title": "Low water" },
                   { "start": "1:12", "title": "The gauge" }])",
                "podlove-json");
    checkBlock (R"({ "version": "1.2.0",
                    "chapters": [{ "startTime": 0, "title": "Low water" }, { "startTime": 72, "title": "The gauge" }] })",
                "podcasting-json");
    checkBlock ("title,start\nLow water,0:00\nThe gauge,1:12", "csv");
    // However much stands above it, and its lines count from the top.
    std::string prose;

    for (auto i = 0; i < 100; ++i)
        prose += "We talk about water.\n";

    const auto far =
        importOutline (prose + "~~~csv\ntitle,start\nLow water,0:00\nThe gauge,high\nFog,2:00\n~~~\n", {});
    REQUIRE (far);
    CHECK (far->format->id == "csv");
    CHECK (std::ranges::any_of (far->reading.notices,
                                [] (const Notice& n)
                                { return n.where == Place::atLine (104) && n.message.contains ("high"); }));

    const auto remarks = importOutline ("Here:\n``` json\n[{ \"start\": \"0:00\", \"title\": \"A\" }, { "
                                        "\"start\": \"1:12\", \"title\": \"B\" },\n"
                                        "{ \"start\": \"2:00\", \"title\": \"C\" }]\n```\n\n- 0:00 The start "
                                        "is short\n- 1:12 Could be split\n",
                                        {});
    REQUIRE (remarks);
    CHECK (remarks->format->id == "podlove-json");

    const auto cues = importOutline ("Here:\n```\nWEBVTT\n\n00:00.000 --> 01:12.000\nLow water\n```\n", {});
    REQUIRE (cues);
    CHECK (cues->format->id == "webvtt");

    const auto broken = importOutline (
        "Here:\n```json\n{ \"version\": \"1.2.0\",\n \"chapters\": [ { \"startTime\": 0, … } ] }\n```\n", {});
    REQUIRE_FALSE (broken);
    CHECK (broken.error().where.byte.value_or (0)
           > std::string_view ("Here:\n```json\n{ \"version\": \"1.2.0\",").size());
}

TEST_CASE ("Of several blocks between fences, and of one that no format is sure of, the text around is read "
           "as before")
{
    CHECK (detected ("```\n0:00 Low water\n1:12 The gauge\n```\n") == "timestamps");
    CHECK (
        detected ("0:00 Low water\n1:12 The gauge\n\nAs JSON:\n```json\n[{ \"start\": \"0:00\", \"title\": "
                  "\"Low water\" }]\n```\n")
        == "timestamps");
    CHECK (detected ("```\n{}\n```\n0:00 Low water\n1:12 The gauge\n```\n{}\n```\n") == "timestamps");
}

TEST_CASE ("A suffix does not outweigh the content")
{
    CHECK (detected (list, "a.json") == "timestamps");
    CHECK (detected (R"({"earmark":1,"chapters":[{"start_ms":0}]})", "a.txt") == "earmark-json");
    CHECK (detected (sample ("outline/harbour-lights.txt"), "a.json") == "outline");
}

TEST_CASE ("A named format is used whatever the document looks like")
{
    const auto asOutline = importOutline (list, {}, {}, "outline");
    REQUIRE (asOutline);
    CHECK (asOutline->format->id == "outline");
    CHECK (summaryOf (asOutline->reading.outline.chapters)
           == "0:00 Welcome, 1:12 The gauge, 1:02:03 Letters");

    const auto asJson = importOutline (list, {}, {}, "earmark-json");
    REQUIRE_FALSE (asJson);
    CHECK (asJson.error().kind == Error::Kind::malformed);
}

TEST_CASE ("An unknown format is a wrong usage")
{
    const auto imported = importOutline (list, {}, {}, "nonsense");
    REQUIRE_FALSE (imported);
    CHECK (imported.error().kind == Error::Kind::wrongUsage);
    CHECK (imported.error().message.contains ("nonsense"));
}

TEST_CASE ("The encoding is told, and its warnings come first")
{
    const auto imported = importOutline ("5:00 Caf\xE9\n0:00 Intro\n9:00 End", {});

    REQUIRE (imported);
    CHECK (imported->encoding == "Windows-1252");
    CHECK (summaryOf (imported->reading.outline.chapters) == "0:00 Intro, 5:00 Café, 9:00 End");
    REQUIRE (imported->reading.notices.size() >= 2);
    CHECK (imported->reading.notices.front().message.contains ("Windows-1252"));
    CHECK (imported->reading.notices.back().message.contains ("sorted"));
}

TEST_CASE ("Documents in UTF-16 and with byte order marks are read")
{
    std::string utf16 = "\xFF\xFE";

    for (const char c : list)
        utf16 += { c, '\0' };

    for (const auto& bytes : { utf16, utf16.substr (2), "\xEF\xBB\xBF" + std::string (list) })
    {
        const auto imported = importOutline (bytes, {});
        REQUIRE (imported);
        CHECK (summaryOf (imported->reading.outline.chapters)
               == "0:00 Welcome, 1:12 The gauge, 1:02:03 Letters");
    }
}

TEST_CASE ("What cannot be a document is refused with its reason")
{
    CHECK (importOutline ("", {}).error().kind == Error::Kind::empty);
    CHECK (importOutline (" \n", {}).error().kind == Error::Kind::empty);
    CHECK (importOutline ("Prose.", {}).error().kind == Error::Kind::empty);
    CHECK (importOutline (std::string ("ID3\x04\0\0\0", 7), {}).error().kind == Error::Kind::malformed);
    CHECK (importOutline (std::string (maxDocumentBytes + 1, '0'), {}).error().kind == Error::Kind::tooLarge);
}

//======================================================================================================
// Losses

TEST_CASE ("What a format cannot hold is told, one notice for each kind")
{
    auto full = chapter ("0:00", "0:10", "a");
    full.summary = "s";
    full.points = { "p" };
    full.link = Link { "https://example.org", {} };
    full.image = LinkedImage { "https://example.org/i.png" };
    full.inContents = false;
    const Outline outline { .episode = { .title = "T" },
                            .chapters = { full, full, chapter ("0:20", "plain") } };

    CHECK (lossesIn (*findFormat ("earmark-json"), outline).empty());

    const auto losses = lossesIn (*findFormat ("timestamps"), outline);
    CHECK (losses.size() == 7);

    for (const auto& loss : losses)
        CHECK (loss.grade == Notice::Grade::ignored);

    CHECK (std::ranges::any_of (
        losses,
        [] (const Notice& n)
        { return n.message.contains ("summaries") && n.message.contains ("2 chapters"); }));
    CHECK (lossesIn (*findFormat ("outline"), outline).size() == 3);
    CHECK (lossesIn (*findFormat ("timestamps"), { .episode = {}, .chapters = { chapter ("0:20", "plain") } })
               .empty());
}

//======================================================================================================
// Round trips

TEST_CASE ("Random outlines survive every format that writes and reads, within its capabilities")
{
    for (const auto* format : chapterFormats())
    {
        if (format->write == nullptr || format->read == nullptr)
            continue;

        for (std::uint64_t seed = 0; seed < 300; ++seed)
        {
            INFO (format->id << ", seed " << seed);
            Random random { seed };
            const auto outline =
                carriedBy (*format, randomOutline (random, format->capabilities, TextStyle::words));
            const auto text = writeDocument (*format, outline, answers);
            INFO (text);
            const auto reading = format->read (text, { .answers = answers });
            REQUIRE (reading);
            REQUIRE (summaryOf (reading->outline.chapters) == summaryOf (outline.chapters));
            REQUIRE (reading->outline == outline);
            REQUIRE (lossesIn (*format, outline).empty());
            REQUIRE (writeDocument (*format, reading->outline, answers) == text);
        }
    }
}

TEST_CASE ("Outlines go through JSON and back unchanged")
{
    const auto& outlines = *findFormat ("outline");
    const auto& json = *findFormat ("earmark-json");

    for (std::uint64_t seed = 0; seed < 200; ++seed)
    {
        INFO ("seed " << seed);
        Random random { seed };
        const auto text =
            writeDocument (outlines, randomOutline (random, outlines.capabilities, TextStyle::words));
        const auto first = importOutline (text, {});
        REQUIRE (first);
        const auto second = importOutline (writeDocument (json, first->reading.outline), {});
        REQUIRE (second);
        REQUIRE (second->format == &json);
        REQUIRE (writeDocument (outlines, second->reading.outline) == text);
    }
}

} // namespace earmark
