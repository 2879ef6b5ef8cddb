// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

// Where somebody speaks, from the samples alone.

namespace earmark
{

/** How much a voice is heard over what lies under it, every 5 ms. */
struct Activity
{
    static constexpr int perSecond = 200;

    std::vector<float> values;   ///< 0 is the background, 1 the loudest speech
    std::vector<float> decibels; ///< the level between 100 Hz and 7.5 kHz
    float threshold = 0.5f;      ///< speech is above it
};

/** Adapts to level and background of the excerpt, which should hold some seconds of both. Mono; the same samples give the same
    values everywhere but for rounding. */
Activity activityOf (std::span<const float> samples, int sampleRate);

/** A stretch without speech, in steps of Activity; half-open. */
struct QuietRun
{
    std::size_t begin;
    std::size_t end;
    bool reachesEdge; ///< it began before the excerpt or goes on behind it
};

/** Breaths within words are too short to count, and clicks do not end a pause. */
std::vector<QuietRun> quietRuns (const Activity&);

/** Where the sound after a pause really sets in: soft consonants lie below the threshold. */
std::size_t refinedOnset (const Activity&, const QuietRun&);

/** Where the sound before a pause has faded out. */
std::size_t refinedFade (const Activity&, const QuietRun&);

} // namespace earmark
