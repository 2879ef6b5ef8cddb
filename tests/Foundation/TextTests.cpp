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

using Lines = std::vector<std::string_view>;

} // namespace

//======================================================================================================
// Decoding

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

//======================================================================================================
// Lines

TEST_CASE ("Lines end with LF, CRLF or CR, also mixed")
{
    CHECK (splitLines ("a\nb\nc\n") == Lines { "a", "b", "c" });
    CHECK (splitLines ("a\r\nb\r\nc") == Lines { "a", "b", "c" });
    CHECK (splitLines ("a\rb\rc\r") == Lines { "a", "b", "c" });
    CHECK (splitLines ("a\rb\nc\r\nd") == Lines { "a", "b", "c", "d" });
}

TEST_CASE ("Blank lines count, and the final line end makes none")
{
    CHECK (splitLines ("").empty());
    CHECK (splitLines ("\n") == Lines { "" });
    CHECK (splitLines ("\n\n") == Lines { "", "" });
    CHECK (splitLines ("a\n\r\nb") == Lines { "a", "", "b" });
    CHECK (splitLines ("a\r\rb") == Lines { "a", "", "b" });
    CHECK (splitLines ("a\n\rb") == Lines { "a", "", "b" });
}

TEST_CASE ("Lines are views into the text")
{
    const std::string text = "one\r\ntwo";
    const auto lines = splitLines (text);

    REQUIRE (lines.size() == 2);
    CHECK (lines[1].data() == text.data() + 5);
}

//======================================================================================================
// Characters

TEST_CASE ("Code points are read forwards and backwards alike")
{
    const std::string text = "aé–天🎬z";
    std::vector<char32_t> forwards, backwards;

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [value, size] = codePointAt (text, i);
        forwards.push_back (value);
        i += size;
    }

    for (auto end = text.size(); end > 0;)
    {
        const auto [value, size] = codePointBefore (text, end);
        backwards.insert (backwards.begin(), value);
        end -= size;
    }

    CHECK (forwards == std::vector<char32_t> { 'a', 0xE9, 0x2013, 0x5929, 0x1F3AC, 'z' });
    CHECK (backwards == forwards);
}

TEST_CASE ("Ill-formed bytes are one replacement character each, from either side")
{
    for (const std::string_view bytes :
         { "\x80", "\xC3", "\xE2\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF", "a\xBF" })
    {
        const auto first = codePointAt (bytes, bytes.front() == 'a' ? 1 : 0);
        CHECK (first.value == 0xFFFD);
        CHECK (first.size == 1);

        const auto last = codePointBefore (bytes, bytes.size());
        CHECK (last.value == 0xFFFD);
        CHECK (last.size == 1);
    }
}

