// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/TitlePlaces.h"

#include "Formats/Outline/ListHeadings.h"

#include <algorithm>
#include <ranges>

namespace earmark::outline
{

namespace
{

bool mayBeTitle (const Line& line)
{
    return ! line.saysNothing() && pictureAlone (line) == nullptr;
}

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
            if (mayBeTitle (candidates[k].line))
                return k;

        return {};
    }

    std::optional<std::size_t> after (std::size_t i) const
    {
        for (auto k = entries[i].index + 1; k < endOfEntry (candidates, entries, i); ++k)
            if (mayBeTitle (candidates[k].line))
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
                   && (at == lines || candidates[at - lines - 1].isBlank()) && ! isSentence (at - lines)
                   && isSentence (at - 1);
        };
        return lines > 1 && ! after (entries.size() - 1) && all (isParagraph) ? lines : 0;
    }

    bool allTitlesStandBefore() const
    {
        const auto lineAbove = [&] (std::size_t i)
        { return before (i) && *before (i) + 1 == entries[i].index; };

        // Nothing follows the last time, and each has a line before it.
        if (! after (entries.size() - 1) && all ([&] (auto i) { return before (i).has_value(); }))
            return true;

        // Headings are titles wherever each time has one directly before it.
        if (all ([&] (auto i)
                 { return lineAbove (i) && candidates[*before (i)].line.kind == Line::Kind::heading; }))
            return true;

        // And so are lines that begin a paragraph, each with a time right below it.
        if (all (
                [&] (auto i)
                {
                    const auto at = entries[i].index;
                    return at > 0 && candidates[at - 1].line.kind == Line::Kind::text
                           && ! isListHeading (candidates[at - 1].line)
                           && (at == 1 || candidates[at - 2].isBlank());
                }))
            return true;

        // And so are lines above that are no sentences, where sentences stand below.
        if (all (
                [&] (auto i)
                {
                    const auto above = before (i), below = after (i);
                    return above && below && isText (*above) && isText (*below) && ! isSentence (*above)
                           && ! isListHeading (candidates[*above].line) && isSentence (*below);
                }))
            return true;

        // And lines that are the only one between two times, where a blank one ends the list behind the last time.
        return endsWithBlank()
               && all (
                   [&] (auto i)
                   {
                       return lineAbove (i) && ! isListHeading (candidates[*before (i)].line)
                              && (i == 0 || isOnly (i));
                   });
    }

private:
    const std::vector<Candidate>& candidates;
    const std::vector<Entry>& entries;

    bool all (auto&& holds) const
    {
        return std::ranges::all_of (std::views::iota (0uz, entries.size()), holds);
    }

    bool isText (std::size_t k) const { return candidates[k].line.kind == Line::Kind::text; }

    bool isSentence (std::size_t k) const
    {
        return withoutEmphasis (candidates[k].line.content).ends_with ('.');
    }

    bool endsWithBlank() const
    {
        const auto behind = entries.back().index + 1;
        return behind >= candidates.size() || candidates[behind].isBlank();
    }

    bool isOnly (std::size_t i) const { return entries[i].index == entries[i - 1].index + 2; }
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
