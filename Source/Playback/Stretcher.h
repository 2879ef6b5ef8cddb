// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/RateConverter.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace earmark
{

/** Changes speed and rate of a stream and keeps its pitch. At speed 1 and equal rates it hands samples through unchanged. For
    one thread; takes memory. */
class Stretcher
{
public:
    Stretcher (int channels, int inputRate, int outputRate, double speed);
    ~Stretcher();

    /** Appends what has become ready to `output`, interleaved. Planar input; `isLast` lets everything out. The first frame out
        belongs to the first sample in. */
    void process (std::span<const float* const> input,
                  std::size_t length,
                  bool isLast,
                  std::vector<float>& output);

private:
    struct Engine;
    std::unique_ptr<RateConverter> rates; ///< null where both are the same
    std::unique_ptr<Engine> engine;       ///< null at speed 1
};

} // namespace earmark
