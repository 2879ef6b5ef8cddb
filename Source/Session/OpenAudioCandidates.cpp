// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OpenAudio.h"

#include <algorithm>
#include <utility>

// Where a chapter could begin instead: found by decoding an opened file, or in the peaks of what a host has played.

namespace earmark
{

namespace
{

/** How far before and behind a marker the waveform bears on its candidates. */
constexpr auto bearingBefore = Duration::fromSeconds (5),
               bearingBehind = farthestEndOfPause + Duration::fromSeconds (1);

/** In the chunks that bear on this place; chunks never change. */
bool differNear (const PeakMap& a, const PeakMap& b, Position at)
{
    if (a.sampleRate != b.sampleRate)
        return true;

    if (b.sampleRate <= 0)
        return false;

    const auto chunkAt = [&] (Position p)
    {
        const auto sample = std::max (0.0, p.sinceStart().seconds()) * b.sampleRate;
        return std::size_t (sample / double (PeakMap::samplesPerChunk));
    };
    const auto chunkOf = [] (const PeakMap& map, std::size_t index)
    { return index < map.chunks.size() ? map.chunks[index].get() : nullptr; };

    for (auto index = chunkAt (at - bearingBefore); index <= chunkAt (at + bearingBehind); ++index)
        if (chunkOf (a, index) != chunkOf (b, index))
            return true;

    return false;
}

} // namespace

void OpenAudio::setPeaks (PeakMap peaks)
{
    const auto before = std::exchange (waveform, std::move (peaks));
    const auto hasChanged = [&] (Position at)
    { return differNear (before, waveform, Position (at - foundFrom)); };
    std::vector<Position> again;

    for (const auto at : wanted)
        if (hasChanged (at))
            again.push_back (at);

    for (const auto& chapter : desk.chapters())
        if ((again.empty() || again.back() != chapter.start) && candidates.contains (chapter.start)
            && hasChanged (chapter.start))
            again.push_back (chapter.start);

    std::erase_if (candidates, [&] (const auto& known) { return hasChanged (known.first); });
    findInPeaks (again);
}

/** The others are wanted until they have been heard. */
void OpenAudio::findInPeaks (const std::vector<Position>& positions)
{
    bool isAnyFound = false;

    for (const auto at : positions)
    {
        auto found = desk.services.candidatesIn (waveform, Position (at - foundFrom));

        if (! found)
        {
            wanted.insert (at);
            continue;
        }

        for (auto& candidate : *found)
            candidate.at = foundFrom + candidate.at.sinceStart();

        std::erase_if (*found, [] (const Candidate& c) { return c.at < Position(); });
        candidates[at] = std::move (*found);
        wanted.erase (at);
        isAnyFound = true;
    }

    if (isAnyFound)
        desk.tell (Changed::media);
}

const std::vector<Candidate>* OpenAudio::candidatesOf (const Chapter& chapter) const
{
    // The episode may start elsewhere now.
    if (foundFrom != startOfPeaks())
        return nullptr;

    const auto found = candidates.find (chapter.start);
    return found != candidates.end() ? &found->second : nullptr;
}

void OpenAudio::wantCandidates (const std::vector<ChapterId>& ids)
{
    if (opened ? ! desk.services.findCandidates : ! desk.services.candidatesIn)
        return;

    if (const auto begin = startOfPeaks(); begin != foundFrom)
    {
        foundFrom = begin;
        candidates.clear();
        wanted.clear();
    }

    const std::set<ChapterId> meant (ids.begin(), ids.end());
    std::vector<Position> positions;
    std::set<Position> all, first;

    const auto add = [&] (const Chapter& chapter)
    {
        if (! candidates.contains (chapter.start) && all.insert (chapter.start).second)
            positions.push_back (chapter.start);
    };

    for (const auto& chapter : desk.chapters())
        if (meant.contains (chapter.id))
            add (chapter);

    first = all;
    std::ranges::for_each (desk.chapters(), add);

    if (! opened)
    {
        wanted.clear();
        return findInPeaks (positions);
    }

    // A request takes the place of the one before, which is left alone where it has the same in hand.
    if (all == wanted && std::ranges::includes (wantedFirst, first))
        return;

    wanted = std::move (all);
    wantedFirst = std::move (first);

    if (positions.empty())
        return;

    desk.services.findCandidates (std::move (positions),
                                  [this] (Position at, std::vector<Candidate> found)
                                  {
                                      candidates[at] = std::move (found);
                                      wanted.erase (at);
                                      desk.tell (Changed::media);
                                  });
}

Position OpenAudio::placeOf (const Candidate& candidate) const
{
    return earmark::placeOf (candidate, desk.view().preferences.lead);
}

std::optional<Position> OpenAudio::suggestionFor (const Chapter& chapter) const
{
    // What is at 0:00 means the beginning of the file.
    if (chapter.locked || chapter.start == Position())
        return {};

    if (const auto* found = candidatesOf (chapter))
        for (const auto& candidate : *found)
            if (candidate.kind == Candidate::Kind::speechOnset)
                return candidate.confidence >= goodEnough ? std::optional (placeOf (candidate))
                                                          : std::nullopt;

    return {};
}

} // namespace earmark
