// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace earmark
{

/** What a host says with one block of audio. */
struct HostBlock
{
    /** Where the block's first sample lies on the host's timeline: below zero before its start, and nullopt from a host that says
        nothing. */
    std::optional<std::int64_t> sample;

    bool isPlaying = false;
    bool isRecording = false;
    bool isLooping = false;
    bool isOffline = false; ///< rendered as fast as it goes
    int length = 0;         ///< in samples; 0 is allowed
    double sampleRate = 0;
};

/** Where the host is, as Earmark understands it. */
struct HostTime
{
    enum class Source : std::uint8_t
    {
        nothing, ///< no block has come yet
        host,    ///< as the host says
        counted ///< the host gives no position: the samples that have passed since it began to play, or since the first
    };

    Source source = Source::nothing;
    bool isPlaying = false;
    bool isRecording = false;
    bool isLooping = false;
    bool isOffline = false;
    std::int64_t sample = 0; ///< of the block's first sample
    double sampleRate = 0;

    bool operator== (const HostTime&) const = default;
};

/** Makes one timeline of what hosts say, which is not always true (docs/hosts.md). A value with rules; takes no memory and no
    locks. */
class HostClock
{
public:
    /** To be called with every block, in order. */
    HostTime take (const HostBlock&) noexcept;

private:
    /** So many blocks in a row that play and stand still mean that the host gives no position. */
    static constexpr int blocksUntilStuck = 3;

    bool isKnown = false;    ///< there was a block with a position
    bool wasPlaying = false; ///< the last block
    bool isStuck = false;
    int still = 0;           ///< blocks that play without moving
    std::int64_t said = 0;   ///< by the host, with the last block
    int saidLength = 0;      ///< of that block
    std::int64_t shown = 0;  ///< while it stands
    std::int64_t began = 0;  ///< where it began to play
    std::int64_t passed = 0; ///< samples since then

    HostTime playing (std::int64_t sample, int length) noexcept;
    HostTime standing (std::int64_t sample) noexcept;
};

} // namespace earmark
