// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OpenAudio.h"

#include <algorithm>
#include <utility>

// Where a chapter could begin instead: found by decoding an opened file, or in the peaks of what a host has played.

namespace earmark
{

namespace
{

/** More are not looked for at once: each means to decode some seconds. */
constexpr std::size_t maxWanted = 64;

/** How far around a marker the waveform bears on its candidates. */
constexpr auto bearing = Duration::fromSeconds (5);

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

    for (auto index = chunkAt (at - bearing); index <= chunkAt (at + bearing); ++index)
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

    for (const auto& chapter : desk.chapters())
        if (meant.contains (chapter.id) && ! candidates.contains (chapter.start)
            && (positions.empty() || positions.back() != chapter.start))
            positions.push_back (chapter.start);

    if (! opened)
        return findInPeaks (positions);

    positions.resize (std::min (positions.size(), maxWanted));

    if (positions.empty() || std::ranges::equal (positions, wanted))
        return;

    wanted = { positions.begin(), positions.end() };

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
