// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"
#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// JSON and XML that no reader knows as its own.

namespace earmark
{

using namespace tests;

namespace
{

OutlineReading readingOf (std::string_view text)
{
    INFO (text);
    const auto imported = importOutline (text, {});
    REQUIRE (imported);
    return imported->reading;
}

std::string chaptersOf (std::string_view text)
{
    return summaryOf (readingOf (text).outline.chapters);
}

std::string refusalOf (std::string_view text)
{
    INFO (text);
    const auto imported = importOutline (text, {});
    REQUIRE_FALSE (imported);
    return imported.error().message;
}

bool says (const OutlineReading& reading, std::string_view words)
{
    return std::ranges::any_of (reading.notices,
                                [&] (const Notice& n) { return n.message.contains (words); });
}

constexpr std::string_view unknownJson = "It is JSON of a kind that Earmark does not know.";
constexpr std::string_view unknownXml = "It is XML of a kind that Earmark does not know.";

} // namespace

TEST_CASE ("The head of a post is read where it has a list of chapters, and not what only looks like one")
{
    const auto formatOf = [] (std::string_view text)
    {
        const auto imported = importOutline (text, {});
        return imported ? imported->format->id : std::string_view ("none");
    };
    const std::string items =
        "chapters:\n  - start: 0:00\n    title: Welcome\n  - title: Fog\n    start: \"1:12\"\n";
    CHECK (formatOf ("---\n" + items + "---\n0:00 Another\n2:00 List\n3:00 Here\n") == "post-head");
    CHECK (formatOf (items) == "post-head");
    CHECK (chaptersOf (items) == "0:00 Welcome, 1:12 Fog");

    // What people paste.
    CHECK (formatOf ("chapters:\n- 0:00 Welcome\n- 1:12 Fog\n- 2:00 Bye\n") != "post-head");
    CHECK (formatOf ("---\ntitle: The Tide\nchapters: 3\n---\n0:00 Welcome\n1:12 Fog\n2:00 Bye\n")
           != "post-head");

    const auto reading = importOutline (
        "---\nchapters:\n- start: soon\n  title: Fog\n- start: 1:12\n---\n", {}, {}, "post-head");
    REQUIRE (reading);
    CHECK (reading->reading.outline.chapters.size() == 1);
    CHECK (says (reading->reading, "The chapter has no usable start"));
}

TEST_CASE ("Markers of XMP count frames of their own rate, of their track's, or seconds")
{
    const auto xmp = [] (std::string_view rate, std::string_view markers)
    {
        return std::string ("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                            "xmlns:xmpDM=\"http://ns.adobe.com/xmp/1.0/DynamicMedia/"
                            "\"><rdf:Description><xmpDM:Tracks><rdf:Bag><rdf:li "
                            "xmpDM:frameRate=\"")
            .append (rate)
            .append ("\"><xmpDM:markers><rdf:Seq>")
            .append (markers)
            .append ("</rdf:Seq></xmpDM:markers></rdf:li></rdf:Bag></xmpDM:Tracks></rdf:Description></"
                     "rdf:RDF></x:xmpmeta>");
    };
    constexpr std::string_view two =
        "<rdf:li xmpDM:name=\"a\"/><rdf:li xmpDM:name=\"b\" xmpDM:startTime=\"90\"/>";
    CHECK (chaptersOf (xmp ("f30", two)) == "0:00 a, 0:03 b");
    CHECK (chaptersOf (xmp ("f30000s1001", two)) == "0:00 a, 0:03.003 b");
    CHECK (chaptersOf (xmp ("", two)) == "0:00 a, 1:30 b");

    const auto odd =
        readingOf (xmp ("f1",
                        "<rdf:li xmpDM:name=\"a\"/><rdf:li xmpDM:name=\"b\" xmpDM:startTime=\"soon\"/>"
                        "<rdf:li xmpDM:name=\"c\" xmpDM:startTime=\"9223372036854775807f1s4000\"/>"));
    CHECK (summaryOf (odd.outline.chapters) == "0:00 a");
    CHECK (says (odd, "The marker has no usable time"));
}

TEST_CASE ("A cue sheet that names one file several times is of one file")
{
    const auto sheet = [] (std::string_view second)
    {
        return std::string (
                   "FILE \"a b.wav\" WAVE\nTRACK 01 AUDIO\nTITLE \"One\"\nINDEX 01 00:00:00\nFILE \"")
            .append (second)
            .append ("\" WAVE\nTRACK 02 AUDIO\nTITLE \"Two\"\nINDEX 01 01:00:00\n");
    };
    const auto one = readingOf (sheet ("a b.wav"));
    CHECK (summaryOf (one.outline.chapters) == "0:00 One, 1:00 Two");
    CHECK (one.questions.empty());
    CHECK (one.notices.empty());

    const auto two = readingOf (sheet ("c.wav"));
    CHECK (two.questions.size() == 1);
    CHECK (says (two, "The sheet is of 2 files"));

    const auto answered =
        importOutline (sheet ("c.wav"), {}, { .answers = { { "lengths", " 21:30 ,19:05" } } });
    REQUIRE (answered);
    CHECK (summaryOf (answered->reading.outline.chapters) == "0:00 One, 22:30 Two");
    const auto unclear = importOutline (sheet ("c.wav"), {}, { .answers = { { "lengths", "long" } } });
    REQUIRE (unclear);
    CHECK (says (unclear->reading, "The answer does not tell how long 'a b.wav' is"));
}

TEST_CASE ("A single chapter in XML is a list, too")
{
    CHECK (chaptersOf (
               "<ffprobe><chapters><chapter id=\"0\" start_time=\"0.0\" end_time=\"9.0\"><tag key=\"title\" "
               "value=\"Welcome\"/></chapter></chapters></ffprobe>")
           == "0:00-0:09 Welcome");
}

TEST_CASE ("JSON and XML that nobody knows are no outlines, whatever times stand in them")
{
    CHECK (refusalOf ("{\n  \"name\": \"Fog\",\n  \"duration\": \"30:05\",\n  \"parts\": [\n    {\n      "
                      "\"text\": \"Welcome\",\n"
                      "      \"at\": \"0:00\"\n    },\n    {\n      \"text\": \"Fog\",\n      \"at\": "
                      "\"1:30\"\n    }\n  ]\n}\n")
           == unknownJson);
    CHECK (refusalOf ("<show>\n  <part>\n    <at>00:00:00</at>\n  </part>\n  <part>\n    <at>00:01:30</at>\n "
                      " </part>\n</show>\n")
           == unknownXml);
    CHECK (refusalOf (
               "{\n  \"name\": \"Fog\",\n  \"parts\": [\n    \"0:00 Welcome\",\n    \"1:30 Fog\",\n  ]\n}\n")
           == "The JSON is not complete or not well formed here.");
}

TEST_CASE ("A list without chapters is no unknown kind of JSON")
{
    constexpr std::string_view none = "There are no chapters in the list 'chapters'.";
    CHECK (refusalOf (R"({"version": "1.2.0", "chapters": []})") == none);
    CHECK (refusalOf (R"({"chapters": []})") == none);
    CHECK (refusalOf (R"({"earmark": 1, "chapters": []})") == "There are no chapters in it.");
    CHECK (refusalOf (R"({"version": "1.2.0", "parts": []})") == unknownJson);
    CHECK (
        chaptersOf (
            R"({"chapters": [], "data": {"chapters": [{"startTime": 0, "title": "a"}, {"startTime": 9, "title": "b"}]}})")
        == "0:00 a, 0:09 b");
}

TEST_CASE ("An outline that merely begins like JSON or XML is one")
{
    CHECK (chaptersOf ("[0:00] Welcome\n[1:12] Fog\n[9:00] Letters\n")
           == "0:00 Welcome, 1:12 Fog, 9:00 Letters");
    CHECK (chaptersOf ("[\"Fog\"](https://example.org/)\n0:00 Welcome\n1:12 Fog\n9:00 Letters\n")
           == "0:00 Welcome, 1:12 Fog, 9:00 Letters");
    CHECK (chaptersOf ("<p>0:00 Welcome</p>\n<p>1:12 Fog</p>\n<p>9:00 Letters</p>")
           == "0:00 Welcome, 1:12 Fog, 9:00 Letters");
    CHECK (chaptersOf ("<ul>\n<li>0:00 Welcome</li>\n<li>1:12 Fog</li>\n<li>9:00 Letters</li>\n</ul>\n")
           == "0:00 Welcome, 1:12 Fog, 9:00 Letters");
}

TEST_CASE ("Chapters of the podcast namespace and of players are found deeper in a document, too")
{
    CHECK (
        chaptersOf (
            R"({"episode":{"title":"Fog"},"data":{"chapters":[{"startTime":0,"title":"a"},{"startTime":90.5,"title":"b"}]}})")
        == "0:00 a, 1:30.500 b");
    CHECK (
        chaptersOf (
            R"([{"startTime":0,"title":"a","img":"https://example.org/a.png"},{"startTime":90.5,"title":"b","toc":false}])")
        == "0:00 a, 1:30.500 b");

    const auto player = readingOf (
        R"({"options":{"theme":"dark"},"episode":{"title":"Fog","chaptermarks":[{"start":"00:00:00","title":"a"},{"start":"00:01:30.500","title":"b"}]}})");
    CHECK (summaryOf (player.outline.chapters) == "0:00 a, 1:30.500 b");
    CHECK (player.outline.episode.title == "Fog");
    CHECK (says (player, "'episode.chaptermarks'"));
}

TEST_CASE ("Each program's names and units are known")
{
    CHECK (
        chaptersOf (
            R"({"chapters":[{"lengthMs":15154,"startOffsetMs":0,"title":"a"},{"lengthMs":3450888,"startOffsetMs":15154,"title":"b"}]})")
        == "0:00-0:15.154 a, 0:15.154-57:46.042 b");
    CHECK (
        chaptersOf (
            R"({"response":{"items":[{"starts_at":0,"title":"a"},{"starts_at":90500,"title":"b","external_url":"https://example.org"}]}})")
        == "0:00 a, 1:30.500 b");
    CHECK (
        chaptersOf (
            R"({"Title":"Fog","Chapters":[{"Name":"a","Position":"00:00:00"},{"Name":"b","Position":"00:01:30.5"}]})")
        == "0:00 a, 1:30.500 b");
    CHECK (
        chaptersOf (
            R"({"MediaContainer":{"Metadata":[{"title":"Fog","Chapter":[{"tag":"a","startTimeOffset":0,"endTimeOffset":90500},{"tag":"b","startTimeOffset":90500,"endTimeOffset":725000}]}]}})")
        == "0:00-1:30.500 a, 1:30.500-12:05 b");
    CHECK (chaptersOf ("{\n\"chapters\": [\n{\n\"timestamp\": \"00:00\",\n\"title\": "
                       "\"a\"\n},\n{\n\"timestamp\": \"01:30\",\n\"title\": \"b\"\n}\n]\n}")
           == "0:00 a, 1:30 b");
    CHECK (chaptersOf (R"([{"time":"00:00:00","title":"a"},{"time":"00:01:30","title":"b"}])")
           == "0:00 a, 1:30 b");
}

TEST_CASE ("Names that assistants give to the times and titles of chapters are known")
{
    constexpr std::string_view expected = "0:00-1:30 a, 1:30-12:05 b";

    for (
        const auto* list :
        { R"([{"start":"00:00","end":"01:30","topic":"a"},{"start":"01:30","end":"12:05","topic":"b"}])",
          R"([{"startSeconds":0,"endSeconds":90,"label":"a"},{"startSeconds":90,"endSeconds":725,"label":"b"}])",
          R"([{"start_ms":0,"end_ms":90000,"heading":"a"},{"start_ms":90000,"end_ms":725000,"heading":"b"}])",
          R"([{"from":"0:00","to":"1:30","chapter":"a"},{"from":"1:30","to":"12:05","chapter":"b"}])",
          R"([{"timestamp":"0:00","duration":"1:30","section":"a"},{"timestamp":"1:30","duration":"10:35","section":"b"}])",
          R"([{"Start":"0:00","End":"1:30","Topic":"a"},{"Start":"1:30","End":"12:05","Topic":"b"}])" })
    {
        CAPTURE (list);
        CHECK (chaptersOf (list) == expected);
    }

    const auto numbered = readingOf (
        R"({"chapters":[{"chapter":1,"chapter_title":"a","start_time":"00:00:00","topic":"x"},{"chapter":2,"chapter_title":"b","start_time":"00:01:30","topic":"y"}]})");
    CHECK (summaryOf (numbered.outline.chapters) == "0:00 a, 1:30 b");
    CHECK (says (numbered, "'topic' is not carried"));
    CHECK_FALSE (says (numbered, "'chapter_title' is not carried"));

    // A number of pages is no time.
    CHECK (refusalOf (R"([{"from":1,"to":9,"label":"a"},{"from":9,"to":20,"label":"b"}])") == unknownJson);
}

TEST_CASE ("A transcript is no list of chapters")
{
    CHECK (
        refusalOf (
            R"({"version":"1.0.0","segments":[{"speaker":"Ann","startTime":0.5,"endTime":0.75,"body":"And"},{"speaker":"Ann","startTime":0.75,"endTime":1.5,"body":"so"}]})")
        == unknownJson);
    CHECK (
        refusalOf (
            R"({"text":"And so","segments":[{"id":0,"start":0.0,"end":2.5,"text":"And"},{"id":1,"start":2.5,"end":4.0,"text":"so"}],"language":"en"})")
        == unknownJson);
    CHECK (
        refusalOf (
            R"([{"start_time":0.0,"end_time":0.5,"title":"x","word":"And"},{"start_time":0.5,"end_time":0.7,"title":"x","word":"so"}])")
        == unknownJson);
}

TEST_CASE ("What a list is chosen from, and dates, are told or left alone")
{
    const auto two = readingOf (
        R"({"entries":[{"title":"Fog","chapters":[{"start_time":0,"title":"a"}]},{"title":"Mist","chapters":[{"start_time":5,"title":"b"}]}]})");
    CHECK (summaryOf (two.outline.chapters) == "0:00 a");
    CHECK (two.outline.episode.title == "Fog");
    CHECK (says (two, "2 lists of chapters"));

    CHECK (
        refusalOf (
            R"({"entries":[{"title":"Fog","timestamp":1709287204},{"title":"Mist","timestamp":1709297204}]})")
        == unknownJson);
}

TEST_CASE ("Whole numbers that are days as seconds look like milliseconds")
{
    constexpr std::string_view words = "they look like milliseconds";

    for (const auto* name : { "start", "startTime", "start_time" })
    {
        const auto list = [&] (std::string_view last)
        {
            return std::string (R"({"chapters":[{"title":"a",")") + name + R"(":0},{"title":"b",")" + name
                   + "\":" + std::string (last) + "}]}";
        };

        CHECK (says (readingOf (list ("90500")), words));
        CHECK_FALSE (says (readingOf (list ("80500")), words));
        CHECK_FALSE (says (readingOf (list ("90500.5")), words));
    }
}

TEST_CASE ("A chapter is hidden by the text 'false', too")
{
    const auto reading = readingOf (
        R"({"version":"1.2.0","chapters":[{"startTime":0,"title":"a","toc":"true"},{"startTime":60,"title":"b","toc":"false"}]})");
    CHECK (reading.outline.chapters[0].inContents);
    CHECK_FALSE (reading.outline.chapters[1].inContents);
}

TEST_CASE ("Known XML without chapters is not looked through for others")
{
    CHECK (refusalOf ("<rss><channel><item><title>Fog</title><marker><Name>a</Name><Time>0:00</Time></marker>"
                      "<marker><Name>b</Name><Time>1:00</Time></marker></item></channel></rss>")
           == "No episode of the feed has chapters.");
}

} // namespace earmark
