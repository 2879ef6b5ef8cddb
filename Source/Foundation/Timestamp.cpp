// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"

#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark
{

namespace
{

struct Number
{
    std::int64_t value = 0;
    int digits = 0;
    std::size_t end = 0;
};

/** No time has more digits in a field; a longer run of digits is a number of another kind. */
constexpr int maxFieldDigits = 4;

std::optional<Number> numberAt (std::string_view text, std::size_t at)
{
    Number number { .value = 0, .digits = 0, .end = at };

    for (auto glyph = glyphAt (text, at); glyph.kind == Glyph::Kind::digit;
         glyph = glyphAt (text, number.end))
    {
        if (++number.digits > maxFieldDigits)
            return {};

        number.value = number.value * 10 + glyph.digit;
        number.end += glyph.size;
    }

    return number.digits == 0 ? std::nullopt : std::optional (number);
}

struct Fraction
{
    std::int64_t nanoseconds = 0;
    std::size_t end = 0;
};

/** ".5", ",250": the digits after a decimal point or comma. Nothing where no digit follows, or where the comma
    separates two times. */
std::optional<Fraction> fractionAt (std::string_view text, std::size_t at)
{
    if (at >= text.size() || (text[at] != '.' && text[at] != ',') || ! isDigitAt (text, at + 1))
        return {};

    std::int64_t value = 0;
    int digits = 0;
    auto end = at + 1;

    for (auto glyph = glyphAt (text, end); glyph.kind == Glyph::Kind::digit; glyph = glyphAt (text, end))
    {
        if (digits < 9)
            value = value * 10 + glyph.digit;
        else if (digits == 9 && glyph.digit >= 5)
            ++value;

        ++digits;
        end += glyph.size;
    }

    if (const auto next = glyphAt (text, end); next.kind == Glyph::Kind::colon)
        return {};

    for (; digits < 9; ++digits)
        value *= 10;

    return Fraction { value, end };
}

std::optional<Timestamp> colonTimeAt (std::string_view text, std::size_t at)
{
    std::array<Number, 3> fields;
    int count = 0;
    auto end = at;

    for (;;)
    {
        const auto number = numberAt (text, end);

        if (! number)
            break;

        fields[std::size_t (count++)] = *number;
        end = number->end;

        if (const auto next = glyphAt (text, end);
            next.kind != Glyph::Kind::colon || ! isDigitAt (text, end + next.size))
            break;
        else if (count == 3)
            return {}; // four fields: frames or something else that is not ours
        else
            end += next.size;
    }

    if (count < 2 || fields[0].value > maxHours)
        return {};

    for (int i = 1; i < count; ++i)
        if (fields[std::size_t (i)].value > 59 || fields[std::size_t (i)].digits > 2)
            return {};

    if (count == 2 && fields[1].digits != 2)
        return {};

    const auto seconds = count == 3 ? (fields[0].value * 60 + fields[1].value) * 60 + fields[2].value
                                    : fields[0].value * 60 + fields[1].value;
    auto value = Duration::fromSeconds (seconds);

    if (const auto fraction = fractionAt (text, end))
    {
        value = value + Duration::fromNanoseconds (fraction->nanoseconds);
        end = fraction->end;
    }

    return Timestamp { at, end, value, Timestamp::Style::colons, count };
}

std::optional<Timestamp> letterTimeAt (std::string_view text, std::size_t at)
{
    constexpr std::string_view units = "hms";
    constexpr std::array<std::int64_t, 3> secondsPer { 3600, 60, 1 };

    auto end = at;
    std::size_t nextUnit = 0;
    int count = 0;
    Duration value;

    while (nextUnit < units.size())
    {
        const auto number = numberAt (text, end);

        if (! number || number->end >= text.size() || number->value > maxHours)
            break;

        const auto unit = units.find (text[number->end], nextUnit);

        if (unit == std::string_view::npos)
            break;

        value = value + Duration::fromSeconds (number->value * secondsPer[unit]);
        end = number->end + 1;
        nextUnit = unit + 1;
        ++count;
    }

    if (count == 0)
        return {};

    if (end < text.size() && isWordCharacter (codePointAt (text, end).value))
        return {};

    return Timestamp { at, end, value, Timestamp::Style::letters, count };
}

} // namespace

std::optional<Timestamp> timestampAt (std::string_view text, std::size_t at)
{
    if (const auto colons = colonTimeAt (text, at))
        return colons;

    return letterTimeAt (text, at);
}

std::optional<Duration> parseDuration (std::string_view text)
{
    text = trim (text);
    const bool negative = text.starts_with ('-');

    if (negative || text.starts_with ('+'))
        text.remove_prefix (1);

    const auto withSign = [negative] (Duration d) { return negative ? -d : d; };

    if (const auto time = timestampAt (text, 0); time && time->end == text.size())
        return withSign (time->value);

    auto unit = Duration::fromSeconds (1);

    if (text.ends_with ("ms"))
    {
        unit = Duration::fromMilliseconds (1);
        text.remove_suffix (2);
    }
    else if (text.ends_with ('s'))
    {
        text.remove_suffix (1);
    }

    constexpr std::size_t maxDigits = 9;
    std::int64_t whole = 0;
    std::size_t end = 0;

    for (; end < text.size() && text[end] >= '0' && text[end] <= '9'; ++end)
    {
        if (end == maxDigits)
            return {};

        whole = whole * 10 + (text[end] - '0');
    }

    auto value = Duration::fromNanoseconds (whole * unit.nanoseconds());

    if (const auto fraction = fractionAt (text, end))
    {
        value =
            value + Duration::fromNanoseconds (fraction->nanoseconds / (1'000'000'000 / unit.nanoseconds()));
        end = fraction->end;
    }

    if (text.empty() || end != text.size())
        return {};

    return withSign (value);
}

} // namespace earmark
