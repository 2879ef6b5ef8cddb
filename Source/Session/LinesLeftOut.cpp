// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/LinesLeftOut.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace earmark
{

namespace
{

bool holdsChapter (const LineFate& line)
{
    return line.chapter > 0 && (line.use == LineUse::Kind::chapterStart || line.use == LineUse::Kind::title);
}

} // namespace

bool LinesLeftOut::mayToggle (const LineFate& line)
{
    return line.use != LineUse::Kind::none || line.kind == LineFate::Kind::unticked;
}

void LinesLeftOut::toggle (std::size_t line, const std::vector<LineFate>& lines)
{
    if (line >= lines.size() || ! mayToggle (lines[line]))
        return;

    auto next = steps[current];

    if (const auto out = next.find (line); out != next.end())
    {
        std::erase_if (next, [with = out->second] (const auto& each) { return each.second == with; });
    }
    else
    {
        next.emplace (line, line);

        for (std::size_t i = 0; holdsChapter (lines[line]) && i < lines.size(); ++i)
            if (lines[i].chapter == lines[line].chapter)
                next.emplace (i, line);
    }

    steps.resize (current + 1);
    steps.push_back (std::move (next));
    ++current;
}

ShorterText textWithout (const LinesLeftOut& leftOut, const std::vector<LineFate>& whole)
{
    ShorterText shorter;

    for (std::size_t i = 0; i < whole.size(); ++i)
        if (! leftOut.contains (i))
        {
            shorter.text += whole[i].text + '\n';
            shorter.kept.push_back (i);
        }

    return shorter;
}

void placeInWhole (ImportedText& reading, const ShorterText& shorter, const std::vector<LineFate>& whole)
{
    const auto inWhole = [&] (std::optional<std::size_t>& line)
    {
        if (line && *line > 0 && *line <= shorter.kept.size())
            line = shorter.kept[*line - 1] + 1;
    };

    for (auto& notice : reading.notices)
    {
        inWhole (notice.where.line);
        inWhole (notice.where.lastLine);
    }

    std::vector<LineUse> lines;

    for (const auto& line : whole)
        lines.push_back ({ .text = line.text });

    for (std::size_t i = 0; i < std::min (reading.lines.size(), shorter.kept.size()); ++i)
        lines[shorter.kept[i]] = std::move (reading.lines[i]);

    reading.lines = std::move (lines);
}

} // namespace earmark
