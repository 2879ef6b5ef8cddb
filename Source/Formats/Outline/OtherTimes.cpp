// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/OtherTimes.h"

#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <span>

namespace earmark::outline
{

namespace
{

/** A number of so many digits at most. */
std::optional<std::int64_t> takeDigits (std::string_view& text, std::size_t most)
{
    std::int64_t value = 0;
    std::size_t n = 0;

    for (; n < text.size() && isDigit (text[n]); ++n)
        value = n < most ? value * 10 + (text[n] - '0') : value;

    if (n == 0 || n > most)
        return {};

    text.remove_prefix (n);
    return value;
}

/** Two digits of minutes or seconds. */
std::optional<std::int64_t> takeField (std::string_view& text)
{
    auto rest = text;
    const auto value = takeDigits (rest, 2);

    if (! value || *value > 59 || text.size() - rest.size() != 2)
        return {};

    text = rest;
    return value;
}

bool take (std::string_view& text, std::string_view prefix)
{
    if (! text.starts_with (prefix))
        return false;

    text.remove_prefix (prefix.size());
    return true;
}

bool takeOneOf (std::string_view& text, std::span<const std::string_view> marks)
{
    return std::ranges::any_of (marks, [&] (std::string_view mark) { return take (text, mark); });
}

bool beginsWithDigit (std::string_view text)
{
    return ! text.empty() && isDigit (text.front());
}

bool beginsWithWord (std::string_view text)
{
    return ! text.empty() && isWordCharacter (codePointAt (text, 0).value);
}

constexpr std::array<std::string_view, 3> primes { "'", "’", "′" };
constexpr std::array<std::string_view, 2> dots { ".", " : " };
constexpr std::array<std::string_view, 4> closingPrimes { "''", "\"", "”", "″" };

/** "02.15", "1.02.15", "02 : 15", "2'15", "2’15”", "3'": what follows is left in text. */
std::optional<OtherTime> takeMarkedTime (std::string_view& text)
{
    auto rest = text;
    const auto first = takeDigits (rest, 3);

    if (! first)
        return {};

    OtherTime time { .seconds = *first, .fields = 1 };
    constexpr int mostFields = 3;

    while (time.fields < mostFields)
    {
        auto behind = rest;
        const bool isPrime = takeOneOf (behind, primes);
        const auto field = isPrime || takeOneOf (behind, dots) ? takeField (behind) : std::nullopt;

        if (! field)
            break;

        time.style = isPrime ? OtherTime::Style::primes : time.style;
        time.seconds = time.seconds * 60 + *field;
        ++time.fields;
        rest = behind;
    }

    if (time.fields == 1)
    {
        if (! takeOneOf (rest, primes) || beginsWithWord (rest) || rest.starts_with ('\''))
            return {}; // "80's", "6''"

        time.seconds *= 60;
        time.style = OtherTime::Style::primes;
    }
    else
    {
        takeOneOf (rest, closingPrimes);
    }

    text = rest;
    return time;
}

/** A unit, in small letters. */
struct Unit
{
    std::string_view word;
    std::int64_t seconds;
    bool mayEnd = false; ///< the number behind it may have none, "1h02"
};

constexpr std::array units { Unit { "hours", 3600 }, Unit { "hour", 3600 },    Unit { "hrs", 3600 },
                             Unit { "hr", 3600 },    Unit { "h", 3600, true }, Unit { "std", 3600 },
                             Unit { "ч", 3600 },     Unit { "час", 3600 },     Unit { "minutes", 60 },
                             Unit { "minuten", 60 }, Unit { "minutos", 60 },   Unit { "minuti", 60 },
                             Unit { "mins", 60 },    Unit { "min", 60, true }, Unit { "mn", 60, true },
                             Unit { "m", 60, true }, Unit { "мин", 60 },       Unit { "seconds", 1 },
                             Unit { "sekunden", 1 }, Unit { "secs", 1 },       Unit { "sec", 1 },
                             Unit { "sek", 1 },      Unit { "s", 1 },          Unit { "сек", 1 },
                             Unit { "с", 1 },        Unit { "時間", 3600 },    Unit { "小时", 3600 },
                             Unit { "小時", 3600 },  Unit { "分", 60 },        Unit { "秒", 1 } };

/** Takes the unit that a text begins with, and the full stop of a short one. */
const Unit* takeUnit (std::string_view& text)
{
    constexpr std::size_t longest = 16;
    constexpr char32_t firstWithoutBlanks = 0x2E80;
    const auto lower = toLowerAscii (text.substr (0, longest));

    const auto unit =
        std::ranges::find_if (units,
                              [&] (const Unit& u)
                              {
                                  const auto behind = text.substr (std::min (u.word.size(), text.size()));
                                  return lower.starts_with (u.word)
                                         && (codePointAt (u.word, 0).value >= firstWithoutBlanks
                                             || beginsWithDigit (behind) || ! beginsWithWord (behind));
                              });

    if (unit == units.end())
        return nullptr;

    text.remove_prefix (unit->word.size());
    take (text, ".");
    return &*unit;
}

/** Of "2 min 30" and "1h02:10", what stands behind the last unit. */
void takeNumberWithoutUnit (std::string_view& text, OtherTime& time, std::int64_t lastUnit)
{
    auto rest = trim (text);
    const auto field = takeField (rest);

    if (! field)
        return;

    auto behind = rest;
    const bool goesOn = lastUnit == 3600 && (take (behind, ":") || takeOneOf (behind, primes));
    const auto seconds = goesOn ? takeField (behind) : std::nullopt;

    if (! seconds && (beginsWithWord (rest) || (rest.starts_with (':') && beginsWithDigit (rest.substr (1)))))
        return;

    time.seconds += *field * lastUnit / 60 + seconds.value_or (0);
    time.fields += seconds ? 2 : 1;
    time.isUnitLeftOut = true;
    text = seconds ? behind : rest;
}

/** "1h 02m", "1 h 2 min 5 s", "2 min", "2 min 30", "1h02", "1h02:10", "1時間2分3秒": what follows is left in text. */
std::optional<OtherTime> takeTimeWithUnits (std::string_view& text)
{
    constexpr std::int64_t none = 3601;
    OtherTime time { .style = OtherTime::Style::units };
    auto last = none;
    bool mayEnd = false;
    auto rest = text;

    for (;;)
    {
        auto behind = trim (rest);
        const auto number = takeDigits (behind, 4);
        behind = trim (behind);
        const auto* unit = number ? takeUnit (behind) : nullptr;

        if (unit == nullptr || unit->seconds >= last)
            break;

        time.seconds += *number * unit->seconds;
        ++time.fields;
        last = unit->seconds;
        mayEnd = unit->mayEnd;
        rest = behind;
    }

    if (last == none)
        return {};

    if (mayEnd)
        takeNumberWithoutUnit (rest, time, last);

    text = rest;
    return time;
}

/** "Minute 3" */
std::optional<OtherTime> takeMinute (std::string_view& text)
{
    constexpr std::array<std::string_view, 4> words { "minute ", "minuto ", "min. ", "min " };
    constexpr std::size_t longest = 8;
    const auto lower = toLowerAscii (text.substr (0, longest));
    const auto word =
        std::ranges::find_if (words, [&] (std::string_view w) { return lower.starts_with (w); });

    if (word == words.end())
        return {};

    auto rest = text.substr (word->size());
    const auto minutes = takeDigits (rest, 3);

    if (! minutes || beginsWithWord (rest) || (rest.size() > 1 && isDigit (rest[1]))) // "Minute 3:20"
        return {};

    text = rest;
    return OtherTime { .seconds = *minutes * 60, .style = OtherTime::Style::units, .fields = 1 };
}

/** Whether what stands right before a number makes a price or the like of it. */
bool isOfNumber (std::string_view before)
{
    constexpr std::array<std::string_view, 6> signs { "$", "€", "£", "#", "+", "=" };
    return std::ranges::any_of (signs, [&] (std::string_view s) { return before.ends_with (s); });
}

std::size_t skipMarks (std::string_view text, std::size_t at)
{
    while (at < text.size() && ! isWordCharacter (codePointAt (text, at).value))
        at += codePointAt (text, at).size;

    return at;
}

} // namespace

std::size_t beginOfContent (std::string_view line)
{
    const auto begin = skipMarks (line, 0);
    auto rest = line.substr (begin);
    constexpr std::size_t mostDigits = 3;

    if (takeDigits (rest, mostDigits) && (take (rest, ". ") || take (rest, ") ")))
        return skipMarks (line, line.size() - rest.size());

    return begin;
}

std::optional<OtherTime> otherTimeFirst (std::string_view line)
{
    const auto begin = beginOfContent (line);

    for (const auto take : { takeMarkedTime, takeTimeWithUnits, takeMinute })
    {
        auto rest = line.substr (begin);
        auto time = take (rest);

        if (! time || isOfNumber (line.substr (0, begin)))
            continue;

        const bool goesOn =
            beginsWithDigit (rest) || (rest.starts_with ('.') && beginsWithDigit (rest.substr (1)));

        if (goesOn || trim (rest).empty())
            return {}; // "24.12.1998", and what stands alone

        time->begin = begin;
        time->end = line.size() - rest.size();
        return time;
    }

    return {};
}

std::optional<OtherTime> otherTimeLast (std::string_view line)
{
    constexpr std::string_view closers = ")]*_ \t";
    const auto end = line.find_last_not_of (closers) + 1;
    const auto begin = line.substr (0, end).find_last_of ("([*_ \t") + 1;
    auto rest = line.substr (begin, end - begin);
    auto time = takeMarkedTime (rest);

    if (! time || ! rest.empty() || time->fields == 1 || ! hasWord (line.substr (0, begin)))
        return {};

    time->begin = begin;
    time->end = end;
    return time;
}

} // namespace earmark::outline
