// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/MistypedTimes.h"

#include "Formats/Outline/BrokenTimes.h"
#include "Formats/Outline/Separators.h"
#include "Foundation/Text.h"
#include "Foundation/TimestampGlyph.h"

#include <algorithm>
#include <array>
#include <format>
#include <optional>

namespace earmark::outline
{

namespace
{

/** A time as it was perhaps meant. */
struct MeantTime
{
    std::string_view written;
    std::string_view behind; ///< the rest of the line
    Duration value;
};

/** One past the mark between two numbers of a time at `at`; `at` where there is none. */
std::size_t skipMark (std::string_view text, std::size_t at)
{
    for (const std::string_view mark : { ".", ": ", ":", " :", ";", ",", "'", "’", "h" })
        if (text.substr (at).starts_with (mark))
            return at + mark.size();

    return at;
}

Duration secondsOf (std::int64_t seconds)
{
    return Duration::fromNanoseconds (seconds * 1'000'000'000);
}

/** ":45", "14.45", "14:5", "3: 20", "1h02:15", "1.29.04" behind signs; several digits in the last place, unless colons show that it is a time. */
std::optional<MeantTime> meantTimeAtBeginning (std::string_view text)
{
    std::size_t begin = 0;

    while (begin < text.size() && ! isWordCharacter (codePointAt (text, begin).value)
           && ! (text[begin] == ':' && begin + 1 < text.size() && isDigit (text[begin + 1])))
        begin += codePointAt (text, begin).size;

    std::array<std::int64_t, 3> numbers {};
    std::size_t count = text.substr (begin).starts_with (':') ? 1 : 0; // no minutes
    std::size_t at = begin + count, digits = 0;
    bool hasColon = count > 0, hasHours = false;

    for (;;)
    {
        const auto first = at;
        const std::size_t mostDigits = count == 0 ? 3 : 2;

        for (; at < text.size() && isDigit (text[at]) && at - first < mostDigits; ++at)
            numbers[count] = numbers[count] * 10 + (text[at] - '0');

        digits = at - first;

        if (digits == 0 || (count > 0 && numbers[count] > 59))
            return {};

        ++count;
        const auto next = skipMark (text, at);

        if (next == at || next >= text.size() || ! isDigit (text[next]))
            break;

        if (count == numbers.size())
            return {};

        hasColon = hasColon || (text[at] == ':' && next == at + 1);
        hasHours = hasHours || (count == 1 && text[at] == 'h');
        at = next;
    }

    const bool ends = at < text.size() && ! isWordCharacter (codePointAt (text, at).value);

    if (count < 2 || ! ends || (digits == 1 && ! hasColon))
        return {};

    const auto seconds = count == 3 ? numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
                                    : (numbers[0] * 60 + numbers[1]) * (hasHours ? 60 : 1);
    return MeantTime { text.substr (begin, at - begin), text.substr (at), secondsOf (seconds) };
}

/** "- Batteries", "Batteries", but neither "per cent of it" nor a whole sentence. */
bool looksLikeTitle (std::string_view behind)
{
    constexpr std::size_t longest = 80;
    const auto text = trim (behind);

    if (text.empty() || text.size() > longest || text.ends_with ('.'))
        return false;

    return ! isWordCharacter (codePointAt (text, 0).value) || ! (text.front() >= 'a' && text.front() <= 'z');
}

/** The lines around one that is no chapter's. */
struct Neighbours
{
    const Entry* before = nullptr;
    const Entry* after = nullptr; ///< null behind the last

    bool enclose (Duration time) const
    {
        return before->line.start.value < time && (after == nullptr || time < after->line.start.value);
    }
};

std::optional<std::string_view>
meantTimeIn (const Candidate& candidate, const Neighbours& around, bool isPlainList)
{
    const std::string_view content = candidate.line.content;

    if (const auto meant = meantTimeAtBeginning (content); meant && around.enclose (meant->value)
                                                           && hasWord (meant->behind)
                                                           && (isPlainList || looksLikeTitle (meant->behind)))
        return meant->written;

    if (isPlainList)
        for (const auto& time : candidate.times)
            if (around.enclose (time.value))
                return content.substr (time.begin, time.end - time.begin);

    return {};
}

/** Hardly any text between the chapters. */
bool isPlain (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries)
{
    std::size_t content = 0;

    for (auto k = entries.front().index; k < entries.back().index; ++k)
        content += candidates[k].line.saysNothing() ? 0u : 1u;

    return content < entries.size() + entries.size() / 2;
}

} // namespace

void tellMistypedTimes (Notices& notices,
                        const std::vector<Candidate>& candidates,
                        const std::vector<Entry>& entries)
{
    if (entries.size() < 2)
        return;

    const bool isPlainList = isPlain (candidates, entries);
    std::size_t next = 0; // the first entry that is not above the line

    for (auto k = entries.front().index; k < candidates.size(); ++k)
    {
        while (next < entries.size() && entries[next].index < k)
            ++next;

        if (next < entries.size() && entries[next].index == k)
            continue;

        const auto& candidate = candidates[k];

        // Behind the last chapter only what stands right below it is part of the list.
        if (next == entries.size() && candidate.isBlank())
            return;

        const Neighbours around { &entries[next - 1], next < entries.size() ? &entries[next] : nullptr };

        if (candidate.line.content.size() > maxChapterLine
            || candidate.line.kind != candidates[around.before->index].line.kind
            || brokenTimeAtBeginning (candidate.line.content))
            continue;

        // A title on a line of its own, "14.30 Tea", is no text.
        const auto words = withoutEmphasis (candidate.line.content);

        if (words == around.before->line.title
            || (around.after != nullptr && words == around.after->line.title))
            continue;

        if (const auto written = meantTimeIn (candidate, around, isPlainList))
            notices.push_back (
                { Notice::Grade::warning,
                  std::format ("'{}' may be meant as the time of a chapter; the line was taken for text.",
                               *written),
                  Place::atLine (candidate.line.number) });
    }
}

} // namespace earmark::outline
