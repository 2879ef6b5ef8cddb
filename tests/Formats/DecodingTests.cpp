// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Decoding.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

namespace
{

/** Cyrillic "Туман над гаванью" in Windows-1251. */
constexpr std::string_view cyrillic =
    "0:00 \xD2\xF3\xEC\xE0\xED \xED\xE0\xE4 \xE3\xE0\xE2\xE0\xED\xFC\xFE\n"
    "5:00 \xCF\xF0\xE8\xEB\xE8\xE2 \xE8 \xEE\xF2\xEB\xE8\xE2\n9:00 \xCF\xE8\xF1\xFC\xEC\xE0\n";

DecodedDocument decode (std::string_view bytes, const Answers& answers = {})
{
    auto document = decodeDocument (bytes, answers);
    REQUIRE (document);
    return *document;
}

bool warns (const DecodedDocument& document)
{
    return std::ranges::any_of (document.text.notices,
                                [] (const Notice& n) { return n.grade == Notice::Grade::warning; });
}

} // namespace

TEST_CASE ("A legacy character set is guessed by its letters, with a warning and a question")
{
    const auto document = decode (cyrillic);
    CHECK (document.text.encoding == "Windows-1251");
    CHECK (document.text.utf8.contains ("Туман над гаванью"));
    CHECK (warns (document));
    REQUIRE (document.questions.size() == 1);
    CHECK (document.questions[0].id == "encoding");
    CHECK (document.questions[0].defaultAnswer == "Windows-1251");
}

TEST_CASE ("Chinese in GB18030 is found")
{
    // "灯塔守望者与潮水的故事" and "港口的灯光每天晚上都亮着"
    const auto document = decode (
        "00:00 \xB5\xC6\xCB\xFE\xCA\xD8\xCD\xFB\xD5\xDF\xD3\xEB\xB3\xB1\xCB\xAE\xB5\xC4\xB9\xCA\xCA\xC2\n"
        "05:00 "
        "\xB8\xDB\xBF\xDA\xB5\xC4\xB5\xC6\xB9\xE2\xC3\xBF\xCC\xEC\xCD\xED\xC9\xCF\xB6\xBC\xC1\xC1\xD7\xC5\n");
    CHECK (document.text.encoding == "GB18030");
    CHECK (document.text.utf8.contains ("潮水"));
}

TEST_CASE ("A few accents in Latin text are Western, of Windows or of the Mac")
{
    CHECK (decode ("0:00 Caf\xE9\n5:00 Gr\xFC\xDF"
                   "e\n")
               .text.encoding
           == "Windows-1252");

    const auto mac = decode ("0:00 The keeper\xD5s caf\x8E\n5:00 Wait\xC9 what\n9:00 Fog \xD0 mist\n");
    CHECK (mac.text.encoding == "Mac Roman");
    CHECK (mac.text.utf8.contains ("keeper’s café"));
}

TEST_CASE ("Accented capitals of Windows are no dashes of the Mac")
{
    CHECK (decode ("0:00 INTRODUCCI\xD3N\n5:00 ESPA\xD1"
                   "A\n")
               .text.utf8.contains ("INTRODUCCIÓN"));
    CHECK (decode ("0:00 \xC9pisode un\n").text.utf8.contains ("Épisode un"));
}

TEST_CASE ("Central European and Turkish text is found where it has accents enough")
{
    // "Wstęp i powitanie gości", "Mgła nad zatoką, światła" and "Listy od słuchaczy", each twice
    const std::string polish = "0:00 Wst\xEAp i powitanie go\x9C"
                               "ci\n1:30 Mg\xB3"
                               "a nad zatok\xB9, \x9Cwiat\xB3"
                               "a\n5:00 Listy od s\xB3uchaczy\n";
    const auto document = decode (polish + polish);
    CHECK (document.text.encoding == "Windows-1250");
    CHECK (document.text.utf8.contains ("Mgła nad zatoką, światła"));
    CHECK (warns (document));

    // "Giriş ve hoş geldiniz", "Sis ve ışık, limanın üzerinde" and "Dinleyici mektupları, çok güzel"
    const auto turkish = decode ("0:00 Giri\xFE ve ho\xFE geldiniz\n1:30 Sis ve \xFD\xFE\xFDk, liman\xFDn "
                                 "\xFCzerinde\n5:00 Dinleyici mektuplar\xFD, \xE7ok g\xFCzel\n");
    CHECK (turkish.text.encoding == "Windows-1254");
    CHECK (turkish.text.utf8.contains ("Sis ve ışık, limanın üzerinde"));

    // German stays Western, and what is the Mac's stays so.
    CHECK (decode ("0:00 Begr\xFC\xDFung der G\xE4ste\n1:30 \xD6l und K\xFC"
                   "che\n5:00 St\xE4"
                   "dte, D\xF6rfer, sch\xF6ne H\xE4user\n")
               .text.encoding
           == "Windows-1252");
    CHECK (decode (
               "0:00 Sumu meren yll\x8A t\x8An\x8A\x8An\n1:00 N\x8Ain p\x8A\x8Aset mukaan, \x8A\x8Anit\x8A\n")
               .text.encoding
           == "Mac Roman");
}

TEST_CASE ("A text may end as those of DOS do")
{
    CHECK (decode ("0:00 a\r\n\x1A").text.utf8 == "0:00 a\r\n");
}

TEST_CASE ("What declares a character set by mistake and is UTF-8 is read as that, with a warning")
{
    const auto document = decode ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>Begrüßung</a>");
    CHECK (document.text.encoding == "UTF-8");
    CHECK (document.text.utf8.contains ("Begrüßung"));
    CHECK (warns (document));

    const auto sound = decode ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a>Begr\xFC\xDFung</a>");
    CHECK (sound.text.utf8.contains ("Begrüßung"));
    CHECK_FALSE (warns (sound));
}

TEST_CASE ("The user's word goes before every guess")
{
    const auto document = decode (cyrillic, { { "encoding", "ISO-8859-1" } });
    CHECK (document.text.encoding == "ISO-8859-1");
    CHECK (document.text.utf8.contains ("\xC3\x92")); // Ò, as told
    REQUIRE (document.questions.size() == 1);         // who has answered may think again
    CHECK (document.questions[0].defaultAnswer == "ISO-8859-1");

    CHECK (decode ("0:00 a\n", { { "encoding", "Mac Roman" } }).text.encoding == "Mac Roman");

    const auto none = decodeDocument ("0:00 a\n", { { "encoding", "no-such-thing" } });
    REQUIRE_FALSE (none);
    CHECK (none.error().kind == Error::Kind::wrongUsage);
}

TEST_CASE ("XML says its encoding, and is believed")
{
    const auto document = decode ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>Ouvert\xFCre</a>");
    CHECK (document.text.encoding == "ISO-8859-1");
    CHECK (document.text.utf8.contains ("Ouvertüre"));
    CHECK_FALSE (warns (document));

    // A declaration that is wrong is not.
    CHECK (decode ("<?xml version=\"1.0\" encoding=\"nonsense\"?><a>x</a>").text.encoding == "UTF-8");
    CHECK (decode ("<?xml version=\"1.0\" encoding=\"utf-16\"?><a>x</a>").text.encoding == "UTF-8");
}

TEST_CASE ("Fields without an encoding are UTF-8 or Western")
{
    CHECK (decodeField ("é") == "é");
    CHECK (decodeField ("\xE9") == "é");
    CHECK (decodeField ("\x93x\x94") == "“x”");
}

} // namespace earmark
