// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Outline/Doubles.h"

#include <format>

namespace earmark::outline
{

namespace
{

/** Fewer may be a slip of whoever wrote them. */
constexpr std::size_t fewestDoubles = 2;

bool isDoubled (const std::vector<Chapter>& chapters)
{
    if (chapters.size() < 2 * fewestDoubles || chapters.size() % 2 != 0)
        return false;

    for (std::size_t i = 0; i < chapters.size(); i += 2)
        if (chapters[i] != chapters[i + 1])
            return false;

    return chapters.front() != chapters.back();
}

} // namespace

void dropDoubles (OutlineReading& reading, std::vector<Entry>& entries)
{
    auto& chapters = reading.outline.chapters;

    if (! isDoubled (chapters))
        return;

    std::size_t told = 0;

    for (std::size_t i = 0; i < reading.lines.size(); ++i)
    {
        auto& line = reading.lines[i];
        const auto chapter = line.chapter;
        line.chapter = (chapter + 1) / 2;

        if (chapter == 0 || chapter % 2 != 0)
            continue;

        line = {};

        if (chapter != told)
            reading.notices.push_back (
                { Notice::Grade::ignored,
                  std::format ("'{}' stands here for the second time; it was taken once.",
                               chapters[chapter - 1].title),
                  Place::atLine (i + 1) });
        else
            reading.notices.back().where.lastLine = i + 1;

        told = chapter;
    }

    const auto dropEverySecond = [] (auto& list)
    {
        std::size_t place = 0;
        std::erase_if (list, [&] (const auto&) { return place++ % 2 != 0; });
    };
    dropEverySecond (chapters);
    dropEverySecond (entries);
}

} // namespace earmark::outline
