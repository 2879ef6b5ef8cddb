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

/** How much of a marker is heard on either side where there is something to say of it. */
constexpr Duration leastHeard = Duration::fromMilliseconds (500);

/** How far a soft consonant may reach below the limit of quiet, and how far it is over the background. */
constexpr Duration longestFlank = Duration::fromMilliseconds (120);
constexpr double flankDecibels = 6;

double meanLevel (const Activity& activity, std::size_t begin, std::size_t end)
{
    end = std::min (end, activity.decibels.size());
    double sum = 0;

    for (auto i = begin; i < end; ++i)
        sum += activity.decibels[i];

    return end > begin ? sum / double (end - begin) : -100.0;
}

/** Where speech begins after the pause that the marker stands in: worth knowing however far it is, but no place to snap to unasked. */
constexpr double mostWhereFar = 0.8 * goodEnough;

/** Where it is near enough, or ends the pause that the marker stands in, which began at `pause`. */
void addNear (std::vector<Candidate>& found,
              Position marker,
              Candidate::Kind kind,
              Position at,
              double score,
              Position pause)
{
    const auto distance = (at - marker).seconds();
    const auto confidence = std::clamp (score * nearness (distance), 0.0, 1.0);

    if (std::abs (distance) <= candidateWindow.seconds())
        found.push_back ({ kind, at, confidence });
    else if (kind == Candidate::Kind::speechOnset && pause <= marker && marker < at
             && at - marker <= farthestEndOfPause)
        found.push_back ({ kind, at, std::min (confidence, mostWhereFar) });
}

//======================================================================================================
/** Unknown where there is none. */
Peak peakAt (const PeakMap& map, std::int64_t index)
{
    if (index < 0 || index / PeakMap::peaksPerChunk >= std::int64_t (map.chunks.size()))
        return Peak::unknown();

    const auto& chunk = map.chunks[std::size_t (index / PeakMap::peaksPerChunk)];
    const auto inside = std::size_t (index % PeakMap::peaksPerChunk);
    return chunk != nullptr && inside < chunk->levels[0].size() ? chunk->levels[0][inside] : Peak::unknown();
}

/** In decibels over the smallest level that a peak can have. */
double levelOf (Peak peak)
{
    return 20 * std::log10 (std::max<double> (peak.rms, 1));
}

/** Of what is known. */
double meanLevel (const PeakMap& map, std::int64_t begin, std::int64_t end)
{
    double sum = 0, count = 0;

    for (auto i = begin; i < end; ++i)
        if (const auto peak = peakAt (map, i); peak.isKnown())
        {
            sum += levelOf (peak);
            ++count;
        }

    return count > 0 ? sum / count : 0;
}

/** A pause, as indices of peaks; half-open. */
struct QuietPeaks
{
    std::int64_t begin, end;
};

/** In some of the map's chunks, in order. What is unknown parts them. */
std::vector<QuietPeaks> quietPeaksIn (const PeakMap& map, std::size_t firstChunk, std::size_t endChunk)
{
    // In a chunk, which is half a minute, levels are compared with each other: a quiet guest has pauses too.
    constexpr double shortest = 0.3;
    std::vector<QuietPeaks> pauses;
    std::optional<std::int64_t> begun;

    const auto finish = [&] (std::int64_t end)
    {
        if (begun && double ((end - *begun) * PeakMap::samplesPerPeak) >= shortest * map.sampleRate)
            pauses.push_back ({ *begun, end });

        begun.reset();
    };

    for (auto c = firstChunk; c < endChunk; ++c)
    {
        const auto first = std::int64_t (c) * PeakMap::peaksPerChunk;
        std::vector<std::uint16_t> levels;

        if (map.chunks[c] != nullptr)
            for (const auto& peak : map.chunks[c]->levels[0])
                if (peak.isKnown())
                    levels.push_back (peak.rms);

        if (levels.empty())
        {
            finish (first);
            continue;
        }

        std::ranges::sort (levels);
        const auto loud = levels[levels.size() * 9 / 10];
        const auto quiet = std::max<int> (levels[levels.size() / 20], 3);

        // A tenth of the loud level, or twice the background where that is louder; music without pauses has neither.
        const auto limit = std::max (loud / 10, std::min (quiet * 2, loud / 3));
        const auto& peaks = map.chunks[c]->levels[0];

        for (std::size_t i = 0; i < peaks.size(); ++i)
        {
            const auto at = first + std::int64_t (i);

            if (! peaks[i].isKnown() || peaks[i].rms > limit)
                finish (at);
            else if (! begun)
                begun = at;
        }
    }

    finish (std::min (std::int64_t (endChunk) * PeakMap::peaksPerChunk,
                      (map.length + PeakMap::samplesPerPeak - 1) / PeakMap::samplesPerPeak));
    return pauses;
}

/** The sound around a marker. */
struct Surroundings
{
    MonoExcerpt excerpt;
    Activity activity;
    std::vector<QuietRun> pauses;
    int rate = 0;

