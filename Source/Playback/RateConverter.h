// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace earmark
{

/** A stream at another sample rate, by the library that decodes too: FFmpeg's swresample, on macOS and Windows JUCE's interpolator. For
    one thread; takes memory. */
class RateConverter
{
public:
    RateConverter (int channels, int inputRate, int outputRate);
    ~RateConverter();

    struct Planes
    {
        std::size_t length = 0;
        std::span<const float* const> channels;
    };

    /** What has become ready, valid until the next call. The first sample out belongs to the first one in; `isLast` lets everything
        out. */
    Planes convert (std::span<const float* const> input, std::size_t length, bool isLast);

private:
    struct Engine;
    std::unique_ptr<Engine> engine;
};

} // namespace earmark
