// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Libav/Handles.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace earmark::libav
{

/** Decoded frames as planar floats of one rate and number of channels, which a stream may change in its middle. */
class FrameConverter
{
public:
    FrameConverter (int sampleRate, int channels);

    struct Samples
    {
        std::size_t length = 0;
        std::span<const float* const> channels;
    };

    /** Valid until the next call, and only as long as the frame. Of length 0 where the frame cannot be converted. */
    Samples convert (const AVFrame&);

private:
    int sampleRate;
    int channels;
    Handle<SwrContext> resampler;
    int inputFormat = -1, inputRate = 0, inputChannels = 0; ///< what the resampler is made for
    std::vector<std::vector<float>> buffers;
    std::vector<const float*> pointers;

    bool prepareFor (const AVFrame&);
    Samples finite (std::size_t length);
};

} // namespace earmark::libav
