// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/Onsets.h"

#include "Waveform/Activity.h"
#include "Waveform/Excerpt.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace earmark
{

namespace
{

/** What is read beyond the window, to know the background before and the voice after. */
constexpr Duration lookBehind = Duration::fromMilliseconds (3000);
constexpr Duration lookAhead = Duration::fromMilliseconds (2000);

/** A second's pause is one between chapters; the gaps between sentences are a third of it. */
double pauseScore (double seconds)
{
    return 1 - std::exp (-seconds / 0.45);
}

/** Twelve decibels over the background leave no doubt. */
double contrastScore (double decibels)
{
    return std::clamp (decibels / 12, 0.0, 1.0);
}

/** Rounded outlines are off by half a second, cut ones by up to one. */
double nearness (double seconds)
{
    return 0.3 + 0.7 * std::exp (-0.5 * seconds * seconds / (0.7 * 0.7));
}

double meanLevel (const Activity& activity, std::size_t begin, std::size_t end)
{
    end = std::min (end, activity.decibels.size());
    double sum = 0;

    for (auto i = begin; i < end; ++i)
        sum += activity.decibels[i];

    return end > begin ? sum / double (end - begin) : -100.0;
}

} // namespace

Result<std::vector<Candidate>> candidatesNear (AudioReader& reader, Position marker)
{
    const auto rate = reader.info().sampleRate;
    const auto excerpt = readMono (reader,
                                   sampleAt (marker - candidateWindow - lookBehind, rate),
                                   sampleAt (marker + candidateWindow + lookAhead, rate));

    if (! excerpt)
        return std::unexpected (excerpt.error());

    const auto activity = activityOf (excerpt->samples, rate);
    std::vector<Candidate> found;

    const auto timeOf = [&] (std::size_t step)
    { return positionOf (excerpt->begin + std::int64_t (step) * rate / Activity::perSecond, rate); };

    const auto add = [&] (Candidate::Kind kind, std::size_t step, double score)
    {
        const auto at = timeOf (step);
        const auto distance = (at - marker).seconds();

        if (std::abs (distance) <= candidateWindow.seconds())
            found.push_back ({ kind, at, std::clamp (score * nearness (distance), 0.0, 1.0) });
    };

    for (const auto& run : quietRuns (activity))
    {
        // A step looks ahead over three: what rises in it is at its end. One of the two is given back, since a marker had better
        // be early than late.
        const auto onset = std::min (refinedOnset (activity, run) + 1, run.end);
        const auto fade = refinedFade (activity, run);
        const auto length = double (onset - std::min (fade, onset)) / Activity::perSecond;
        const auto inside = meanLevel (activity, fade, std::max (onset, fade + 1));
        constexpr std::size_t quarterSecond = Activity::perSecond / 4;

        if (run.end < activity.values.size())
            add (Candidate::Kind::speechOnset,
                 onset,
                 pauseScore (length)
                     * contrastScore (meanLevel (activity, onset, onset + quarterSecond) - inside));

        if (run.begin > 0)
            add (Candidate::Kind::pauseStart,
                 fade,
                 0.5 * pauseScore (length)
                     * contrastScore (
                         meanLevel (activity, run.begin - std::min (run.begin, quarterSecond), run.begin)
                         - inside));
    }

    std::ranges::stable_sort (found, std::ranges::greater(), &Candidate::confidence);
    return found;
}

Result<std::vector<std::vector<Candidate>>> candidatesFor (AudioReader& reader, const Outline& outline)
{
    std::vector<std::vector<Candidate>> all;

    for (const auto& chapter : outline.chapters)
    {
        auto candidates = candidatesNear (reader, chapter.start);

        if (! candidates)
            return std::unexpected (candidates.error());

        all.push_back (std::move (*candidates));
    }

    return all;
}

const Candidate* bestOnset (const std::vector<Candidate>& candidates)
{
    const auto best = std::ranges::find (candidates, Candidate::Kind::speechOnset, &Candidate::kind);
    return best != candidates.end() && best->confidence >= snapConfidence ? &*best : nullptr;
}

SnapChapters
snapsToOnsets (const Outline& outline, const std::vector<std::vector<Candidate>>& candidates, Duration lead)
{
    SnapChapters edit;

    for (std::size_t i = 0; i < std::min (outline.chapters.size(), candidates.size()); ++i)
        if (const auto& chapter = outline.chapters[i]; ! chapter.locked && chapter.start > Position())
            if (const auto* onset = bestOnset (candidates[i]))
                edit.targets.push_back ({ chapter.id, placeOf (*onset, lead) });

    return edit;
}

std::vector<TimeRange> pausesIn (const PeakMap& map)
{
    // In a chunk, which is half a minute, levels are compared with each other: a quiet guest has pauses too.
    constexpr double shortest = 0.3;
    std::vector<TimeRange> pauses;
    std::optional<std::int64_t> begun;

    const auto finish = [&] (std::int64_t end)
    {
        if (begun && double (end - *begun) >= shortest * map.sampleRate)
            pauses.push_back ({ positionOf (*begun, map.sampleRate), positionOf (end, map.sampleRate) });

        begun.reset();
    };

    for (std::size_t c = 0; c < map.chunks.size(); ++c)
    {
        const auto first = std::int64_t (c) * PeakMap::samplesPerChunk;

        if (map.chunks[c] == nullptr || map.chunks[c]->levels[0].empty())
        {
            finish (first);
            continue;
        }

        const auto& peaks = map.chunks[c]->levels[0];
        std::vector<std::uint16_t> levels;

        for (const auto& peak : peaks)
            levels.push_back (peak.rms);

        std::ranges::sort (levels);
        const auto loud = levels[levels.size() * 9 / 10];
        const auto quiet = std::max<int> (levels[levels.size() / 20], 3);

        // A tenth of the loud level, or twice the background where that is louder; music without pauses has neither.
        const auto limit = std::max (loud / 10, std::min (quiet * 2, loud / 3));

        for (std::size_t i = 0; i < peaks.size(); ++i)
        {
            const auto at = first + std::int64_t (i) * PeakMap::samplesPerPeak;

            if (peaks[i].rms > limit)
                finish (at);
            else if (! begun)
                begun = at;
        }
    }

    finish (map.length);
    return pauses;
}

} // namespace earmark
