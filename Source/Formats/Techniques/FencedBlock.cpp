// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/FencedBlock.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> marks { "```", "~~~" };

/** Behind the mark may stand what the block is, but behind back-ticks no further ones: "```code``` is set so". */
bool isFence (std::string_view line)
{
    const auto content = trim (line);

    if (std::ranges::none_of (marks, [&] (std::string_view mark) { return content.starts_with (mark); }))
        return false;

    const auto behind = std::min (content.find_first_not_of (content.front()), content.size());
    return content.front() != '`' || ! content.substr (behind).contains ('`');
}

/** Of lines [begin, end), if any holds something. */
void tellLeftOut (Notices& notices,
                  std::span<const std::string_view> lines,
                  std::size_t begin,
                  std::size_t end)
{
    const auto saysSomething = [&] (std::size_t i) { return ! trim (lines[i]).empty(); };

    while (begin < end && ! saysSomething (begin))
        ++begin;

    while (begin < end && ! saysSomething (end - 1))
        --end;

    if (begin < end)
        notices.push_back ({ Notice::Grade::ignored,
                             "Text around the block that holds the chapters; it was left out.",
                             Place::atLines (begin + 1, end) });
}

} // namespace

std::optional<FencedBlock> findFencedBlock (std::string_view text)
{
    if (std::ranges::none_of (marks, [&] (std::string_view mark) { return text.contains (mark); }))
        return {};

    const auto lines = splitLines (text);
    std::vector<std::size_t> fences;

    for (std::size_t i = 0; i < lines.size(); ++i)
        if (isFence (lines[i]))
            fences.push_back (i);

    if (fences.size() != 2)
        return {};

    const auto opening = trim (lines[fences[0]]), closing = trim (lines[fences[1]]);

    if (closing.find_first_not_of (opening.front()) != std::string_view::npos)
        return {};

    const auto positionOf = [&] (std::size_t line) { return std::size_t (lines[line].data() - text.data()); };
    const auto begin = positionOf (fences[0] + 1), end = positionOf (fences[1]);
    FencedBlock block { .text = std::string (text.substr (begin, end - begin)),
                        .linesBefore = fences[0] + 1,
                        .bytesBefore = begin,
                        .around = std::string (text.substr (0, positionOf (fences[0]))),
                        .notices = {} };

    if (fences[1] + 1 < lines.size())
        block.around += text.substr (positionOf (fences[1] + 1));

    tellLeftOut (block.notices, lines, 0, fences[0]);
    tellLeftOut (block.notices, lines, fences[1] + 1, lines.size());
    return block;
}

void countFromTop (Place& place, const FencedBlock& block)
{
    for (auto* line : { &place.line, &place.lastLine })
        *line = line->transform ([&] (std::size_t n) { return n + block.linesBefore; });

    place.byte = place.byte.transform ([&] (std::uint64_t n) { return n + block.bytesBefore; });
}

void countFromTop (OutlineReading& reading, const FencedBlock& block)
{
    for (auto& notice : reading.notices)
        countFromTop (notice.where, block);

    if (! reading.lines.empty())
        reading.lines.insert (reading.lines.begin(), block.linesBefore, LineUse {});

    reading.notices.append_range (block.notices);
}

} // namespace earmark