    Position timeOf (std::size_t step) const
    {
        return positionOf (excerpt.begin + std::int64_t (step) * rate / Activity::perSecond, rate);
    }
};

Result<Surroundings> hear (AudioReader& reader, Position marker, Duration ahead)
{
    const auto rate = reader.info().sampleRate;
    auto excerpt = readMono (
        reader, sampleAt (marker - candidateWindow - lookBehind, rate), sampleAt (marker + ahead, rate));

    if (! excerpt)
        return std::unexpected (excerpt.error());

    auto activity = activityOf (excerpt->samples, rate);
    auto pauses = quietRuns (activity);
    return Surroundings { std::move (*excerpt), std::move (activity), std::move (pauses), rate };
}

/** Whether the pause that the marker stands in goes on to the end of what was heard. */
bool standsInLongPause (const Surroundings& around, Position marker)
{
    return ! around.pauses.empty() && around.pauses.back().end >= around.activity.values.size()
           && around.timeOf (around.pauses.back().begin) <= marker;
}

} // namespace

Result<std::vector<Candidate>> candidatesNear (AudioReader& reader, Position marker)
{
    auto around = hear (reader, marker, candidateWindow + lookAhead);

    if (around && standsInLongPause (*around, marker))
        around = hear (reader, marker, farthestEndOfPause);

    if (! around)
        return std::unexpected (around.error());

    const auto& activity = around->activity;
    std::vector<Candidate> found;

    const auto add = [&] (Candidate::Kind kind, std::size_t step, double score, std::size_t pause)
    { addNear (found, marker, kind, around->timeOf (step), score, around->timeOf (pause)); };

    for (const auto& run : around->pauses)
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
                     * contrastScore (meanLevel (activity, onset, onset + quarterSecond) - inside),
                 run.begin);

        if (run.begin > 0)
            add (Candidate::Kind::pauseStart,
                 fade,
                 0.5 * pauseScore (length)
                     * contrastScore (
                         meanLevel (activity, run.begin - std::min (run.begin, quarterSecond), run.begin)
                         - inside),
                 run.begin);
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
    return best != candidates.end() && best->confidence >= goodEnough ? &*best : nullptr;
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
    std::vector<TimeRange> pauses;

    for (const auto& [begin, end] : quietPeaksIn (map, 0, map.chunks.size()))
        pauses.push_back (
            { positionOf (begin * PeakMap::samplesPerPeak, map.sampleRate),
              positionOf (std::min (end * PeakMap::samplesPerPeak, map.length), map.sampleRate) });

    return pauses;
}

std::optional<std::vector<Candidate>> candidatesIn (const PeakMap& map, Position marker)
{
    if (map.sampleRate <= 0)
        return {};

    const auto indexAt = [&] (Position at)
    { return std::max<std::int64_t> (0, sampleAt (at, map.sampleRate)) / PeakMap::samplesPerPeak; };
    const auto chunkAt = [&] (Position at)
    { return std::min (map.chunks.size(), std::size_t (indexAt (at) / PeakMap::peaksPerChunk)); };
    const auto timeOf = [&] (std::int64_t index)
    { return positionOf (index * PeakMap::samplesPerPeak, map.sampleRate); };
    const auto peaksIn = [&] (Duration d) { return indexAt (Position (d)); };

    for (auto i = indexAt (marker - leastHeard); i <= indexAt (marker + leastHeard); ++i)
        if (! peakAt (map, i).isKnown())
            return {};

    const auto quarterSecond = std::max<std::int64_t> (1, peaksIn (Duration::fromMilliseconds (250)));
    const auto last = chunkAt (marker + farthestEndOfPause);
    std::vector<Candidate> found;

    for (const auto& [begin, end] : quietPeaksIn (
             map, chunkAt (marker - candidateWindow - lookBehind), std::min (map.chunks.size(), last + 1)))
    {
        const auto inside = meanLevel (map, begin, end);
        const auto earliest = std::max ((begin + end) / 2, end - peaksIn (longestFlank));
        auto onset = end;

        while (onset > earliest && levelOf (peakAt (map, onset - 1)) > inside + flankDecibels)
            --onset;

        const auto length = (timeOf (onset) - timeOf (begin)).seconds();

        // Where it was not heard what comes before or behind, that is no edge of a pause.
        if (peakAt (map, end).isKnown())
            addNear (found,
                     marker,
                     Candidate::Kind::speechOnset,
                     timeOf (onset),
                     pauseScore (length)
                         * contrastScore (meanLevel (map, onset, onset + quarterSecond) - inside),
                     timeOf (begin));

        if (peakAt (map, begin - 1).isKnown())
            addNear (found,
                     marker,
                     Candidate::Kind::pauseStart,
                     timeOf (begin),
                     0.5 * pauseScore (length)
                         * contrastScore (meanLevel (map, begin - quarterSecond, begin) - inside),
                     timeOf (begin));
    }

    std::ranges::stable_sort (found, std::ranges::greater(), &Candidate::confidence);
    return found;
}

} // namespace earmark
