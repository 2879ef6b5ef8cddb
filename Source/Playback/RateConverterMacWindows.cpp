// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/RateConverter.h"

#include <juce_audio_basics/juce_audio_basics.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace earmark
{

namespace
{

using Sinc = juce::Interpolators::WindowedSinc;

/** One channel: what waits to be converted, and what is ready. */
struct Lane
{
    Sinc sinc;
    std::vector<float> waiting, ready;

    /** So many samples of output, as far as the input reaches. */
    void run (double ratio, std::size_t most)
    {
        // Never more than there is: the interpolator takes what it needs without looking.
        const auto enough = std::max (0.0, std::floor ((double (waiting.size()) - 1) / ratio));
        ready.resize (std::min (most, std::size_t (enough)));
        const auto used = sinc.process (ratio, waiting.data(), ready.data(), int (ready.size()));
        waiting.erase (waiting.begin(), waiting.begin() + used);
    }
};

} // namespace

struct RateConverter::Engine
{
    double ratio; ///< input samples for each one of output
    std::vector<Lane> lanes;
    std::vector<const float*> pointers;
    double given = 0,
           taken = 0;   ///< samples in and out, so that in the end there are as many as there must be
    std::size_t toDrop; ///< of what comes out first, which is the interpolator's delay
};

RateConverter::RateConverter (int channels, int inputRate, int outputRate)
    : engine (std::make_unique<Engine>())
{
    engine->ratio = double (inputRate) / outputRate;
    engine->lanes = std::vector<Lane> (std::size_t (channels));
    engine->pointers.resize (std::size_t (channels));
    engine->toDrop = std::size_t (std::lround (double (Sinc::getBaseLatency()) / engine->ratio));
}

RateConverter::~RateConverter() = default;

RateConverter::Planes
RateConverter::convert (std::span<const float* const> input, std::size_t length, bool isLast)
{
    auto& e = *engine;
    e.given += double (length);
    const auto wanted = isLast ? std::ceil (e.given / e.ratio) - e.taken + double (e.toDrop) : 1e9;
    std::size_t count = 0;

    for (std::size_t c = 0; c < e.lanes.size(); ++c)
    {
        auto& lane = e.lanes[c];

        if (length > 0)
            lane.waiting.insert (lane.waiting.end(), input[c], input[c] + length);

        if (isLast)
            lane.waiting.resize (lane.waiting.size() + std::size_t (wanted * e.ratio) + 2, 0.0f);

        lane.run (e.ratio, std::size_t (std::max (wanted, 0.0)));
        const auto dropped = std::min (e.toDrop, lane.ready.size());
        e.pointers[c] = lane.ready.data() + dropped;
        count = lane.ready.size();
    }

    const auto dropped = std::min (e.toDrop, count);
    e.toDrop -= dropped;
    e.taken += double (count - dropped);
    return { count - dropped, e.pointers };
}

} // namespace earmark
