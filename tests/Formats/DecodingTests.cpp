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
    CHECK (document.questions.empty());

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