TEST_CASE ("Ill-formed UTF-8 is replaced and the rest kept")
{
    CHECK (toValidUtf8 ("Café") == "Café");
    CHECK (toValidUtf8 ("a\xFFz") == "a\xEF\xBF\xBDz");
    CHECK (toValidUtf8 ("天\xE2\x80z") == "天\xEF\xBF\xBD\xEF\xBF\xBDz");
    CHECK (toValidUtf8 ("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK (toValidUtf8 ("").empty());
}

TEST_CASE ("Any bytes become valid UTF-8")
{
    std::uint32_t state = 1;

    for (int round = 0; round < 2000; ++round)
    {
        std::string bytes;

        for (int i = 0; i < 12; ++i)
        {
            state = state * 1664525 + 1013904223;
            bytes += char (state >> 24);
        }

        REQUIRE (isUtf8 (toValidUtf8 (bytes)));
        (void) trim (bytes);
        (void) collapseSpaces (bytes);
    }
}

TEST_CASE ("Code points that cannot be encoded become the replacement character")
{
    CHECK (toUtf8 (char32_t ('a')) == "a");
    CHECK (toUtf8 (char32_t (0x1F3AC)) == "🎬");
    CHECK (toUtf8 (char32_t (0xD800)) == "\xEF\xBF\xBD");
    CHECK (toUtf8 (char32_t (0x110000)) == "\xEF\xBF\xBD");
}

TEST_CASE ("Word characters are letters and digits of any script")
{
    for (const auto c : { U'a', U'Z', U'0', U'é', U'ß', U'Ж', U'ع', U'ש', U'天', U'の', U'한', U'ก', U'ª' })
        CHECK (isWordCharacter (c));

    for (const auto c : { U' ',  U'-',  U'–', U'_', U'•',      U'…',      U'“',      U'（',     U'：', U'、',
                          U'。', U'🎬', U'→', U'©', U'\u00A0', U'\u200B', U'\uFE0F', U'\uFFFD', U'؟',  U'،' })
        CHECK_FALSE (isWordCharacter (c));
}

TEST_CASE ("Every dash is one")
{
    for (const auto c : { U'-', U'‐', U'‑', U'–', U'—', U'―', U'−', U'﹣', U'－' })
        CHECK (isDash (c));

    for (const auto c : { U'_', U'~', U'=', U'ー', U'一' })
        CHECK_FALSE (isDash (c));
}

//======================================================================================================
// Trimming and cutting

TEST_CASE ("Trimming takes blanks of every kind off both ends")
{
    CHECK (trim ("  a b \t\r\n") == "a b");
    CHECK (trim ("\u00A0a\u00A0") == "a");   // no-break space
    CHECK (trim ("\u3000天\u3000") == "天"); // ideographic space
    CHECK (trim ("\u2003a\u202F") == "a");   // em space, narrow no-break space
    CHECK (trim ("\u2028a\u2029") == "a");   // line and paragraph separator
    CHECK (trim (" \u00A0 ").empty());
    CHECK (trim ("").empty());
}

TEST_CASE ("Trimming takes marks without width off both ends")
{
    CHECK (trim ("\u200Ba\u200B") == "a");                        // zero-width space
    CHECK (trim ("\uFEFFa\uFEFF") == "a");                        // byte order mark
    CHECK (trim ("\u200F\u202Bשלום\u202C\u200E") == "שלום");      // direction marks
    CHECK (trim ("a \u202Bשלום\u202C ") == "a \u202Bשלום\u202C"); // a pair inside stays a pair
    CHECK (trim ("\u2066 a \u2069") == "a");                      // isolates
}

TEST_CASE ("Trimming leaves what belongs to a character")
{
    CHECK (trim ("é") == "é");
    CHECK (trim (" ❤\uFE0F ") == "❤\uFE0F"); // the selector that makes the heart red
    CHECK (trim ("e\u0301 ") == "e\u0301");  // combining accent
    CHECK (trim (" \xFF ") == "\xFF");
}

TEST_CASE ("Collapsing makes one space of each run of blanks")
{
    CHECK (collapseSpaces ("  a \t b\n\nc\u00A0 d ") == "a b c d");
    CHECK (collapseSpaces (" \n ").empty());
    CHECK (collapseSpaces ("天 地") == "天 地");
}

TEST_CASE ("Text is cut between characters, never inside one")
{
    const std::string_view text = "aé天🎬";

    CHECK (truncateUtf8 (text, 100) == text);
    CHECK (truncateUtf8 (text, text.size()) == text);
    CHECK (truncateUtf8 (text, 9) == "aé天");
    CHECK (truncateUtf8 (text, 7) == "aé天");
    CHECK (truncateUtf8 (text, 6) == "aé天");
    CHECK (truncateUtf8 (text, 5) == "aé");
    CHECK (truncateUtf8 (text, 3) == "aé");
    CHECK (truncateUtf8 (text, 2) == "a");
    CHECK (truncateUtf8 (text, 0).empty());
    CHECK (truncateUtf8 ("", 0).empty());
}

TEST_CASE ("Case is folded for ASCII letters only")
{
    CHECK (toLowerAscii ("CHAPTERS É") == "chapters É");
    CHECK (equalsIgnoringCase ("Title", "tItLE"));
    CHECK_FALSE (equalsIgnoringCase ("Title", "Titles"));
    CHECK_FALSE (equalsIgnoringCase ("É", "é"));
}

} // namespace earmark
