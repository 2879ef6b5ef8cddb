// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/ChapterLine.h"

#include "Formats/Outline/BoldTitle.h"
#include "Formats/Outline/BrokenTimes.h"
#include "Formats/Outline/Labels.h"
#include "Formats/Outline/Separators.h"
#include "Formats/Outline/TitleLinks.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

/** "0:54 – 3:17", "0:54 to 3:17": the second is later, and nothing but a sign stands between them. */
bool isRange (std::string_view text, const Timestamp& first, const Timestamp& second)
{
    const auto sign = skipRangeSign (text, skipClosers (text, first.end));
    return second.value > first.value && sign > first.end && sign <= second.begin
           && ! hasWord (text.substr (sign, second.begin - sign));
}

/** Only marks that close a line may follow a trailing time. */
bool closesLine (std::string_view after)
{
    return ! hasWord (after);
}

/** What stands between the time that ends at `at` and the title, without blanks. */
std::string_view separatorAt (std::string_view text, std::size_t at)
{
    const auto behind = trim (text.substr (at));
    return trim (behind.substr (0, behind.size() - afterSeparator (behind).size()));
}

/** Whether a word for the end and what follows it are one title: "End credits", "Fine Tuning", "Fin Partie". */
bool beginsTitle (std::string_view word, std::string_view rest)
{
    constexpr std::array<std::string_view, 6> ends { "end", "ende", "einde", "конец", "…", "..." };
    constexpr std::array<std::string_view, 14> goesOn { "credit", "of ",  "game", "title", "theme",
                                                        "times",  "zone", "note", "music", "song",
                                                        "scene",  "card", "user", "result" };
    constexpr std::size_t enough = 16;
    const auto end = toLowerAscii (word), following = toLowerAscii (rest.substr (0, enough));
    return ! std::ranges::contains (ends, std::string_view (end)) || isSmall (codePointAt (rest, 0).value)
           || std::ranges::any_of (goesOn, [&] (std::string_view w) { return following.starts_with (w); });
}

/** The end of a range whose start ends at `at`, if there is one; returns one past all that states it, or `at`. */
std::size_t
takeEnd (ChapterLine& chapter, std::string_view text, std::size_t at, const std::vector<Timestamp>& times)
{
    if (times.size() > 1)
    {
        const auto& second = times[1];
        const auto sign = skipRangeSign (text, at);
        const auto gap = text.substr (at, second.begin - std::min (at, second.begin));
        const bool signedRange =
            sign > at && sign <= second.begin && ! hasWord (text.substr (sign, second.begin - sign));
        const bool isOfTitle = second.style != chapter.start.style; // "20:00 24h of Fog"
        const bool bareRange = ! gap.empty() && ! isOfTitle && skipBlanks (text, at) == second.begin;

        if ((signedRange || bareRange) && second.value > chapter.start.value)
        {
            chapter.end = second;
            return skipClosers (text, second.end);
        }

        if (signedRange && ! hasWord (text.substr (second.end)))
        {
            chapter.endNotLater =
                true; // "2:00 – 2:00" alone is a range gone wrong, not a chapter called 2:00
            return skipClosers (text, second.end);
        }
    }

    if (const auto broken = brokenEndAt (text, at))
    {
        chapter.brokenEnd = text.substr (broken->begin, broken->end - broken->begin);
        return skipClosers (text, broken->end);
    }

    return at;
}

/** "3 min", "45 sec": what players show beside a start. */
bool isLength (std::string_view text)
{
    const auto digits = std::min (text.find_first_not_of ("0123456789"), text.size());
    const auto unit = toLowerAscii (trim (text.substr (digits)));
    return digits > 0 && digits <= 3
           && (unit == "min" || unit == "min." || unit == "mins" || unit == "minutes" || unit == "sec"
               || unit == "secs" || unit == "seconds");
}

/** What stands behind the time, up to `at` of which all is understood, as a title. */
std::string_view titleBehind (std::string_view text, const Timestamp& start, std::size_t at)
{
    const auto before = text.substr (0, start.begin);
    const auto times = text.substr (start.end, at - start.end);
    auto title = afterSeparator (text.substr (at));

    if (times.find_first_of (")]}") == std::string_view::npos && ! times.contains ("）")
        && ! times.contains ("】"))
        title = withoutOuterCloser (before, title);

    // "Timestamp: 0:00 | Title: Fog"
    if (hasWord (before) && ! namesPart (before))
        for (const std::string_view label : { "Title:", "title:", "Titel:" })
            if (title.starts_with (label) && hasWord (title.substr (label.size())))
                title = trim (title.substr (label.size()));

    return title;
}

/** "Fog (from", "Fog [starts at", as they stand before a time that the bracket holds, too: without all from the bracket on. */
std::string_view withoutOpenedWord (std::string_view title)
{
    constexpr std::array<std::string_view, 15> words { "at",       "from",        "ab",         "von",
                                                       "de",       "um",          "bei",        "desde",
                                                       "à",        "с",           "starts at",  "begins at",
                                                       "start at", "starting at", "startet bei" };
    const auto open = title.find_last_of ("([");

    if (open == std::string_view::npos || open == 0)
        return title;

    const auto inside = toLowerLetters (trim (title.substr (open + 1)));
    return std::ranges::contains (words, std::string_view (inside)) ? trim (title.substr (0, open)) : title;
}

