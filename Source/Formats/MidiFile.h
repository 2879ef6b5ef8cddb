// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace earmark::midi
{

// What Standard MIDI Files hold, as far as it is named or makes time of ticks. All texts are parts of the document.

/** Kinds of meta events. */
enum class Meta : unsigned char
{
    text = 0x01,
    trackName = 0x03,
    marker = 0x06,
    cuePoint = 0x07,
    endOfTrack = 0x2F,
    tempo = 0x51
};

struct TempoChange
{
    std::int64_t tick;
    std::int64_t microsecondsPerBeat;
};

struct TextEvent
{
    std::int64_t tick;
    Meta kind;
    std::string_view text;
};

struct Track
{
    std::vector<TempoChange> tempos;
    std::vector<TextEvent> texts;
    std::string_view name;
};

struct File
{
    std::uint32_t format = 0; ///< 2: each track is a sequence of its own
    std::uint32_t division =
        0; ///< ticks of a beat, or with the highest bit frames of a second and ticks of a frame
    std::vector<Track> tracks;
    bool cut = false; ///< the document ends before it says
};

/** Reads as far as the chunks reach. */
File readFile (std::string_view document);

} // namespace earmark::midi
