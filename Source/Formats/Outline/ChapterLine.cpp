// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/ChapterLine.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

bool hasWord (std::string_view text)
{
    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);

        if (isWordCharacter (c))
            return true;

        i += size;
    }

    return false;
}

/** "Chapter 3:", "#12", "3 -", "Part 1", "Time:", "at": what may stand before a leading time besides symbols. */
bool isLabel (std::string_view before)
{
    constexpr std::array<std::string_view, 29> words {
        "chapter",  "chapters", "chap",      "ch",    "part",  "section",  "segment",   "topic",
        "track",    "episode",  "kapitel",   "teil",  "thema", "chapitre", "partie",    "capitulo",
        "capítulo", "parte",    "hoofdstuk", "глава", "часть", "time",     "timestamp", "start",
        "at",       "from",     "zeit",      "no",    "nr"
    };

    constexpr std::size_t longest = 40;

    if (before.size() > longest)
        return false;

    std::string word;
    int numbers = 0;
    int wordsSeen = 0;
    bool inNumber = false;

    const auto finishWord = [&]
    {
        const bool known = word.empty() || std::ranges::contains (words, std::string_view (word));
        wordsSeen += word.empty() ? 0 : 1;
        word.clear();
        return known;
    };

    for (std::size_t i = 0; i < before.size();)
    {
        const auto [c, size] = codePointAt (before, i);
        const bool digit = c >= '0' && c <= '9';

        if (digit)
        {
            if (! finishWord() || (! inNumber && ++numbers > 1))
                return false;
        }
        else if (isWordCharacter (c))
        {
            word += c < 0x80 ? toLowerAscii (before.substr (i, size)) : std::string (before.substr (i, size));
        }
        else if (! finishWord())
        {
            return false;
        }

        inNumber = digit;
        i += size;
    }

    return finishWord() && wordsSeen <= 1;
}

/** Whether such a label can be a title: "Part 1" and "Start" can, "Time:" and "#12" cannot. */
bool namesPart (std::string_view label)
{
    constexpr std::array<std::string_view, 6> timeWords {
        "time", "timestamp", "at", "from", "zeit", "start:"
    };
    auto word = toLowerAscii (trim (label));
    std::erase_if (word, [] (char c) { return c == '*' || c == '_' || c == '[' || c == '('; });
    const auto plain = trim (word);

    return hasWord (plain) && ! (plain.front() >= '0' && plain.front() <= '9') && plain.front() != '#'
           && std::ranges::none_of (timeWords, [&] (std::string_view t) { return plain.starts_with (t); });
}

std::string_view dropLeading (std::string_view text, std::string_view characters)
{
    const auto first = text.find_first_not_of (characters);
    return first == std::string_view::npos ? std::string_view {} : text.substr (first);
}

/** Skips blanks and marks without width. */
std::size_t skipBlanks (std::string_view text, std::size_t i)
{
    while (i < text.size())
    {
        const auto [c, size] = codePointAt (text, i);

        if (! isSpace (c) && ! isInvisible (c))
            break;

        i += size;
    }

    return i;
}

/** Skips what closes the brackets and emphasis around a time. */
std::size_t skipClosers (std::string_view text, std::size_t i)
{
    while (i < text.size())
    {
        const auto [c, size] = codePointAt (text, i);
        const bool closer = c == ')' || c == ']' || c == '}' || c == '*' || c == '_' || c == '`' || c == '>'
                            || c == 0x3011 || c == 0xFF09 || c == 0x300D || c == 0x3015 || c == 0xFF3D
                            || c == 0x201D || isInvisible (c);

        // "*" and ">" may also be a separator or begin something; behind a time without blank they close.
        if (! closer)
            break;

        i += size;
    }

    return i;
}

/** One past a range sign at `i` (blanks around it skipped): a dash, tilde, arrow or the word for "to"; i where there is
    none. */
std::size_t skipRangeSign (std::string_view text, std::size_t i)
{
    const auto at = skipBlanks (text, i);
    const auto rest = text.substr (at);

    for (const std::string_view sign :
         { "-->", "->", "—>", "–>", "to ", "until ", "till ", "bis ", "à ", "a ", "до ", "..", "…" })
        if (rest.starts_with (sign) && (at > i || ! isWordCharacter (codePointAt (sign, 0).value)))
            return skipBlanks (text, at + sign.size());

    if (! rest.empty())
    {
        const auto [c, size] = codePointAt (rest, 0);

        if (isDash (c) || c == '~' || c == 0x301C || c == 0xFF5E || c == 0x2192)
            return skipBlanks (text, at + size);
    }

    return i;
}

/** One separator between time and title; a second one belongs to the title. */
std::string_view afterSeparator (std::string_view text)
{
    text = trim (text);

    if (text.empty())
        return text;

    // "~ :" and the like: an open range, then the separator.
    if (const auto [c, size] = codePointAt (text, 0); c == '~' || c == 0x301C || c == 0xFF5E)
        text = trim (text.substr (size));

    if (text.empty())
        return text;

    for (const std::string_view sign : { "-->", "->", "=>", "::", "||", "--" })
        if (text.starts_with (sign))
            return trim (text.substr (sign.size()));

    const auto [c, size] = codePointAt (text, 0);
    const auto rest = text.substr (size);
    const bool blankFollows = rest.empty() || isSpace (codePointAt (rest, 0).value);

    // Leaders, but not the dots that begin "...and then".
    if (c == '.' || c == 0x2026)
        if (const auto behind = dropLeading (text, "."); c == 0x2026 || behind.size() + 1 < text.size())
            if (const auto title = c == 0x2026 ? rest : behind; title.starts_with (' '))
                return trim (title);

    const bool always = isDash (c) || c == ',' || c == ';' || c == ':' || c == '|' || c == '~' || c == 0xFF1A
                        || c == 0xFF5C || c == 0x2192 || c == 0x203A || c == 0xBB || c == 0x2022 || c == 0xB7
                        || c == 0x2502 || c == 0x3001 || c == '=';
    const bool withBlank = c == '.' || c == '/' || c == '>' || c == '*' || c == ')';

    return always || (withBlank && blankFollows) ? trim (rest) : text;
}

