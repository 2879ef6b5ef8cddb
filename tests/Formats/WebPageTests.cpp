// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"

#include <catch2/catch_test_macros.hpp>

// Lists in the HTML of a page.

namespace earmark
{

namespace
{

using namespace tests;

OutlineReading readPage (std::string_view html)
{
    INFO (html);
    auto reading = importOutline (html, {});
    REQUIRE (reading);
    return std::move (reading->reading);
}

std::string chaptersOf (std::string_view html)
{
    return summaryOf (readPage (html).outline.chapters);
}

constexpr auto twoChapters = "0:00 Welcome, 1:12 The gauge";

} // namespace

TEST_CASE ("A page is known by tags with attributes, too")
{
    CHECK (chaptersOf ("<p dir=\"ltr\"><span style=\"x\">0:00 Welcome</span></p>\n"
                       "<p dir=\"ltr\"><span style=\"x\">1:12 The gauge</span></p>\n")
           == twoChapters);
    CHECK (chaptersOf ("<h3 class=\"c\">0:00 – Welcome</h3>\n<h3 class=\"c\">1:12 – The gauge</h3>\n")
           == twoChapters);
}

TEST_CASE ("Where only words are marked up, lines stay lines")
{
    CHECK (chaptersOf ("<strong>0:00</strong> Welcome\n<strong>1:12</strong> The gauge\n") == twoChapters);
    CHECK (chaptersOf ("0:00 <b>Welcome</b>\n1:12 <b>The gauge</b>\n") == twoChapters);
    CHECK (chaptersOf ("0:00 The <strong> tag\n1:12 The <b> tag\n")
           == "0:00 The <strong> tag, 1:12 The <b> tag");
}

TEST_CASE ("An address in angle brackets is no tag, and blank lines of a text stay")
{
    const auto linked = readPage ("<b>0:00</b> Welcome <https://example.org/w>\n<b>1:12</b> The gauge\n");
    CHECK (summaryOf (linked.outline.chapters) == twoChapters);
    REQUIRE (linked.outline.chapters.front().link);
    CHECK (linked.outline.chapters.front().link->url == "https://example.org/w");

    const auto ended =
        readPage ("<b>0:00 Welcome</b>\nAll aboard.\n<b>1:12 The gauge</b>\nIt rises.\n\nFollow us.\n");
    CHECK (ended.outline.chapters.back().summary == "It rises.");
}

TEST_CASE ("A link in a later paragraph of a cell stays whole, and a row may end early")
{
    const auto linked = readPage ("<table><tr><td>0:00</td><td><p>Welcome</p><p><a "
                                  "href=\"https://example.org/w\">More</a></p></td></tr>"
                                  "<tr><td>1:12</td><td>The gauge</td></tr></table>");
    CHECK (linked.outline.chapters.front().summary == "More (https://example.org/w)");

    CHECK (chaptersOf ("<table><tr><th>Chapter</th><th>Start</th><th>Notes</th></tr>"
                       "<tr><td>Welcome</td><td>0:00</td><td>calm</td></tr>"
                       "<tr><td>The gauge</td><td>1:12</td><td></td></tr></table>")
           == twoChapters);
}

TEST_CASE ("Text may hold character references")
{
    CHECK (chaptersOf ("<p>0:00 &Uuml;ber &laquo;D&egrave;s&raquo;</p><p>1:12 The gauge</p>")
           == "0:00 Über «Dès», 1:12 The gauge");
    CHECK (chaptersOf ("0:00 Q&amp;A: it&#39;s &quot;fog&quot;\n1:12 &lt;b&gt; &nosuch; AT&T;\n")
           == "0:00 Q&A: it's \"fog\", 1:12 &lt;b&gt; &nosuch; AT&T;");
}

TEST_CASE ("A page's table is read by its head, and paragraphs in its cells are no lines")
{
    const auto reading =
        readPage ("<table><tr><th>Start</th><th>End</th><th>Chapter</th><th>Summary</th></tr>"
                  "<tr><td>0:00</td><td>1:12</td><td>Welcome</td><td>Who we are</td></tr>"
                  "<tr><td>1:12</td><td>2:00</td><td>The gauge</td><td>Read twice</td></tr></table>");
    CHECK (summaryOf (reading.outline.chapters) == "0:00-1:12 Welcome, 1:12-2:00 The gauge");
    CHECK (reading.outline.chapters[1].summary == "Read twice");
    CHECK (reading.outline.episode.title.empty());

    const auto word = readPage ("<table><tr><td><p>Start</p></td><td><p>Titel</p></td></tr>"
                                "<tr><td><p>0:00</p></td><td><p>Welcome</p></td></tr>"
                                "<tr><td><p>1:12</p></td><td><p>The gauge</p></td></tr></table>");
    CHECK (summaryOf (word.outline.chapters) == twoChapters);
    CHECK (word.outline.episode.title.empty());
    CHECK (word.outline.episode.description.empty());
}

TEST_CASE ("The section of a page is not the episode's title")
{
    const auto reading = readPage ("<h2>Show notes</h2><p>We talk about ropes.</p><ul><li>0:00 "
                                   "Welcome</li><li>1:12 The gauge</li></ul>");
    CHECK (reading.outline.episode.title.empty());
    CHECK (reading.outline.episode.show.empty());
    CHECK (reading.outline.episode.description.contains ("We talk about ropes."));
}

} // namespace earmark
