// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Blocks.h"

#include "Formats/Outline/ListHeadings.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <ranges>

namespace earmark::outline
{

namespace
{

/** What the line right above a list says of it. */
enum class Heading
{
    none,
    unknown, ///< it is a heading, of whatever
    chapters,
    moments
};

/** A run of entries, [begin, end), whose times belong together. */
struct Block
{
    std::size_t begin = 0;
    std::size_t end = 0;
    Heading heading = Heading::none;
};

constexpr std::size_t shortestBlock = 3;

Heading headingOf (const Line& line)
{
    if (namesMoments (line))
        return Heading::moments;

    if (namesChapters (line))
        return Heading::chapters;

    const bool isHeading = line.kind == Line::Kind::heading || line.content.ends_with (':');
    return isHeading ? Heading::unknown : Heading::none;
}

/** Looks at where one entry follows another. */
class Steps
{
public:
    Steps (const std::vector<Candidate>& allCandidates, const std::vector<Entry>& allEntries)
        : candidates (allCandidates), entries (allEntries), latestFrom (allEntries.size())
    {
        auto latest = entries.back().line.start.value;

        for (auto i = entries.size(); i-- > 0;)
            latestFrom[i] = latest = std::max (latest, start (i));
    }

    /** Whether anything stands between the entry and the one before it. */
    bool isApart (std::size_t i) const
    {
        return std::ranges::any_of (before (i), [] (const Candidate& c) { return ! c.isBlank(); });
    }

    /** Whether text does, and no mere rule. */
    bool hasTextBefore (std::size_t i) const
    {
        return std::ranges::any_of (before (i), [] (const Candidate& c) { return ! c.line.saysNothing(); });
    }

    /** The heading right above the entry, apart from what belongs to the one before it; null where there is none. */
    const Line* headingAbove (std::size_t i) const
    {
        const auto lines = before (i);
        const auto saysSomething = [] (const Candidate& c) { return ! c.line.saysNothing(); };
        auto heading = lines.end();

        while (heading != lines.begin() && ! saysSomething (*std::prev (heading)))
            --heading;

        if (heading == lines.begin() || headingOf ((--heading)->line) == Heading::none)
            return nullptr;

        const bool isApart = heading == lines.begin() ? i == 0 : std::prev (heading)->line.saysNothing();

        // The only line below a time that stands alone is its title.
        const bool isTitle = i > 0 && entries[i - 1].line.place == TimePlace::alone
                             && std::none_of (lines.begin(), heading, saysSomething);
        return (isApart || heading->line.kind == Line::Kind::heading) && ! isTitle ? &heading->line : nullptr;
    }

    bool fallsBack (std::size_t i) const { return start (i) < start (i - 1); }

    /** Back to where the block begins, or before it. */
    bool startsOver (std::size_t begin, std::size_t i) const
    {
        return start (i) <= start (begin) && start (i - 1) > start (begin);
    }

    /** Back into the first half of the block, or a later entry does not go on where the block ended, as it does behind one slip. */
    bool fallsFarBack (std::size_t begin, std::size_t i) const
    {
        return fallsBack (i)
               && (start (i) < start (begin + (i - begin) / 2)
                   || (i + 1 < entries.size() && start (i + 1) < start (i - 1)));
    }

    /** Back, and nothing that follows goes on. */
    bool staysBack (std::size_t i) const { return fallsBack (i) && latestFrom[i] <= start (i - 1); }

private:
    const std::vector<Candidate>& candidates;
    const std::vector<Entry>& entries;
    std::vector<Duration> latestFrom; ///< of the entry and all behind it

    Duration start (std::size_t i) const { return entries[i].line.start.value; }