/** The text before a trailing time, without leaders, separators and opening brackets. */
std::string_view beforeSeparator (std::string_view text)
{
    for (;;)
    {
        text = trim (text);

        if (text.empty())
            return text;

        const auto [c, size] = codePointBefore (text, text.size());
        const bool opener = c == '(' || c == '[' || c == '{' || c == '*' || c == '_' || c == '`' || c == '<'
                            || c == 0x3010 || c == 0xFF08 || c == 0x201C || c == '@';

        if (! opener)
            break;

        text.remove_suffix (size);
    }

    if (text.ends_with ("..") || text.ends_with ("…"))
        while (text.ends_with ('.') || text.ends_with ("…"))
            text = trim (text.substr (0, text.size() - (text.ends_with ('.') ? 1 : 3)));

    if (text.empty())
        return text;

    const auto [c, size] = codePointBefore (text, text.size());
    const bool separator = isDash (c) || c == ':' || c == '|' || c == ',' || c == ';' || c == '~'
                           || c == 0xFF1A || c == 0x2192 || c == 0x2022 || c == 0xB7 || c == '=' || c == '>'
                           || c == '/';
    return separator ? trim (text.substr (0, text.size() - size)) : text;
}

/** Only marks that close a line may follow a trailing time. */
bool closesLine (std::string_view after)
{
    return ! hasWord (after);
}

/** "**[0:34] Title:** text": the bold run is the title, what follows the summary. */
void splitAtEndOfBold (ChapterLine& chapter, std::string_view before, std::string_view rest)
{
    chapter.title = withoutEmphasis (rest);

    if (! before.contains ("**"))
        return;

    const auto close = rest.find ("**");

    if (close == std::string_view::npos)
        return;

    auto title = withoutEmphasis (rest.substr (0, close));
    const auto text = dropLeading (trim (rest.substr (close + 2)), ": ");

    if (title.empty() || ! hasWord (text))
        return;

    while (title.ends_with (':'))
        title.pop_back();

    chapter.title = std::string (trim (title));
    chapter.summary = withoutEmphasis (text);
}

} // namespace

void takeUrls (ChapterLine& chapter, const Line& line)
{
    for (const auto& link : line.links)
    {
        const auto label = trim (std::string_view (line.content).substr (link.begin, link.end - link.begin));
        const auto time = timestampAt (label, 0);
        const bool labelIsTime = time && time->end == label.size();

        // "[2:22](#t=2:22)" only says again when.
        if (labelIsTime || link.url.starts_with ('#') || link.url.empty())
            continue;

        if (link.isPicture() && chapter.picture.empty())
        {
            chapter.picture = link.url;
            chapter.pictureAlt = link.alt;
        }
        else if (chapter.url.empty() && ! link.isPicture())
        {
            chapter.url = link.url;
            chapter.urlTitle = link.title;
        }
        else
            chapter.furtherUrls.push_back (link.url);
    }
}

std::optional<ChapterLine> readTimeFirst (const Line& line, const std::vector<Timestamp>& times)
{
    if (times.empty())
        return {};

    const std::string_view text = line.content;
    const auto& start = times.front();
    const auto before = text.substr (0, start.begin);

    if (hasWord (before) && ! isLabel (before))
        return {};

    ChapterLine chapter { .start = start };
    auto at = skipClosers (text, start.end);

    if (times.size() > 1)
    {
        const auto& second = times[1];
        const auto sign = skipRangeSign (text, at);
        const auto gap = text.substr (at, second.begin - std::min (at, second.begin));
        const bool signedRange =
            sign > at && sign <= second.begin && ! hasWord (text.substr (sign, second.begin - sign));
        const bool bareRange = ! gap.empty() && skipBlanks (text, at) == second.begin;

        if ((signedRange || bareRange) && second.value > start.value)
        {
            chapter.end = second;
            at = skipClosers (text, second.end);
        }
        else if (signedRange && ! hasWord (text.substr (second.end)))
        {
            chapter.endNotLater =
                true; // "2:00 – 2:00" alone is a range gone wrong, not a chapter called 2:00
            at = skipClosers (text, second.end);
        }
    }

    const auto rest = afterSeparator (text.substr (at));
    takeUrls (chapter, line);

    if (! hasWord (rest))
    {
        chapter.place = TimePlace::alone;
        chapter.title = withoutEmphasis (namesPart (before) ? beforeSeparator (before) : rest);
        return chapter;
    }

    splitAtEndOfBold (chapter, before, rest);
    return chapter;
}

std::optional<ChapterLine> readTimeLast (const Line& line, const std::vector<Timestamp>& times)
{
    if (times.empty())
        return {};

    std::string_view text = line.content;

    if (! closesLine (text.substr (times.back().end)))
        return {};

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

    auto title = std::string (beforeSeparator (text));
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
        if (i > 0 && times[i].value <= times[i - 1].value)
            return {};

        const auto end = i + 1 < times.size() ? times[i + 1].begin : text.size();
        const auto from = skipClosers (text, times[i].end);
        auto title = withoutEmphasis (
            beforeSeparator (afterSeparator (text.substr (from, end - std::min (from, end)))));

        if (! hasWord (title))
            return {};

        chapters.push_back ({ .start = times[i], .title = std::move (title) });
    }

    return chapters;
}

} // namespace earmark::outline