/** The title and what else the line has behind its times, `rest`, a part of the line. */
void takeRest (ChapterLine& chapter, std::string_view line, std::string_view rest)
{
    const auto before = line.substr (0, chapter.start.begin);

    if (hasWord (rest) && ! isLength (rest))
    {
        auto [title, text] = splitAtEndOfBold (line, rest);
        chapter.title = std::move (title);
        chapter.summary = std::move (text);
        takeLinkInTitle (chapter);
        return;
    }

    chapter.place = TimePlace::alone;
    chapter.title = withoutEmphasis (namesPart (before) ? beforeSeparator (before) : rest);
}

} // namespace

std::optional<ChapterLine> readTimeFirst (const Line& line, const std::vector<Timestamp>& times)
{
    if (times.empty())
        return {};

    const std::string_view text = line.content;
    const auto& start = times.front();
    const auto before = text.substr (0, start.begin);

    if (hasWord (before) && ! isLabel (before))
        return {};

    ChapterLine chapter { .start = start, .isUnsure = isUnsureLabel (before) };
    const auto behind = skipClosers (text, skipOpenEnd (text, start.end));
    const auto at = skipUnit (text, takeEnd (chapter, text, behind, times));
    const auto rest = titleBehind (text, start, at);
    takeUrls (chapter, line);

    takeRest (chapter, text, rest);
    return chapter;
}

void takeOpenEnd (ChapterLine& chapter, const Line& line, const ChapterLine& before, const Line& lineBefore)
{
    const std::string_view text = line.content;
    const auto from = skipClosers (text, chapter.start.end);
    const auto end = skipEndWord (text, from);

    if (end == from || ! before.end || chapter.isOfTable || before.isOfTable)
        return;

    const auto behind = skipClosers (text, end);
    const auto rest = afterSeparator (text.substr (behind));
    const std::string_view textBefore = lineBefore.content;
    const auto behindBefore = skipClosers (textBefore, std::min (before.end->end, textBefore.size()));
    const auto separator = separatorAt (text, behind);

    const auto begin = skipRangeSign (text, from);
    const auto word = text.substr (begin, end - begin);

    // With nothing behind it, it is a title where the others' stand there, too.
    if (hasWord (rest) ? separator != separatorAt (textBefore, behindBefore)
                             || (separator.empty() && beginsTitle (word, rest))
                       : before.place != TimePlace::alone)
        return;

    chapter.openEnd = word;
    takeRest (chapter, text, rest);
}

std::optional<ChapterLine> readTimeLast (const Line& line, const std::vector<Timestamp>& times)
{
    if (times.empty())
        return {};

    std::string_view text = line.content;

    if (! closesLine (text.substr (skipOpenEnd (text, times.back().end))))
        return {};

    if (const auto open = skipOpenEnd (text, times.back().end); open > times.back().end)
        text = text.substr (0, times.back().end);

    ChapterLine chapter { .place = TimePlace::last };
    auto index = times.size();

    // From the end: times, or ranges of times, with nothing but marks between them.
    while (index > 0 && ! hasWord (text.substr (times[index - 1].end)))
    {
        chapter.end = {};
        chapter.start = times[--index];

        if (index > 0)
        {
            const auto sign = skipRangeSign (text, skipClosers (text, times[index - 1].end));
            const bool bareRange = skipBlanks (text, times[index - 1].end) == chapter.start.begin;
            const bool signedRange = sign > times[index - 1].end && sign <= chapter.start.begin
                                     && ! hasWord (text.substr (sign, chapter.start.begin - sign));

            if (times[index - 1].value < chapter.start.value && (signedRange || bareRange))
            {
                chapter.end = chapter.start;
                chapter.start = times[--index];
            }
        }

        text = text.substr (0, chapter.start.begin);
    }

    auto title = std::string (withoutOpenedWord (beforeSeparator (text)));
    const auto lower = toLowerAscii (title);

    for (const std::string_view phrase : { " starts at", " begins at", " start at", " starting at" })
    {
        if (lower.ends_with (phrase))
        {
            title.resize (title.size() - phrase.size());
            chapter.title = withoutEmphasis (beforeSeparator (title));
            takeUrls (chapter, line);
            return chapter.title.empty() ? std::nullopt : std::optional (chapter);
        }
    }

    for (const std::string_view word : { " at",
                                         " um",
                                         " by",
                                         " until",
                                         " till",
                                         " from",
                                         " since",
                                         " around",
                                         " before",
                                         " after",
                                         " @",
                                         " ab",
                                         " bis",
                                         " gegen" })
        if (lower.ends_with (word))
            return {};

    chapter.title = withoutEmphasis (title);
    takeUrls (chapter, line);
    takeLinkInTitle (chapter);
    return hasWord (chapter.title) ? std::optional (chapter) : std::nullopt;
}

std::vector<ChapterLine> readSeveral (const Line& line, const std::vector<Timestamp>& times)
{
    const std::string_view text = line.content;

    if (times.size() < 2
        || (hasWord (text.substr (0, times.front().begin))
            && ! isLabel (text.substr (0, times.front().begin))))
        return {};

    std::vector<ChapterLine> chapters;

    for (std::size_t i = 0; i < times.size(); ++i)
    {
        ChapterLine chapter { .start = times[i] };

        if (! chapters.empty() && chapter.start.value <= chapters.back().start.value)
            return {};

        if (i + 1 < times.size() && isRange (text, times[i], times[i + 1]))
            chapter.end = times[++i];

        const auto from = skipClosers (text, times[i].end);
        const auto end = i + 1 < times.size() ? times[i + 1].begin : text.size();
        chapter.title = withoutEmphasis (
            beforeSeparator (afterSeparator (text.substr (from, end - std::min (from, end)))));

        if (! hasWord (chapter.title))
            return {};

        takeLinkInTitle (chapter);
        chapters.push_back (std::move (chapter));
    }

    return chapters;
}

} // namespace earmark::outline
