// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

namespace earmark
{

/** What has changed since a listener was last called; bits. */
enum class Changed : unsigned
{
    nothing = 0,
    document = 1, ///< also the history
    scale = 2,
    selection = 4,
    playhead = 8,
    media = 16, ///< the file, its peaks, pauses, candidates and samples
    review = 32,
    panels = 64, ///< which is open, and what it holds: proposal, import, filter, range, preferences, follow
    message = 128,
    keys = 256,
    writing = 512,  ///< what the pages about writing hold
    typing = 1024,  ///< a field was asked for
    prompt = 2048,  ///< what is asked
    markers = 4096, ///< those on the host's timeline, as far as they are the chapters'
    everything = 8191
};

constexpr Changed operator| (Changed a, Changed b)
{
    return Changed (unsigned (a) | unsigned (b));
}

constexpr bool holds (Changed all, Changed part)
{
    return (unsigned (all) & unsigned (part)) != 0;
}

} // namespace earmark
