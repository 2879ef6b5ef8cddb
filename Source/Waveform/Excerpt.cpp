// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Excerpt.h"

#include <algorithm>
#include <cmath>

namespace earmark
{

Result<MonoExcerpt> readMono (AudioReader& reader, std::int64_t begin, std::int64_t end)
{
    begin = std::max<std::int64_t> (begin, 0);

    if (auto moved = reader.seek (begin); ! moved)
        return std::unexpected (moved.error());

    MonoExcerpt excerpt { .begin = begin, .samples = {} };
    excerpt.samples.reserve (std::size_t (std::max<std::int64_t> (end - begin, 0)));

    while (begin < end)
    {
        const auto block = reader.next();

        if (! block)
            break;

        const auto count = std::min (block->length, std::size_t (end - begin));
        const auto share = 1.0f / float (block->channels.size());

        for (std::size_t i = 0; i < count; ++i)
        {
            float sum = 0;

            for (const auto* channel : block->channels)
                sum += channel[i];

            excerpt.samples.push_back (sum * share);
        }

        begin += std::int64_t (count);
    }

    return excerpt;
}

Result<std::vector<std::optional<Peak>>>
columnsAround (AudioReader& reader, Position centre, Duration reach, std::size_t columns)
{
    const auto rate = double (reader.info().sampleRate);
    const auto first = (centre - reach).sinceStart().seconds() * rate;
    const auto perColumn = 2 * reach.seconds() * rate / double (std::max<std::size_t> (columns, 1));
    const auto begin = std::max<std::int64_t> (0, std::int64_t (std::floor (first)));
    const auto excerpt =
        readMono (reader, begin, std::int64_t (std::ceil (first + perColumn * double (columns))));

    if (! excerpt)
        return std::unexpected (excerpt.error());

    const auto toInteger = [] (float value)
    { return std::lround (std::clamp (value, -1.0f, 1.0f) * 32767.0f); };
    std::vector<std::optional<Peak>> result (columns);

    for (std::size_t c = 0; c < columns; ++c)
    {
        const auto from = std::int64_t (std::floor (first + double (c) * perColumn)) - excerpt->begin;
        const auto to = std::max (
            from + 1, std::int64_t (std::floor (first + double (c + 1) * perColumn)) - excerpt->begin);

        if (from < 0 || to > std::int64_t (excerpt->samples.size()))
            continue;

        float low = 1, high = -1, squares = 0;

        for (auto i = std::size_t (from); i < std::size_t (to); ++i)
        {
            const auto value = excerpt->samples[i];
            low = std::min (low, value);
            high = std::max (high, value);
            squares += value * value;
        }

        result[c] = Peak { std::int16_t (toInteger (low)),
                           std::int16_t (toInteger (high)),
                           std::uint16_t (toInteger (std::sqrt (squares / float (to - from)))) };
    }

    return result;
}

} // namespace earmark
