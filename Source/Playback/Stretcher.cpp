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

    Engine (int channels, int inputRate, int outputRate, double speed)
        : stretcher (std::size_t (inputRate),
                     std::size_t (channels),
                     RubberBandStretcher::OptionProcessRealTime | RubberBandStretcher::OptionEngineFiner
                         | RubberBandStretcher::OptionChannelsTogether
                         | RubberBandStretcher::OptionPitchHighConsistency),
          toDrop (0), planes (std::size_t (channels))
    {
        // A rate is a change of length and of pitch that takes each other back.
        const auto rates = double (outputRate) / inputRate;
        stretcher.setTimeRatio (rates / speed);
        stretcher.setPitchScale (1 / rates);
        stretcher.setMaxProcessSize (maxBlock);

        // Only known once the ratios are.
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

Stretcher::Stretcher (int numChannels, int inputRate, int outputRate, double speed)
    : channels (std::size_t (numChannels))
{
    if (inputRate != outputRate || speed != 1)
        engine = std::make_unique<Engine> (numChannels, inputRate, outputRate, speed);
}

Stretcher::~Stretcher() = default;

void Stretcher::process (std::span<const float* const> input,
                         std::size_t length,
                         bool isLast,
                         std::vector<float>& output)
{
    if (engine == nullptr)
    {
        for (std::size_t i = 0; i < length; ++i)
            for (const auto* channel : input)
                output.push_back (channel[i]);

        return;
    }

    std::vector<const float*> pointers (input.begin(), input.end());
    std::size_t done = 0;

    do
    {
        const auto part = std::min (length - done, maxBlock);
        engine->stretcher.process (pointers.data(), part, isLast && done + part == length);
        done += part;

        for (auto& pointer : pointers)
            pointer += part;

        engine->retrieve (output);
    } while (done < length);
}

} // namespace earmark
