// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Blocks.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <ranges>

namespace earmark::outline
{

namespace
{

/** A run of entries, [begin, end), whose times belong together. */
struct Block
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

constexpr std::size_t shortestBlock = 3;

/** Looks at where one entry follows another. */
class Steps
{
public:
    Steps (const std::vector<Candidate>& allCandidates, const std::vector<Entry>& allEntries)
        : candidates (allCandidates), entries (allEntries)
    {}

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

    /** Back to where the block begins, or before it. */
    bool startsOver (std::size_t begin, std::size_t i) const
    {
        return start (i) <= start (begin) && start (i - 1) > start (begin);
    }

    /** Back into the first half of the block, or a later entry does not go on where the block ended, as it does behind one slip. */
    bool fallsBack (std::size_t begin, std::size_t i) const
    {
        return start (i) < start (i - 1)
               && (start (i) < start (begin + (i - begin) / 2)
                   || (i + 1 < entries.size() && start (i + 1) < start (i - 1)));
    }

private:
    const std::vector<Candidate>& candidates;
    const std::vector<Entry>& entries;

    Duration start (std::size_t i) const { return entries[i].line.start.value; }

    std::ranges::subrange<std::vector<Candidate>::const_iterator> before (std::size_t i) const
    {
        const auto from = entries[i - 1].index + 1;
        const auto to = std::max (entries[i].index, from);
        return { candidates.begin() + std::ptrdiff_t (from), candidates.begin() + std::ptrdiff_t (to) };
    }
};

std::vector<Block> findBlocks (const std::vector<Candidate>& candidates, const std::vector<Entry>& entries)
{
    const Steps steps (candidates, entries);
    std::vector<Block> blocks { { 0, entries.size() } };
    bool isPlain = true; // so far there was no text between the lines of the block

    for (std::size_t i = 1; i < entries.size(); ++i)
    {
        const auto begin = blocks.back().begin;
        const bool hasText = steps.hasTextBefore (i);
        const bool isOther =
            steps.startsOver (begin, i) || (isPlain && hasText && steps.fallsBack (begin, i));

        if (isOther && i - begin >= shortestBlock && entries.size() - i >= shortestBlock && steps.isApart (i))
        {
            blocks.back().end = i;
            blocks.push_back ({ i, entries.size() });
            isPlain = true;
        }
        else
        {
            isPlain = isPlain && ! hasText;
        }
    }

    return blocks;
}

Question askWhich (std::size_t blocks)
{
    Question question {
        "list", "The text holds several lists of times. Which one are the chapters?", "1", {}
    };

    for (std::size_t i = 0; i < blocks; ++i)
        question.choices.push_back (std::to_string (i + 1));

    return question;
}

} // namespace

std::vector<Entry> chooseBlock (OutlineReading& reading,
                                const std::vector<Candidate>& candidates,
                                std::vector<Entry> entries,
                                const Answers& answers)
{
    const auto blocks = findBlocks (candidates, entries);

    if (blocks.size() < 2)
        return entries;

    std::size_t chosen = 0;

    if (const auto answer = answers.find ("list"); answer != answers.end())
        for (std::size_t i = 0; i < blocks.size(); ++i)
            if (answer->second == std::to_string (i + 1))
                chosen = i;

    reading.questions.push_back (askWhich (blocks.size()));
    const auto lineOf = [&] (std::size_t entry) { return candidates[entries[entry].index].line.number; };

    for (std::size_t i = 0; i < blocks.size(); ++i)
        if (i != chosen)
            reading.notices.push_back (
                { Notice::Grade::warning,
                  std::format ("Another list of {} times is not among the chapters; list {} can be "
                               "chosen instead.",
                               blocks[i].end - blocks[i].begin,
                               i + 1),
                  Place::atLines (lineOf (blocks[i].begin), lineOf (blocks[i].end - 1)) });

    const auto begin = std::make_move_iterator (entries.begin());
    return { begin + std::ptrdiff_t (blocks[chosen].begin), begin + std::ptrdiff_t (blocks[chosen].end) };
}

} // namespace earmark::outline
