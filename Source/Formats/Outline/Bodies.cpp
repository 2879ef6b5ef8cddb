// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Bodies.h"

#include "Formats/Outline/ListHeadings.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>

namespace earmark::outline
{

namespace
{

/** What the bodies of chapters in front of the last have in common. */
struct BodyHabit
{
    bool text = false;
    bool points = false;
    bool textBehindPoints = false;
    bool blankInside = false;    ///< a blank line between two lines of one body
    bool blankBefore = false;    ///< a blank line between a chapter's line and its body
    bool headings = false;       ///< some that other chapters have not
    bool pointsTogether = false; ///< a point right below another
    bool pointsApart = false;    ///< a blank line between two points
    bool otherParts = false;     ///< lists of links or of moments of its own
};

/** "Links:", "Quotes", behind a blank line. */
bool announcesOtherPart (const std::vector<Candidate>& candidates, std::size_t k)
{
    return k > 0 && candidates[k - 1].isBlank()
           && (namesResources (candidates[k].line) || namesMoments (candidates[k].line));
}

BodyHabit habitOfBodies (const std::vector<Candidate>& candidates,
                         const std::vector<Entry>& entries,
                         const TitlePlaces& titles,
                         const BodyHeadings& headings)
{
    BodyHabit habit;

    for (std::size_t i = 0; i + 1 < entries.size(); ++i)
    {
        bool content = false, blank = false, points = false, isLastPoint = false;

        for (auto k = entries[i].index + 1; k < endOfEntry (candidates, entries, i); ++k)
        {
            if (titles.isTitle[k] || isSectionHeading (candidates[k].line))
                continue;

            habit.headings = habit.headings || headings[k] == BodyHeading::own;

            if (! candidates[k].isContent())
            {
                blank = true;
                continue;
            }

            const bool isPoint = candidates[k].line.kind == Line::Kind::bullet;
            (isPoint ? habit.points : habit.text) = true;
            habit.blankInside = habit.blankInside || (content && blank);
            habit.blankBefore = habit.blankBefore || (! content && blank);
            habit.textBehindPoints = habit.textBehindPoints || (points && ! isPoint);
            habit.otherParts = habit.otherParts || announcesOtherPart (candidates, k);

            if (isPoint && isLastPoint)
                (blank ? habit.pointsApart : habit.pointsTogether) = true;

            isLastPoint = isPoint;
            points = points || isPoint;
            content = true;
            blank = false;
        }
    }

    return habit;
}

} // namespace

std::size_t endOfLastBody (const std::vector<Candidate>& candidates,
                           const std::vector<Entry>& entries,
                           const TitlePlaces& titles,
                           const BodyHeadings& headings)
{
    const auto habit =
        entries.size() > 1
            ? habitOfBodies (candidates, entries, titles, headings)
            : BodyHabit { .text = true, .points = true, .textBehindPoints = true, .blankBefore = true };
    const auto begin = entries.back().index + 1;
    bool attached = entries.back().line.place == TimePlace::alone
                    && ! titles.before; // right below its title, without a blank line
    bool content = false, points = false, isLastPoint = false, blank = false;
    auto end = begin;
    const auto startsBefore = [&] (const ChapterLine* reading)
    { return reading && reading->start.value < entries.back().line.start.value; };

    for (auto k = begin; k < candidates.size(); ++k)
    {
        const auto& c = candidates[k];

        if (titles.isTitle[k])
        {
            end = k + 1;
            continue;
        }

        if (c.isBlank())
        {
            if (content && ! habit.blankInside)
                break;

            attached = false;
            blank = true;
            continue;
        }

        if (headings[k] == BodyHeading::repeated || (headings[k] == BodyHeading::own && habit.headings))
        {
            isLastPoint = false;
            end = k + 1;
            continue;
        }

        if (startsBefore (c.first.get()) || startsBefore (c.last.get())) // of another list
            break;

        const bool isPoint = c.line.kind == Line::Kind::bullet;
        const bool expected = (attached && c.isContent())
                              || (isPoint ? habit.points : c.line.kind == Line::Kind::text && habit.text);

        // A heading that follows the last points without a blank line, "Links".
        const bool startsSomethingElse = points && ! isPoint && ! habit.textBehindPoints && c.line.indent < 2;

        // A footer, where earlier bodies stand right below their lines and this chapter has none.
        const bool isFooter = ! content && blank && (habit.text || habit.points) && ! habit.blankBefore;

        // Links and quotes, below a line of their own or as bullets apart from the chapter's.
        const bool isOtherPart =
            (announcesOtherPart (candidates, k) && ! habit.otherParts)
            || (isPoint && isLastPoint && blank && habit.pointsTogether && ! habit.pointsApart);

        if (! expected || startsSomethingElse || isFooter || isOtherPart)
            break;

        points = points || isPoint;
        isLastPoint = isPoint;
        content = true;
        blank = false;
        end = k + 1;
    }

    return end;
}

bool isSectionHeading (const Line& line)
{
    constexpr std::array<std::string_view, 10> words { "part", "section", "act",     "chapter", "segment",
                                                       "teil", "partie",  "sección", "parte",   "abschnitt" };
    constexpr std::array<std::string_view, 10> numbers { "one", "two",   "three", "four", "five",
                                                         "six", "seven", "eight", "nine", "ten" };
    constexpr std::size_t longest = 60;
    const auto plain = toLowerAscii (withoutEmphasis (line.content));

    if (line.kind != Line::Kind::text || plain.size() > longest)
        return false;

    const auto blank = plain.find (' ');

    if (blank == std::string::npos
        || ! std::ranges::contains (words, std::string_view (plain).substr (0, blank)))
        return false;

    auto number = std::string_view (plain).substr (blank + 1);
    number = number.substr (0, number.find_first_of (" :-.,")); // "2: Fog", "two - Fog"
    return ! number.empty()
           && (number.find_first_not_of ("0123456789") == std::string_view::npos
               || number.find_first_not_of ("ivx") == std::string_view::npos
               || std::ranges::contains (numbers, number));
}

} // namespace earmark::outline
