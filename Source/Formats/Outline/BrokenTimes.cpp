// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/BrokenTimes.h"

#include "Formats/Outline/OtherTimes.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Techniques/Timecode.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <format>
#include <span>

namespace earmark::outline
{

namespace
{

enum class Mark
{
    none,
    colon,
    semicolon,
    dot
};

struct Separator
{
    Mark mark = Mark::none;
    std::size_t size = 0;
};

Separator separatorAt (std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return {};

    if (const auto glyph = glyphAt (text, at); glyph.kind == Glyph::Kind::colon)
        return { Mark::colon, glyph.size };

    constexpr char32_t fullWidthSemicolon = 0xFF1B, fullWidthDot = 0xFF0E;
    const auto [c, size] = codePointAt (text, at);

    if (c == ';' || c == fullWidthSemicolon)
        return { Mark::semicolon, size };

    return c == '.' || c == fullWidthDot ? Separator { Mark::dot, size } : Separator {};
}

/** Two or three numbers, the last of two digits, with such a mark between each two. */
struct Numbers
{
    std::array<int, 3> values {};
    std::size_t count = 0;
    std::array<Mark, 2> marks {}; ///< one fewer than numbers
    std::size_t end = 0;          ///< one past the last byte

    bool has (Mark mark) const { return std::ranges::contains (std::span (marks).first (count - 1), mark); }

    bool isAboveClock() const
    {
        return std::ranges::any_of (std::span (values).subspan (1, count - 1),
                                    [] (int value) { return value > 59; });
    }

    /** 98:76 is how a game ended, and of 20:80 both make a hundred. */
    bool mayBeScore() const { return count == 2 && (values[0] > 59 || values[0] + values[1] == 100); }
};

/** Letters of scripts without blanks may follow a time directly. */
bool endsNumber (std::string_view text, std::size_t at)
{
    constexpr char32_t firstWithoutBlanks = 0x2E80;

    if (at >= text.size())
        return true;

    const auto c = codePointAt (text, at).value;
    return c >= firstWithoutBlanks || ! isWordCharacter (c);
}

std::optional<Numbers> numbersAt (std::string_view text, std::size_t at)
{
    Numbers numbers { .end = at };

    for (;;)
    {
        const auto mostDigits = numbers.count == 0 ? 3 : 2;
        int digits = 0;
        auto& value = numbers.values[numbers.count];

        for (auto glyph = glyphAt (text, numbers.end); glyph.kind == Glyph::Kind::digit;
             glyph = glyphAt (text, numbers.end))
        {
            if (++digits > mostDigits)
                return {};

            value = value * 10 + glyph.digit;
            numbers.end += glyph.size;
        }

        if (digits == 0)
            return {};

        ++numbers.count;
        const auto separator = separatorAt (text, numbers.end);

        if (separator.mark == Mark::none || ! isDigitAt (text, numbers.end + separator.size))
            return numbers.count > 1 && digits == 2 && endsNumber (text, numbers.end)
                       ? std::optional (numbers)
                       : std::nullopt;

        if (numbers.count == numbers.values.size())
            return {}; // frames, or an address

        numbers.marks[numbers.count - 1] = separator.mark;
        numbers.end += separator.size;
    }
}

/** "1;75;Fog" is a row of a table. */
bool isCellOfRow (std::string_view text, const Numbers& numbers)
{
    return numbers.count == 2 && separatorAt (text, numbers.end).mark == Mark::semicolon;
}

bool isAlone (std::string_view text, const Numbers& numbers)
{
    return ! hasWord (text.substr (numbers.end));
}

bool isStartOfRange (std::string_view text, const Numbers& numbers)
{
    const auto behind = skipClosers (text, numbers.end);
    const auto sign = skipRangeSign (text, behind);
    const auto time = sign > behind ? timestampAt (text, sign) : std::nullopt;
    return time && time->style == Timestamp::Style::colons;
}

bool isBrokenStart (std::string_view text, const Numbers& numbers)
{
    const bool isRange = isStartOfRange (text, numbers);

    if (numbers.has (Mark::dot))
        return isRange; // a price, a date or a version otherwise

    if (numbers.has (Mark::semicolon))
        return isRange || numbers.count == 3 || numbers.isAboveClock();

    return numbers.isAboveClock() && (isRange || isAlone (text, numbers) || ! numbers.mayBeScore());
}

/** The first of several times with frames that lines begin with; empty where there are none. */
std::string_view timeWithFrames (std::string_view text)
{
    std::string_view first;

    for (const auto line : splitLines (text))
    {
        const auto content = line.substr (beginOfContent (line));
        const auto time = content.substr (0, content.find_first_not_of ("0123456789:;"));

        if (! parseTimecode (time))
            continue;

        if (! first.empty())
            return first;

        first = time;
    }

    return {};
}

} // namespace

std::optional<BrokenTime> brokenTimeAtBeginning (std::string_view text)
{
    std::size_t at = 0;

    while (at < text.size() && ! isWordCharacter (codePointAt (text, at).value))
        at += codePointAt (text, at).size;

    const auto numbers = numbersAt (text, at);

    if (! numbers || timestampAt (text, at) || isCellOfRow (text, *numbers))
        return {};

    return isBrokenStart (text, *numbers) ? std::optional (BrokenTime { at, numbers->end }) : std::nullopt;
}

std::optional<BrokenTime> brokenEndAt (std::string_view text, std::size_t at)
{
    const auto sign = skipRangeSign (text, at);
    const auto numbers = sign > at ? numbersAt (text, sign) : std::nullopt;

    // "0:00 – 1.20" is a version, "0:00 – 24.12.98" a date.
    if (! numbers || timestampAt (text, sign) || numbers->has (Mark::dot) || isCellOfRow (text, *numbers))
        return {};

    const bool isBroken =
        numbers->has (Mark::semicolon)
        || (numbers->isAboveClock() && (isAlone (text, *numbers) || ! numbers->mayBeScore()));
    return isBroken ? std::optional (BrokenTime { sign, numbers->end }) : std::nullopt;
}

std::string whyNoChapters (std::string_view text)
{
    if (const auto time = timeWithFrames (text); ! time.empty())
        return std::format ("No chapters were found: its times count frames, such as {}, and do not say how "
                            "many a second has. "
                            "Write them without, or as a table with the columns Timecode and Title.",
                            time);

    return "No chapters were found: none of its lines holds a time such as 1:23 where a chapter would have "
           "it.";
}

} // namespace earmark::outline