    std::ranges::subrange<std::vector<Candidate>::const_iterator> before (std::size_t i) const
    {
        const auto from = i > 0 ? entries[i - 1].index + 1 : 0;
        const auto to = std::max (entries[i].index, from);
        return { candidates.begin() + std::ptrdiff_t (from), candidates.begin() + std::ptrdiff_t (to) };
    }
};

/** A heading whose words are known needs no long list below it. */
bool isOtherByHeading (
    const Steps& steps, const Block& block, std::size_t i, std::size_t entries, Heading heading)
{
    const bool isOtherKind = block.heading > Heading::unknown && block.heading != heading;

    if (heading > Heading::unknown)
        return steps.fallsBack (i) || isOtherKind;

    return heading == Heading::unknown && i - block.begin >= shortestBlock && entries - i > 1
           && steps.staysBack (i);
}

std::vector<Block> findBlocks (const Steps& steps, std::size_t entries)
{
    const auto headingAt = [&] (std::size_t i)
    {
        const auto* line = steps.headingAbove (i);
        return line != nullptr ? headingOf (*line) : Heading::none;
    };

    std::vector<Block> blocks { { 0, entries, headingAt (0) } };
    bool isPlain = true; // so far there was no text between the lines of the block

    for (std::size_t i = 1; i < entries; ++i)
    {
        const auto begin = blocks.back().begin;
        const bool hasText = steps.hasTextBefore (i);
        const auto heading = headingAt (i);
        const bool isOther =
            steps.startsOver (begin, i) || (isPlain && hasText && steps.fallsFarBack (begin, i));
        const bool isLong = i - begin >= shortestBlock && entries - i >= shortestBlock;

        if ((isOther && isLong && steps.isApart (i))
            || isOtherByHeading (steps, blocks.back(), i, entries, heading))
        {
            blocks.back().end = i;
            blocks.push_back ({ i, entries, heading });
            isPlain = true;
        }
        else
        {
            isPlain = isPlain && ! hasText;
        }
    }

    return blocks;
}

/** How likely the block holds the chapters: those begin near zero, and are called so. */
int rankOf (const Block& block, const std::vector<Entry>& entries)
{
    constexpr auto latestFirst = Duration::fromSeconds (300);

    if (block.heading == Heading::moments)
        return 0;

    return 1 + (block.heading == Heading::chapters ? 1 : 0)
           + (entries[block.begin].line.start.value <= latestFirst ? 2 : 0);
}

Question askWhich (std::size_t blocks, std::size_t standard)
{
    Question question { "list",
                        "The text holds several lists of times. Which one are the chapters?",
                        std::to_string (standard + 1),
                        {} };

    for (std::size_t i = 0; i < blocks; ++i)
        question.choices.push_back (std::to_string (i + 1));

    return question;
}

/** That a list was left out, which its heading explains or not. */
Notice tellOther (const Block& block, std::size_t number, const Steps& steps, Place where)
{
    if (block.heading == Heading::moments)
        return { Notice::Grade::ignored,
                 std::format (
                     "'{}' is another list of times, not of chapters; list {} can be chosen instead.",
                     withoutEmphasis (steps.headingAbove (block.begin)->content),
                     number),
                 std::move (where) };

    return { Notice::Grade::warning,
             std::format (
                 "Another list of {} times is not among the chapters; list {} can be chosen instead.",
                 block.end - block.begin,
                 number),
             std::move (where) };
}

} // namespace

std::vector<Entry> chooseBlock (OutlineReading& reading,
                                const std::vector<Candidate>& candidates,
                                std::vector<Entry> entries,
                                const Answers& answers)
{
    const Steps steps (candidates, entries);
    const auto blocks = findBlocks (steps, entries.size());

    if (blocks.size() < 2)
        return entries;

    const auto likeliest =
        std::ranges::max_element (blocks, {}, [&] (const Block& block) { return rankOf (block, entries); });
    const auto standard = std::size_t (likeliest - blocks.begin());
    auto chosen = standard;

    if (const auto answer = answers.find ("list"); answer != answers.end())
        for (std::size_t i = 0; i < blocks.size(); ++i)
            if (answer->second == std::to_string (i + 1))
                chosen = i;

    reading.questions.push_back (askWhich (blocks.size(), standard));
    const auto lineOf = [&] (std::size_t entry) { return candidates[entries[entry].index].line.number; };

    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (i != chosen)
            reading.notices.push_back (
                tellOther (blocks[i],
                           i + 1,
                           steps,
                           Place::atLines (lineOf (blocks[i].begin), lineOf (blocks[i].end - 1))));

    const auto begin = std::make_move_iterator (entries.begin());
    return { begin + std::ptrdiff_t (blocks[chosen].begin), begin + std::ptrdiff_t (blocks[chosen].end) };
}

} // namespace earmark::outline
