// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/TitlePlaces.h"

#include "Formats/Outline/Fields.h"
#include "Formats/Outline/ListHeadings.h"
#include "Formats/Outline/TitleLinks.h"
#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <span>

namespace earmark::outline
{

namespace
{

bool mayBeTitle (const Candidate& candidate)
{
    return ! candidate.line.saysNothing() && pictureAlone (candidate.line) == nullptr
           && ! isEndField (candidate);
}

/** "**Fog**", and nothing else. */
bool isBold (const Line& line)
{
    constexpr std::string_view mark = "**";
    const auto text = trim (line.content);
    return text.starts_with (mark) && text.ends_with (mark)
           && text.find (mark, mark.size()) == text.size() - mark.size();
}

bool endsWithOne (std::string_view text, std::span<const std::string_view> marks)
{
    return std::ranges::any_of (marks, [text] (auto mark) { return text.ends_with (mark); });
}

/** What no title ends with. */
constexpr std::array<std::string_view, 2> fullStops { ".", "。" };

/** What sentences end with, and some titles. */
constexpr std::array<std::string_view, 9> stops { ".", "!", "?", "…", "。", "！", "？", ".”", ".\"" };

/** Looks for the lines around the entries. */
class Surroundings
{
public:
    Surroundings (const std::vector<Candidate>& allCandidates, const std::vector<Entry>& allEntries)
        : candidates (allCandidates), entries (allEntries)
    {}

    /** The nearest candidate with content in front of an entry and behind the one before it. */
    std::optional<std::size_t> before (std::size_t i) const
    {
        const auto from = i > 0 ? entries[i - 1].index + 1 : 0;

        for (auto k = entries[i].index; k-- > from;)
            if (mayBeTitle (candidates[k]))
                return k;

        return {};
    }

    std::optional<std::size_t> after (std::size_t i) const
    {
        for (auto k = entries[i].index + 1; k < endOfEntry (candidates, entries, i); ++k)
            if (mayBeTitle (candidates[k]))
                return k;

        return {};
    }

    /** How many lines a paragraph has above its time that is title, summary and time, as all of them are; 0 where they are not. */
    std::size_t linesAboveTimes() const
    {
        std::size_t lines = 0;

        while (lines < entries.front().index && isText (entries.front().index - lines - 1))
            ++lines;

        const auto isParagraph = [&] (std::size_t i)
        {
            const auto at = entries[i].index;
            return at >= lines
                   && std::ranges::all_of (std::views::iota (at - lines, at),
                                           [&] (auto k) { return isText (k); })
                   && (at == lines || candidates[at - lines - 1].isBlank())
                   && ! endsWith (at - lines, fullStops) && endsWith (at - 1, fullStops);
        };
        return lines > 1 && ! after (entries.size() - 1) && all (isParagraph) ? lines : 0;
    }

    bool allTitlesStandBefore() const
    {
        if (! all ([&] (auto i) { return before (i).has_value(); }))
            return false;

        const bool nothingFollows = ! after (entries.size() - 1);
        return nothingFollows || areHeadings() || areSetInBold() || areOuterBullets() || fieldsTell()
               || (! isListHeading (candidates[*before (0)].line)
                   && (beginParagraphs() || haveSentencesBelow() || haveTextOfEqualLength()
                       || areOnlyLines()));
    }

private:
    const std::vector<Candidate>& candidates;
    const std::vector<Entry>& entries;

    bool all (auto&& holds) const
    {
        return std::ranges::all_of (std::views::iota (0uz, entries.size()), holds);
    }

    /** Whether it holds for the lines above and below each time, as indexes of candidates. */
    bool allAround (auto&& holds) const
    {
        return all (
            [&] (auto i)
            {
                const auto below = after (i);
                return below && holds (*before (i), *below);
            });
    }

    bool isText (std::size_t k) const { return candidates[k].line.kind == Line::Kind::text; }

    std::string textOf (std::size_t k) const { return withoutEmphasis (candidates[k].line.content); }

    bool endsWith (std::size_t k, std::span<const std::string_view> marks) const
    {
        return endsWithOne (textOf (k), marks);
    }

    bool isRightAbove (std::size_t i) const { return *before (i) + 1 == entries[i].index; }

    //======================================================================================================
    // What tells that the titles stand above their times. Each has a line above it.

    bool areHeadings() const
    {
        return all ([&] (auto i)
                    { return isRightAbove (i) && candidates[*before (i)].line.kind == Line::Kind::heading; });
    }

    /** And what stands below is not, as titles would be there. */
    bool areSetInBold() const
    {
        return allAround ([&] (auto above, auto below)
                          { return isBold (candidates[above].line) && ! isBold (candidates[below].line); });
    }

    /** "1. Fog" above "0:00" and "It comes.", "- Fog" above "  - 0:00": no line of the list that stands as far out as these is of their kind. */
    bool areOuterBullets() const
    {
        const auto& first = candidates[*before (0)].line;
        std::size_t deepest = 0; // numbers may stand flush right

        for (std::size_t i = 0; i < entries.size(); ++i)
            deepest = std::max (deepest, candidates[*before (i)].line.indent);

        const auto isOfKind = [&] (std::size_t k)
        {
            const auto& line = candidates[k].line;
            return line.kind == Line::Kind::bullet && line.isNumbered == first.isNumbered
                   && line.indent <= deepest;
        };
        const auto isNoneFrom = [&] (std::size_t from, std::size_t to)
        { return std::ranges::none_of (std::views::iota (from, to), isOfKind); };

        return all (
            [&] (auto i)
            {
                const auto end = i + 1 < entries.size() ? *before (i + 1) : endOfParagraph();
                return isOfKind (*before (i)) && isNoneFrom (entries[i].index, end);
            });
    }

