// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/ChapterFormat.h"

#include "Formats/Techniques/ZipArchive.h"
#include "Foundation/Timestamp.h"

#include "Support/Printing.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// Documents that were made to hurt: none may crash, hang or fill the memory.

namespace earmark
{

namespace
{

std::string repeated (std::string_view piece, std::size_t bytes)
{
    std::string text;
    text.reserve (bytes + piece.size());

    while (text.size() < bytes)
        text += piece;

    return text;
}

// Unoptimised and checked builds are twenty times slower, and see the same code.
#ifdef NDEBUG
constexpr std::size_t large = 4u << 20;
constexpr std::size_t hundredMegabytes = 100u << 20;
#else
constexpr std::size_t large = 1u << 15;
constexpr std::size_t hundredMegabytes = 1u << 20;
#endif

/** Reads or refuses it, in any format that wants it; a quadratic reader would take longer than a test may (CMakePresets.json). */
void survives (const std::string& bytes, std::string_view formatId = {})
{
    const auto imported = importOutline (bytes, {}, {}, formatId);

    if (! imported)
    {
        CHECK_FALSE (imported.error().message.empty());
        return;
    }

    constexpr auto longest = Duration::fromSeconds ((maxHours + 1) * 3600);
    const auto& chapters = imported->reading.outline.chapters;
    CHECK_FALSE (chapters.empty());
    CHECK (std::ranges::is_sorted (chapters, {}, &Chapter::start));
    CHECK (std::ranges::all_of (chapters,
                                [=] (const Chapter& c)
                                {
                                    return c.start >= Position() && c.start.sinceStart() <= longest
                                           && (! c.end || *c.end > c.start);
                                }));
}

} // namespace

TEST_CASE ("Deep nesting is refused")
{
    for (const auto& [id, open] : { std::pair { "psc", "<a>" },
                                    { "fcpxml", "<clip>" },
                                    { "podlove-json", "[" },
                                    { "earmark-json", "{\"a\":" } })
    {
        INFO (id);
        const auto imported = importOutline (repeated (open, 1u << 20), {}, {}, id);
        REQUIRE_FALSE (imported);
        CHECK (imported.error().kind == Error::Kind::tooLarge);
    }
}

TEST_CASE ("Entities of a document's own are not expanded")
{
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE chapters [<!ENTITY a0 \"boom\">";

    for (int i = 1; i < 20; ++i)
        bomb += "<!ENTITY a" + std::to_string (i) + " \"" + repeated ("&a" + std::to_string (i - 1) + ";", 50)
                + "\">";

    bomb += "]><chapters xmlns=\"http://podlove.org/simple-chapters\"><chapter start=\"0\" "
            "title=\"&a19;\"/></chapters>";
    const auto imported = importOutline (bomb, {}, {}, "psc");
    REQUIRE (imported);
    CHECK (imported->reading.outline.chapters[0].title == "&a19;");
}

TEST_CASE ("An archive that unpacks to more than any project is refused")
{
    const auto bomb = packZip ({ { "project.xml", std::string (maxUnpackedBytes + 1, ' ') } });
    CHECK (bomb.size() < 1u << 20);
    const auto imported = importOutline (bomb, {});
    REQUIRE_FALSE (imported);
    CHECK (imported.error().kind == Error::Kind::tooLarge);
}

TEST_CASE ("Huge numbers are told, not taken")
{
    constexpr std::string_view huge = "99999999999999999999999999999999";

    for (const auto* format : chapterFormats())
    {
        if (format->read == nullptr || format->input == ChapterFormat::Input::bytes)
            continue;

        INFO (format->id);

        for (const auto& text : std::vector<std::string> {
                 std::string (huge) + '\t' + std::string (huge) + "\tx\n",
                 "CHAPTER01=" + std::string (huge) + ":00:00\nCHAPTER01NAME=x\n",
                 ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/"
                 "1\nSTART=9223372036854775807\nEND=9223372036854775807\n",
                 ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1000000/1\nSTART=-9223372036854775808\nEND=1\n",
                 R"({"chapters":[{"startTime":1e300,"title":"x"}]})",
                 R"({"chapters":[{"start_ms":9223372036854775807}]})",
                 "<chapters><chapter start=\"" + std::string (huge) + "\" title=\"x\"/></chapters>" })
            survives (text, format->id);
    }
}

// What grows faster than the document does not end within the test's time.
TEST_CASE ("Large documents of one kind of character end in an error or in chapters")
{
    for (const auto* piece : { "\"",         "\"\"",  "\"a,",         ",",        "\t",
                               "<",          "<a ",   "<!--",         "&",        "[",
                               "](",         "0:00 ", "0:00 – 1:00 ", "1.1.1.1.", "#c ",
                               "* LOC: ",    "|M:",   "\\",           "-->",      "00:00 --> 00:01\n",
                               "CHAPTER01=", "=",     "\n",           "\r" })
    {
        INFO (piece);
        survives (repeated (piece, large));

        for (const auto* id : { "outline",
                                "csv",
                                "webvtt",
                                "ffmetadata",
                                "audacity",
                                "psc",
                                "osf",
                                "cue",
                                "html",
                                "post-head" })
            survives (repeated (piece, large / 4), id);
    }
}

TEST_CASE ("Large lists of times in other styles end in an error or in chapters")
{
    for (const auto* piece :
         { "a - 0:00 - b\n", "0:00 / 1:00 a\n", "0:00h a\n", "0:00\n1:04 AM a\n", "1:1h" })
    {
        INFO (piece);
        survives (repeated (piece, large / 4), "outline");
    }
}

TEST_CASE ("A text of a post's head may go on for very many lines")
{
    constexpr std::string_view line = "   x\n";

    for (const std::string begin : { "\"", "'", ">-", "x" })
    {
        INFO (begin);
        const auto head = "chapters:\n- start: '0:00'\n  title: " + begin + "\n";
        const auto imported = importOutline (head + repeated (line, large), {}, {}, "post-head");
        REQUIRE (imported);
        const auto& chapters = imported->reading.outline.chapters;
        REQUIRE (chapters.size() == 1);
        CHECK (chapters[0].title.size() + 2 >= 2 * (large / line.size()));
    }
}

TEST_CASE ("A hundred megabytes end in an error or in chapters")
{
    survives (std::string (hundredMegabytes, 'a'));
    survives (std::string (hundredMegabytes, '\0'));
    survives ("MThd" + std::string (hundredMegabytes, '\0'));
    survives ("<chapters>" + std::string (hundredMegabytes, ' '), "psc");
    survives ("{\"chapters\":\"" + std::string (hundredMegabytes, ' '), "podlove-json");
}

} // namespace earmark
