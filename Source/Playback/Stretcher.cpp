// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Playback/Stretcher.h"

#include <rubberband/RubberBandStretcher.h>

#include <algorithm>

namespace earmark
{

namespace
{

using RubberBand::RubberBandStretcher;

constexpr std::size_t maxBlock = 2048;

} // namespace

struct Stretcher::Engine
{
    RubberBandStretcher stretcher;
    std::size_t toDrop; ///< of what comes out first, which is the engine's delay
    std::vector<std::vector<float>> planes;

    Engine (int channels, int rate, double speed)
        : stretcher (std::size_t (rate),
                     std::size_t (channels),
                     RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner
                         | RubberBandStretcher::OptionChannelsTogether),
          toDrop (0), planes (std::size_t (channels))
    {
        stretcher.setTimeRatio (1 / speed);
        stretcher.setMaxProcessSize (maxBlock);

        // Only known once the ratio is.
        toDrop = stretcher.getStartDelay();
        feedSilence (stretcher.getPreferredStartPad());
    }

    void feedSilence (std::size_t count)
    {
        const std::vector<float> zeros (maxBlock);
        const std::vector<const float*> pointers (planes.size(), zeros.data());

        while (count > 0)
        {
            const auto part = std::min (count, maxBlock);
            stretcher.process (pointers.data(), part, false);
            count -= part;
        }
    }

    void
    process (std::span<const float* const> input, std::size_t length, bool isLast, std::vector<float>& output)
    {
        std::vector<const float*> pointers (input.begin(), input.end());
        std::size_t done = 0;

        do
        {
            const auto part = std::min (length - done, maxBlock);
            stretcher.process (pointers.data(), part, isLast && done + part == length);
            done += part;

            for (auto& pointer : pointers)
                pointer += part;

            retrieve (output);
        } while (done < length);
    }

    void retrieve (std::vector<float>& output)
    {
        while (true)
        {
            const auto available = stretcher.available();

            if (available <= 0)
                return;

            std::vector<float*> pointers;

            for (auto& plane : planes)
            {
                plane.resize (std::size_t (available));
                pointers.push_back (plane.data());
            }

            const auto got = stretcher.retrieve (pointers.data(), std::size_t (available));
            const auto dropped = std::min (got, toDrop);
            toDrop -= dropped;

            for (auto i = dropped; i < got; ++i)
                for (const auto& plane : planes)
                    output.push_back (plane[i]);
        }
    }
};

Stretcher::Stretcher (int channels, int inputRate, int outputRate, double speed)
{
    // Rubber Band could do both, but a phase vocoder smears what only wants another rate (docs/sound.md).
    if (inputRate != outputRate)
        rates = std::make_unique<RateConverter> (channels, inputRate, outputRate);

    if (speed != 1)
        engine = std::make_unique<Engine> (channels, outputRate, speed);
}

Stretcher::~Stretcher() = default;

void Stretcher::process (std::span<const float* const> input,
                         std::size_t length,
                         bool isLast,
                         std::vector<float>& output)
{
    if (rates != nullptr)
    {
        const auto converted = rates->convert (input, length, isLast);
        input = converted.channels;
        length = converted.length;
    }

    if (engine != nullptr)
        engine->process (input, length, isLast, output);
    else
        for (std::size_t i = 0; i < length; ++i)
            for (const auto* channel : input)
                output.push_back (channel[i]);
}

} // namespace earmark