    /** "Title: Fog" above, or "Summary: It comes." below */
    bool fieldsTell() const
    {
        return all ([&] (auto i) { return isTitleField (candidates[*before (i)].line); })
               || allAround ([&] (auto, auto below) { return isSummaryField (candidates[below].line); });
    }

    bool beginParagraphs() const
    {
        return all (
            [&] (auto i)
            {
                const auto at = entries[i].index;
                return at > 0 && candidates[at - 1].isContent() && (at == 1 || candidates[at - 2].isBlank());
            });
    }

    /** Lines that are no sentences above sentences; where these may be titles as well, above longer ones. */
    bool haveSentencesBelow() const
    {
        const auto isParted = [&] (std::size_t above, std::size_t below)
        {
            return candidates[above].isContent() && candidates[below].isContent()
                   && ! endsWith (above, fullStops);
        };

        return allAround ([&] (auto above, auto below)
                          { return isParted (above, below) && endsWith (below, fullStops); })
               || (isLongerBelow()
                   && allAround ([&] (auto above, auto below)
                                 { return isParted (above, below) && endsWith (below, stops); }));
    }

    /** Title, time and as many lines of text, behind the last time, too; each title shorter than what begins below its time. */
    bool haveTextOfEqualLength() const
    {
        const auto distance = entries.front().index - *before (0);
        const auto linesBehind = [&] (std::size_t i)
        {
            const auto to = i + 1 < entries.size() ? *before (i + 1) : endOfParagraph();
            return std::ranges::count_if (
                std::views::iota (entries[i].index + 1, std::max (to, entries[i].index + 1)),
                [&] (auto k) { return mayBeTitle (candidates[k]); });
        };
        const auto lines = linesBehind (0);
        return lines > 0
               && all ([&] (auto i)
                       { return entries[i].index - *before (i) == distance && linesBehind (i) == lines; })
               && isLongerBelow();
    }

    /** The only lines between two times, where a blank one ends the list behind the last time. */
    bool areOnlyLines() const
    {
        const auto behind = entries.back().index + 1;
        return (behind >= candidates.size() || candidates[behind].isBlank())
               && all (
                   [&] (auto i)
                   { return isRightAbove (i) && (i == 0 || entries[i].index == entries[i - 1].index + 2); });
    }

    /** Whether each line above a time is shorter than the one below it, which is another than the one above the next time. */
    bool isLongerBelow() const
    {
        return all (
            [&] (auto i)
            {
                const auto below = after (i);
                return below && (i + 1 == entries.size() || *below < *before (i + 1))
                       && textOf (*before (i)).size() < textOf (*below).size();
            });
    }

    /** Behind the last time and its text. */
    std::size_t endOfParagraph() const
    {
        auto k = after (entries.size() - 1).value_or (candidates.size());

        while (k < candidates.size() && ! candidates[k].isBlank())
            ++k;

        return k;
    }
};

void takeTitle (const std::vector<Candidate>& candidates, Entry& entry, std::size_t k, TitlePlaces& places)
{
    const auto& line = candidates[k].line;
    entry.line.title = withoutEmphasis (line.content);
    takeUrls (entry.line, line);
    takeLinkInTitle (entry.line);
    places.isTitle[k] = true;
}

/** The title and the summary below it, which end above the entry's time. */
void takeParagraph (const std::vector<Candidate>& candidates,
                    Entry& entry,
                    std::size_t lines,
                    TitlePlaces& places)
{
    const auto title = entry.index - lines;
    takeTitle (candidates, entry, title, places);

    for (auto k = title + 1; k < entry.index; ++k)
    {
        auto& summary = entry.line.summary;
        summary += (summary.empty() ? "" : "\n") + withoutEmphasis (withAddresses (candidates[k].line));
        places.isTitle[k] = places.isSummary[k] = true;
    }
}

} // namespace

std::size_t
endOfEntry (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries, std::size_t entry)
{
    return entry + 1 < entries.size() ? entries[entry + 1].index : candidates.size();
}

TitlePlaces placeTitles (const std::vector<Candidate>& candidates, std::vector<Entry>& entries)
{
    const std::vector<bool> none (candidates.size(), false);
    TitlePlaces places { .isTitle = none, .isSummary = none };
    const auto alone =
        std::ranges::count_if (entries, [] (const Entry& e) { return e.line.place == TimePlace::alone; });

    if (std::size_t (alone) * 2 < entries.size())
        return places; // "0:00 ???": symbols are the title

    const Surroundings around (candidates, entries);
    const auto followed = std::ranges::count_if (std::views::iota (0uz, entries.size() - 1),
                                                 [&] (auto i) { return around.after (i).has_value(); });

    if (std::size_t (followed) * 2 < entries.size() - 1)
        return places; // "Part 1 - 0:00", one directly below the other

    const auto above = around.linesAboveTimes();
    places.before = above > 0 || around.allTitlesStandBefore();

    for (std::size_t i = 0; i < entries.size(); ++i)
    {
        if (entries[i].line.place != TimePlace::alone)
            continue;

        if (above > 0)
            takeParagraph (candidates, entries[i], above, places);
        else if (const auto k = places.before ? around.before (i) : around.after (i))
            takeTitle (candidates, entries[i], *k, places);
    }

    return places;
}

} // namespace earmark::outline
