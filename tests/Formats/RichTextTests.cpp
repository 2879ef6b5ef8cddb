// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Support/Chapters.h"

#include <catch2/catch_test_macros.hpp>

#include <format>
#include <string>

// Lists that TextEdit, WordPad and word processors saved as rich text.

namespace earmark
{

using namespace tests;

namespace
{

/** The chapters of a document with this body, on one line. */
std::string chaptersOf (std::string_view body, std::string_view head = "\\ansi\\ansicpg1252")
{
    const auto imported = importOutline (std::format ("{{\\rtf1{} {}}}", head, body), "list.rtf");
    return imported ? summaryOf (imported->reading.outline.chapters) : imported.error().message;
}

std::string repeated (std::string_view piece, std::size_t count)
{
    std::string text;

    for (std::size_t i = 0; i < count; ++i)
        text += piece;

    return text;
}

} // namespace

TEST_CASE ("Rich text is read as what it shows")
{
    const auto imported = importOutline (
        "{\\rtf1\\ansi\\ansicpg1252\\cocoartf2822\n{\\fonttbl\\f0\\fswiss\\fcharset0 "
        "Helvetica;}\n{\\colortbl;\\red255\\green255\\blue255;}\n{\\*\\expandedcolortbl;;}\n"
        "{\\info{\\title 9:00 Secret}}{\\stylesheet{\\s1 Heading 1;}}{\\header 8:00 Page}\n"
        "\\pard\\tx720\\partightenfactor0\n\n\\f0\\fs24 \\cf0 0:00 Tide\\\n1:30 \\b F\\'f6hn\\b0  and "
        "\\{fog\\}\\\n12:05 Letters}\n9:59 Behind",
        {});
    REQUIRE (imported);
    CHECK (summaryOf (imported->reading.outline.chapters) == "0:00 Tide, 1:30 Föhn and {fog}, 12:05 Letters");
    CHECK (imported->encoding == "RTF");
    CHECK (imported->reading.outline.episode == Episode {});
}

TEST_CASE ("Characters of rich text are of their font's set, or Unicode with something for others")
{
    CHECK (chaptersOf ("0:00 \\'d2\\'f3\\'ec\\'e0\\'ed\\par 1:30 Fog", "\\ansi\\ansicpg1251")
           == "0:00 Туман, 1:30 Fog");
    CHECK (chaptersOf ("{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"
                       "0:00 \\f1\\'d2\\'f3\\f0\\'fc\\par 1:30 \\f2\\'96\\'b6\\'83A\\par")
           == "0:00 Туü, 1:30 霧ア");
    CHECK (
        chaptersOf ("0:00 \\u8222?Tide\\u8220\\'93\\par 1:30 \\uc2\\u-10180 ??\\u-8438 ??Fog{\\uc0\\u228}r")
        == "0:00 „Tide“, 1:30 \U0001F30AFogär");
    CHECK (chaptersOf ("0:00 \\'9f\\par 1:30 Fog", "\\mac") == "0:00 ü, 1:30 Fog");
    CHECK (chaptersOf ("0:00 \\ldblquote Tide\\rdblquote\\~low\\endash high\\line 1:30 \\lquote Fog\\rquote")
           == "0:00 “Tide”\u00A0low–high, 1:30 ‘Fog’");
    CHECK (chaptersOf ("0:00 \\'e4\\'zz\\par 1:30 Fog", "\\ansi\\ansicpg99999") == "0:00 äzz, 1:30 Fog");
}

TEST_CASE ("Links, lists and tables of rich text are read")
{
    CHECK (chaptersOf ("0:00 {\\field{\\*\\fldinst{HYPERLINK \"https://example.org/9:00\"}}{\\fldrslt {\\ul "
                       "Tide}}}\\par 1:30 Fog")
           == "0:00 Tide, 1:30 Fog");
    CHECK (chaptersOf ("{\\listtext\\tab\\uc0\\u8226 \\tab}0:00 Tide\\\n{\\listtext\\tab\\uc0\\u8226 "
                       "\\tab}1:30 Fog\\\n{\\listtext\\tab\\uc0\\u8226 \\tab}12:05 Oil")
           == "0:00 Tide, 1:30 Fog, 12:05 Oil");
    CHECK (chaptersOf ("\\trowd\\cellx1\\intbl Start\\cell Title\\cell\\row\n\\trowd 0:00\\cell "
                       "Tide\\cell\\row\n\\trowd 1:30\\cell Fog\\cell\\row")
           == "0:00 Tide, 1:30 Fog");
    CHECK (chaptersOf ("0:00 Tide{\\v hidden}{\\pict\\bin3 \\}}x}{\\*\\foo\\v0 y}\\par 1:30 Fog")
           == "0:00 Tide, 1:30 Fog");
}

TEST_CASE ("A document of another format may be saved as rich text")
{
    const auto imported =
        importOutline ("{\\rtf1 start,title,end\\par 0:00,Tide,1:30\\par 1:30,Fog,12:05\\par}", {});
    REQUIRE (imported);
    CHECK (imported->format->id == "csv");
    CHECK (summaryOf (imported->reading.outline.chapters) == "0:00-1:30 Tide, 1:30-12:05 Fog");
}

TEST_CASE ("Rich text that was made to hurt is read or refused")
{
    const auto deep = importOutline (repeated ("{\\rtf1", 1000), {});
    REQUIRE_FALSE (deep);
    CHECK (deep.error().kind == Error::Kind::tooLarge);
    CHECK (deep.error().message == "The RTF is nested deeper than 256 levels.");

    for (const auto* body :
         { "}}}}", "\\", "\\'", "\\'4", "\\u", "\\bin999999999 ", "{\\*", "\\uc-5\\u5", "\\u56256" })
    {
        CAPTURE (body);
        CHECK_FALSE (importOutline ("{\\rtf1 " + std::string (body), {}));
    }

    CHECK (chaptersOf ("0:00 Tide\\par 1:30 Fog\\uc99999999999\\u8211") == "0:00 Tide, 1:30 Fog–");

    constexpr std::size_t many = 20000;
    CHECK (chaptersOf ("{\\fonttbl{\\f1\\fcharset204 B;}}0:00 Tide\\par 1:30 "
                       + repeated ("\\f0\\'e4\\f1\\'e4", many))
               .size()
           > many);
}

} // namespace earmark
