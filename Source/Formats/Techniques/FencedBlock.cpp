// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/FencedBlock.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <span>
#include <vector>

namespace earmark
{

namespace
{

bool isFence (std::string_view line)
{
    const auto content = trim (line);
    return content.starts_with ("```") || content.starts_with ("~~~");
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
    if (! text.contains ("```") && ! text.contains ("~~~"))
        return {};

    const auto lines = splitLines (text);
    std::vector<std::size_t> fences;

    for (std::size_t i = 0; i < lines.size(); ++i)
        if (isFence (lines[i]))
            fences.push_back (i);

    if (fences.size() != 2)
        return {};

    const auto opening = fences[0], closing = fences[1];
    FencedBlock block;
    block.text.assign (opening + 1, '\n');

    for (auto i = opening + 1; i < closing; ++i)
    {
        block.text += lines[i];
        block.text += '\n';
    }

    tellLeftOut (block.notices, lines, 0, opening);
    tellLeftOut (block.notices, lines, closing + 1, lines.size());
    return block;
}

} // namespace earmark
