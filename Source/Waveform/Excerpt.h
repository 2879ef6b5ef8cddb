// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/PeakMap.h"
#include "Waveform/AudioReader.h"

// Short stretches of a file, read into memory.

namespace earmark
{

/** Mixed to one channel: the mean of all. */
struct MonoExcerpt
{
    std::int64_t begin = 0; ///< the first sample's position
    std::vector<float> samples;
};

/** What there is of [begin, end), in samples. */
Result<MonoExcerpt> readMono (AudioReader&, std::int64_t begin, std::int64_t end);

/** The waveform from `reach` before the centre to as much behind it, ready to paint: nullopt before and behind the file. */
Result<std::vector<std::optional<Peak>>>
columnsAround (AudioReader&, Position centre, Duration reach, std::size_t columns);

} // namespace earmark
