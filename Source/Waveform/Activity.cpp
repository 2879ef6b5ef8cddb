// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Activity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace earmark
{

namespace
{

/** Voices have their vowels in the lower two and their consonants in the upper ones; a bed of music seldom fills all. */
constexpr std::array<std::array<double, 2>, 4> bands {
    { { 100, 400 }, { 400, 1200 }, { 1200, 3000 }, { 3000, 7500 } }
};

/** The bands, then all of them as one; filled up to pairs, which processors compute at once. */
constexpr std::size_t whole = bands.size(), lanes = 6;

using Lanes = std::array<double, lanes>;

/** A second-order low or high pass with a Butterworth slope (Robert Bristow-Johnson's cookbook), at a frequency for each lane. All lanes go
    through a sample together: one alone would wait for its own last result most of the time. */
class Biquads
{
public:
    enum class Type
    {
        lowPass,
        highPass
    };

    Biquads (Type type, const Lanes& frequencies, double sampleRate)
    {
        for (std::size_t k = 0; k < lanes; ++k)
        {
            const auto w = 2 * std::numbers::pi * std::min (frequencies[k], sampleRate * 0.45) / sampleRate;
            const auto alpha = std::sin (w) / std::numbers::sqrt2;
            const auto cosine = std::cos (w);
            const auto sign = type == Type::lowPass ? -1.0 : 1.0;
            const auto a0 = 1 + alpha;
            b0[k] = (1 + sign * cosine) / 2 / a0;
            b1[k] = -sign * (1 + sign * cosine) / a0;
            a1[k] = -2 * cosine / a0;
            a2[k] = (1 - alpha) / a0;
        }
    }

    /** Replaces a sample of each lane by what passes. */
    void filter (Lanes& x)
    {
        for (std::size_t k = 0; k < lanes; ++k)
        {
            const auto y = b0[k] * x[k] + z1[k];
            z1[k] = b1[k] * x[k] - a1[k] * y + z2[k];
            z2[k] = b0[k] * x[k] - a2[k] * y;
            x[k] = y;
        }
    }

    /** In digital silence what is left rings on as numbers so small that processors take a hundred times as long for each. */
    void forgetTraces()
    {
        constexpr double audible = 1e-30;

        for (std::size_t k = 0; k < lanes; ++k)
            if (std::abs (z1[k]) < audible && std::abs (z2[k]) < audible)
                z1[k] = z2[k] = 0;
    }

private:
    Lanes b0 {}, b1 {}, a1 {}, a2 {}, z1 {}, z2 {};
};

constexpr float silentDecibels = -100;

float percentile (std::vector<float> values, double share)
{
    const auto place = values.begin() + std::ptrdiff_t (share * double (values.size() - 1));
    std::ranges::nth_element (values, place);
    return *place;
}

/** Level of each lane for each step over 15 ms from it on, which is a period of the deepest voices; looking ahead keeps the beginning
    of a sound where it is. */
std::array<std::vector<float>, lanes> levelsOf (std::span<const float> samples, int sampleRate)
{
    Lanes lows {}, highs {};

    for (std::size_t k = 0; k < lanes; ++k)
    {
        lows[k] = k < bands.size() ? bands[k][0] : bands.front()[0];
        highs[k] = k < bands.size() ? bands[k][1] : bands.back()[1];
    }

    Biquads highPass (Biquads::Type::highPass, lows, sampleRate);
    Biquads lowPass (Biquads::Type::lowPass, highs, sampleRate);
    const auto steps = samples.size() * Activity::perSecond / std::size_t (sampleRate);
    std::vector<Lanes> power;
    power.reserve (steps);
    std::size_t at = 0;

    for (std::size_t step = 0; step < steps; ++step)
    {
        const auto end = (step + 1) * std::size_t (sampleRate) / Activity::perSecond;
        const auto count = double (std::max<std::size_t> (end - at, 1));
        Lanes sum {};

        for (; at < end; ++at)
        {
            Lanes x;
            x.fill (double (samples[at]));
            highPass.filter (x);
            lowPass.filter (x);

            for (std::size_t k = 0; k < lanes; ++k)
                sum[k] += x[k] * x[k];
        }

        for (auto& value : sum)
            value /= count;

        power.push_back (sum);
        highPass.forgetTraces();
        lowPass.forgetTraces();
    }

    std::array<std::vector<float>, lanes> levels;

    for (std::size_t k = 0; k < lanes; ++k)
    {
        levels[k].resize (steps);

        for (std::size_t i = 0; i < steps; ++i)
        {
            const auto last = std::min (i + 3, steps);
            double sum = 0;

            for (auto j = i; j < last; ++j)
                sum += power[j][k];

            levels[k][i] =
                std::max (float (10 * std::log10 (sum / double (last - i) + 1e-12)), silentDecibels);
        }
    }

    return levels;
}

/** Otsu's threshold: what divides the values into the two groups that differ most. */
float dividing (const std::vector<float>& values)
{
    constexpr std::size_t bins = 64;
    std::array<double, bins> histogram {};

    for (const auto value : values)
        histogram[std::min (bins - 1, std::size_t (value * float (bins)))] += 1;

    double total = 0, weighted = 0;

    for (std::size_t i = 0; i < bins; ++i)
    {
        total += histogram[i];
        weighted += histogram[i] * double (i);
    }

    double below = 0, belowWeighted = 0, best = -1;
    std::size_t place = bins / 2;

    for (std::size_t i = 0; i + 1 < bins; ++i)
    {
        below += histogram[i];
        belowWeighted += histogram[i] * double (i);
        const auto above = total - below;

        if (below == 0 || above == 0)
            continue;

        const auto difference = belowWeighted / below - (weighted - belowWeighted) / above;

        if (const auto variance = below * above * difference * difference; variance > best)
        {
            best = variance;
            place = i;
        }
    }

    return float (place + 1) / float (bins);
}

struct Statistics
{
    float mean = 0;
    float deviation = 0;
};

/** Of the inside of a pause, without its flanks. */
Statistics background (const Activity& activity, const QuietRun& run)
{
    const auto flank = std::min<std::size_t> (20, (run.end - run.begin) / 4);
    double sum = 0, squares = 0, count = 0;

    for (auto i = run.begin + flank; i < run.end - flank; ++i)
    {
        sum += activity.values[i];
        squares += double (activity.values[i]) * activity.values[i];
        ++count;
    }

    const auto mean = sum / std::max (count, 1.0);
    return { float (mean),
             float (std::sqrt (std::max (0.0, squares / std::max (count, 1.0) - mean * mean))) };
}

float softLimit (const Activity& activity, const QuietRun& run)
{
    const auto [mean, deviation] = background (activity, run);
    return std::min (activity.threshold, mean + std::max (3 * deviation, 0.08f));
}

/** How far a flank may reach below the threshold: 120 ms. */
constexpr std::size_t maxFlank = 24;

} // namespace

Activity activityOf (std::span<const float> samples, int sampleRate)
{
    /** What a voice has over its background at most: more says nothing, and digital silence has no end. */
    constexpr float widest = 50;

    /** A band that hardly changes holds no voice. */
    constexpr float narrowest = 6;

    auto allLevels = levelsOf (samples, sampleRate);
    Activity activity;
    activity.decibels = std::move (allLevels[whole]);
    activity.values.resize (activity.decibels.size());

    if (activity.values.empty())
        return activity;

    float weights = 0;

    for (std::size_t band = 0; band < bands.size(); ++band)
    {
        const auto& levels = allLevels[band];
        const auto top = percentile (levels, 0.95);
        const auto floor = std::max (percentile (levels, 0.15), top - widest);
        const auto range = top - floor;

        if (range < narrowest)
            continue;

        weights += range;

        for (std::size_t i = 0; i < levels.size(); ++i)
            activity.values[i] += range * std::clamp ((levels[i] - floor) / range, 0.0f, 1.0f);
    }

    for (auto& value : activity.values)
        value /= std::max (weights, 1.0f);

    activity.threshold = std::clamp (dividing (activity.values), 0.2f, 0.7f);
    return activity;
}

std::vector<QuietRun> quietRuns (const Activity& activity)
{
    constexpr std::size_t shortestPause = 36; // 180 ms
    constexpr std::size_t shortestSound = 8;  // 40 ms: a click, a lip
    const auto size = activity.values.size();
    std::vector<QuietRun> runs;

    for (std::size_t i = 0; i < size;)
    {
        const auto begin = i;
        const auto isQuiet = activity.values[i] < activity.threshold;

        while (i < size && (activity.values[i] < activity.threshold) == isQuiet)
            ++i;

        if (! isQuiet)
            continue;

        // A short sound between two quiet stretches does not part them.
        if (! runs.empty() && begin - runs.back().end < shortestSound)
            runs.back().end = i;
        else
            runs.push_back ({ begin, i, false });
    }

    std::erase_if (runs, [] (const QuietRun& run) { return run.end - run.begin < shortestPause; });

    for (auto& run : runs)
        run.reachesEdge = run.begin == 0 || run.end == size;

    return runs;
}

std::size_t refinedOnset (const Activity& activity, const QuietRun& run)
{
    const auto limit = softLimit (activity, run);
    const auto earliest = std::max (run.begin, run.end - std::min (run.end, maxFlank));
    auto onset = run.end;

    while (onset > earliest && activity.values[onset - 1] > limit)
        --onset;

    return onset;
}

std::size_t refinedFade (const Activity& activity, const QuietRun& run)
{
    const auto limit = softLimit (activity, run);
    const auto latest = std::min (run.end, run.begin + maxFlank);
    auto fade = run.begin;

    while (fade < latest && activity.values[fade] > limit)
        ++fade;

    return fade;
}

} // namespace earmark
