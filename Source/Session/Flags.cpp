// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Flags.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace earmark
{

namespace
{

constexpr std::array<std::size_t, 13> steps {
    1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 50000
};

double leftOf (const Flag& flag)
{
    return std::max (flag.x, 0.0);
}

double endOf (const Flag& flag)
{
    return leftOf (flag) + flag.room;
}

bool hasTitle (const Flag& flag)
{
    return flag.room >= leastTitle;
}

FlagNumber numberAt (const Flag& flag, std::size_t index, double digitWidth)
{
    const auto digits = std::to_string (index + 1).size();
    return { index, leftOf (flag), double (digits) * digitWidth + 2 * numberMargin };
}

bool overlap (const FlagNumber& a, const FlagNumber& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width;
}

/** Those that the step divides. None reaches beyond these flags. */
std::vector<FlagNumber> everyNth (std::span<const Flag> flags, std::size_t step, double digitWidth)
{
    std::vector<FlagNumber> numbers;

    for (const auto& flag : flags)
        if (const auto number = (flag.index / step + 1) * step; number <= flag.index + flag.count)
            numbers.push_back (numberAt (flag, number - 1, digitWidth));

    std::erase_if (numbers,
                   [&] (const FlagNumber& number) { return number.x + number.width > endOf (flags.back()); });

    return numbers;
}

/** Of flags side by side of which none has a title. */
std::vector<FlagNumber> numbersOfNarrow (std::span<const Flag> flags, double digitWidth)
{
    for (const auto step : steps)
    {
        const auto numbers = everyNth (flags, step, digitWidth);

        if (numbers.empty())
            break;

        if (std::ranges::adjacent_find (numbers, overlap) == numbers.end())
            return numbers;
    }

    // Among a few there may be no 5th.
    std::vector<FlagNumber> fitting;

    for (const auto& flag : flags)
        if (const auto number = numberAt (flag, flag.index, digitWidth); number.width <= flag.room)
            fitting.push_back (number);

    return fitting;
}

} // namespace

std::vector<Flag> flagsOf (const std::vector<Chapter>& chapters, const TimelineScale& scale)
{
    const auto visible = scale.visible();
    auto first = std::ranges::lower_bound (chapters, visible.start, {}, &Chapter::start);

    if (first != chapters.begin())
        --first;

    std::vector<Flag> flags;

    for (auto c = first; c != chapters.end() && c->start <= visible.end; ++c)
    {
        const auto x = scale.xOf (c->start);

        if (! flags.empty() && x - flags.back().x < 1)
            ++flags.back().count;
        else
            flags.push_back ({ .index = std::size_t (c - chapters.begin()), .count = 1, .x = x, .room = 0 });
    }

    for (std::size_t i = 0; i < flags.size(); ++i)
    {
        const auto next = flags[i].index + flags[i].count;
        const auto until = next < chapters.size() ? scale.xOf (chapters[next].start) : scale.width;
        flags[i].room = std::min (until, scale.width) - std::max (flags[i].x, 0.0);
    }

    return flags;
}

std::vector<FlagNumber>
numbersOf (std::span<const Flag> flags, std::optional<std::size_t> chosen, double digitWidth)
{
    std::vector<FlagNumber> numbers;

    for (auto rest = flags; ! rest.empty();)
    {
        const auto narrow = std::size_t (std::ranges::find_if (rest, hasTitle) - rest.begin());
        numbers.append_range (numbersOfNarrow (rest.first (narrow), digitWidth));
        rest = rest.subspan (std::min (narrow + 1, rest.size()));
    }

    const auto isChosen = [&] (const Flag& flag)
    { return chosen && flag.index <= *chosen && *chosen < flag.index + flag.count; };

    if (const auto flag = std::ranges::find_if (flags, isChosen); flag != flags.end() && ! hasTitle (*flag))
    {
        auto number = numberAt (*flag, *chosen, digitWidth);
        number.x = std::max (0.0, std::min (number.x, endOf (flags.back()) - number.width));
        std::erase_if (numbers, [&] (const FlagNumber& other) { return overlap (number, other); });
        numbers.push_back (number);
    }

    return numbers;
}

std::optional<std::size_t> flagAt (std::span<const Flag> flags, double x, double reach, double cloth)
{
    // The pole that is nearest wins over the cloth of a flag further left.
    const Flag* best = nullptr;

    for (const auto& flag : flags)
        if (std::abs (flag.x - x) <= reach
            && (best == nullptr || std::abs (flag.x - x) < std::abs (best->x - x)))
            best = &flag;

    if (best == nullptr)
        for (const auto& flag : flags)
            if (flag.x <= x && x < flag.x + std::min (cloth, std::max (flag.room, 0.0)))
                best = &flag;

    return best != nullptr ? std::optional (best->index) : std::nullopt;
}

std::optional<std::size_t> chapterAt (const std::vector<Chapter>& chapters, Position p)
{
    const auto after = std::ranges::upper_bound (chapters, p, {}, &Chapter::start);
    return after == chapters.begin() ? std::nullopt
                                     : std::optional (std::size_t (after - chapters.begin()) - 1);
}

std::optional<Magnet>
magnetNear (std::span<const Magnet> magnets, const TimelineScale& scale, Position at, double reach)
{
    std::optional<Magnet> best;
    auto bestDistance = reach;

    for (const auto& magnet : magnets)
    {
        const auto distance = std::abs (scale.pixelsOf (magnet.at - at));

        if (distance > reach)
            continue;

        if (! best || distance < bestDistance || (distance == bestDistance && magnet.kind < best->kind))
        {
            best = magnet;
            bestDistance = distance;
        }
    }

    return best;
}

} // namespace earmark
