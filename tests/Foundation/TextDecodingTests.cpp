// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

/** Text as UTF-16 bytes; the text must be inside the basic plane. */
std::string utf16 (std::u16string_view text, bool littleEndian)
{
    std::string bytes;

    for (const auto unit : text)
    {
        const auto low = char (unit & 0xFF);
        const auto high = char (unit >> 8);
        bytes += littleEndian ? low : high;
        bytes += littleEndian ? high : low;
    }

    return bytes;
}

} // namespace

TEST_CASE ("UTF-8 is taken as it is")
{
    const auto text = decodeText ("0:00 Café – 天\n");

    REQUIRE (text);
    CHECK (text->utf8 == "0:00 Café – 天\n");
    CHECK (text->encoding == "UTF-8");
    CHECK (text->notices.empty());
}

TEST_CASE ("A UTF-8 byte order mark goes")
{
    const auto text = decodeText ("\xEF\xBB\xBF"
                                  "0:00 Intro");
    REQUIRE (text);
    CHECK (text->utf8 == "0:00 Intro");
    CHECK (text->encoding == "UTF-8");
}

TEST_CASE ("UTF-16 with a byte order mark is decoded, either way round")
{
    const std::u16string content = u"0:00 Café – 天\n1:00 End";

    const auto little = decodeText ("\xFF\xFE" + utf16 (content, true));
    REQUIRE (little);
    CHECK (little->utf8 == "0:00 Café – 天\n1:00 End");
    CHECK (little->encoding == "UTF-16LE");
    CHECK (little->notices.empty());

    const auto big = decodeText ("\xFE\xFF" + utf16 (content, false));
    REQUIRE (big);
    CHECK (big->utf8 == little->utf8);
    CHECK (big->encoding == "UTF-16BE");
}

TEST_CASE ("UTF-16 without a byte order mark is recognised by its zero bytes, with a warning")
{
    for (const bool littleEndian : { true, false })
    {
        const auto text = decodeText (utf16 (u"0:00 Intro\n1:00 Café – 天 end", littleEndian));

        REQUIRE (text);
        CHECK (text->utf8 == "0:00 Intro\n1:00 Café – 天 end");
        CHECK (text->encoding == (littleEndian ? "UTF-16LE" : "UTF-16BE"));
        REQUIRE (text->notices.size() == 1);
        CHECK (text->notices[0].grade == Notice::Grade::warning);
    }
}

TEST_CASE ("Surrogate pairs are joined, and lone ones replaced")
{
    const auto pair = decodeText ("\xFF\xFE" + utf16 (u"\U0001F3AC A", true));
    REQUIRE (pair);
    CHECK (pair->utf8 == "🎬 A");

    std::u16string lone = u"A?B";
    lone[1] = char16_t (0xD83C);
    const auto text = decodeText ("\xFF\xFE" + utf16 (lone, true));
    REQUIRE (text);
    CHECK (text->utf8
           == "A\xEF\xBF\xBD"
              "B");
}

TEST_CASE ("A UTF-16 text that ends inside a character says so")
{
    const auto text = decodeText ("\xFF\xFE" + utf16 (u"0:00 Intro", true) + "x");

    REQUIRE (text);
    CHECK (text->utf8 == "0:00 Intro");
    REQUIRE (text->notices.size() == 1);
    CHECK (text->notices[0].grade == Notice::Grade::warning);
}

TEST_CASE ("Bytes that are not UTF-8 are read as Windows-1252, with a warning")
{
    const auto text = decodeText ("0:00 Caf\xE9 \x96 \x93quoted\x94 \x80 5");

    REQUIRE (text);
    CHECK (text->utf8 == "0:00 Café – “quoted” € 5");
    CHECK (text->encoding == "Windows-1252");
    REQUIRE (text->notices.size() == 1);
    CHECK (text->notices[0].grade == Notice::Grade::warning);
}

TEST_CASE ("All 256 bytes but the controls decode as Windows-1252 to valid UTF-8")
{
    std::string bytes;

    for (int i = 0x20; i < 0x100; ++i)
        bytes += char (i);

    const auto text = decodeText (bytes);
    REQUIRE (text);
    CHECK (isUtf8 (text->utf8));
    CHECK (text->utf8.contains ("àáâ"));
}

// A description that a database cut after so many bytes is UTF-8 all the same.
TEST_CASE ("UTF-8 that is cut inside its last character stays UTF-8")
{
    for (const std::string_view cut :
         { "0:00 Café – 天 \xE2\x80", "0:00 Café – 天 \xF0\x9F\x8E", "0:00 Café – 天 \xC3" })
    {
        const auto text = decodeText (cut);
        REQUIRE (text);
        CHECK (text->encoding == "UTF-8");
        CHECK (text->utf8.starts_with ("0:00 Café – 天 "));
        CHECK (isUtf8 (text->utf8));
        REQUIRE (text->notices.size() == 1);
        CHECK (text->notices[0].grade == Notice::Grade::warning);
    }
}

TEST_CASE ("Bytes that are no text are refused")
{
    const std::string binaries[] {
        std::string ("ID3\x04\0\0\0\0\0\x21", 10),
        std::string ("0:00 Intro\0 1:00", 16),
        std::string ("\x7F"
                     "ELF\x02\x01\x01\x03\x04\x05\x06\x07"),
        std::string ("\xFF\xFE\0\0A\0\0\0B\0\0\0", 12), // UTF-32
    };

    for (const auto& bytes : binaries)
    {
        const auto text = decodeText (bytes);
        REQUIRE_FALSE (text);
        CHECK (text.error().kind == Error::Kind::malformed);
    }
}

// Word processors write a soft line break as a vertical tab.
TEST_CASE ("A vertical tab is text")
{
    CHECK (decodeText ("0:00 A\v1:00 B\v2:00 C\v3:00 D\v"));
}

TEST_CASE ("Nothing but blanks is empty, in any encoding")
{
    for (const std::string_view bytes : { "",
                                          " \t\r\n\n",
                                          "\xEF\xBB\xBF",
                                          "\xEF\xBB\xBF \n",
                                          "\xFF\xFE",
                                          "\xFE\xFF",
                                          "\xC2\xA0\xE2\x80\x8B" })
    {
        const auto text = decodeText (bytes);
        REQUIRE_FALSE (text);
        CHECK (text.error().kind == Error::Kind::empty);
    }

    CHECK_FALSE (decodeText ("\xFF\xFE" + utf16 (u" \r\n", true)));
}

} // namespace earmark
