// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/PeakCapture.h"

#include <algorithm>

namespace earmark
{

template <class Sample>
void PeakCapture::add (
    std::int64_t sample, int sampleRate, const Sample* const* channels, int numChannels, int length) noexcept
{
    constexpr auto size = PeakMap::samplesPerPeak;

    if (sample != next || sampleRate != rate || numChannels != channelCount)
        finish();

    next = sample;
    rate = sampleRate;
    channelCount = numChannels;
    const auto end = sample + length;

    while (next < end && numChannels > 0)
    {
        if (next < 0)
        {
            next = std::min<std::int64_t> (end, 0);
            continue;
        }

        const auto part = std::min (end - next, size - next % size);

        for (int c = 0; c < numChannels; ++c)
            meter.add (channels[c] + (next - sample), std::size_t (part));

        next += part;
        filled += part;

        if (next % size == 0)
            finish();
    }

    next = end;
}

void PeakCapture::finish() noexcept
{
    if (filled == 0)
        return;

    const CapturedPeak done { .index = (next - 1) / PeakMap::samplesPerPeak,
                              .peak = meter.finish (std::size_t (filled) * std::size_t (channelCount)),
                              .isWhole = filled == PeakMap::samplesPerPeak,
                              .sampleRate = rate };
    filled = 0;

    if (queue.space() > 0)
        queue.write ({ &done, 1 });
}

template void PeakCapture::add (std::int64_t, int, const float* const*, int, int) noexcept;
template void PeakCapture::add (std::int64_t, int, const double* const*, int, int) noexcept;

} // namespace earmark
