// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using Lines = std::vector<std::string_view>;

} // namespace

//======================================================================================================
// Lines

TEST_CASE ("Lines end with LF, CRLF or CR, also mixed")
{
    CHECK (splitLines ("a\nb\nc\n") == Lines { "a", "b", "c" });
    CHECK (splitLines ("a\r\nb\r\nc") == Lines { "a", "b", "c" });
    CHECK (splitLines ("a\rb\rc\r") == Lines { "a", "b", "c" });
    CHECK (splitLines ("a\rb\nc\r\nd") == Lines { "a", "b", "c", "d" });
    CHECK (splitLines ("a\r\r\nb\r\r\n\r\r\nc") == Lines { "a", "b", "", "c" }); // CRLF made twice
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

TEST_CASE ("Numbers in a row are listed by the first and the last of them")
{
    using Indices = std::vector<std::size_t>;
    CHECK (listOfNumbers (Indices {}).empty());
    CHECK (listOfNumbers (Indices { 2 }) == "3");
    CHECK (listOfNumbers (Indices { 0, 1, 3 }) == "1, 2, 4");
    CHECK (listOfNumbers (Indices { 1, 4, 5, 6, 11, 12, 13 }) == "2, 5\u20137, 12\u201314");
}

} // namespace earmark
