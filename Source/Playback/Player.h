// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Time.h"
#include "Waveform/AudioReader.h"

#include <memory>
#include <optional>

namespace earmark
{

/** What a player is doing, as one glance. */
struct PlayerState
{
    bool playing = false;
    bool atEnd = false; ///< it stopped because the file, or the stretch to audition, is over
    Position position;  ///< of what leaves the player now; after a seek its target, at once
    double speed = 1;
    std::int64_t dropouts = 0; ///< blocks that came too late since it was made
};

inline constexpr double slowest = 0.5;
inline constexpr double fastest = 3;

/** Plays one audio file. Three kinds of threads meet here:

    - the owner's (the message thread) calls everything but render(); nothing of it waits for the disk;
    - a thread of the player decodes and stretches ahead, up to half a second;
    - the device's calls render(), which takes no lock and no memory, and never waits.

    Every change of what is heard (seek, speed, pause) fades out and in over 5 ms, so that nothing clicks; otherwise, at speed 1
    and the file's own rate, the output is the file's samples unchanged. */
class Player
{
public:
    /** Takes the reader over. Output has as many channels as the file, and `outputRate` samples a second. Stands at the
        beginning, paused. */
    Player (std::unique_ptr<AudioReader>, int outputRate);
    ~Player();

    void play();
    void pause();

    /** Goes on playing, or stays paused, from there. Ends an audition. */
    void seek (Position);

    /** Keeps pitch. Clamped to slowest and fastest. */
    void setSpeed (double);

    /** Plays the range over and over, beginning with its start; nullopt goes on from where it is. An empty range is none. */
    void setLoop (std::optional<TimeRange>);

    /** Plays what is around a marker, then stops: from `preRoll` before to `postRoll` after it. */
    void audition (Position marker, Duration preRoll, Duration postRoll);

    /** From any thread but the audio's. */
    PlayerState state() const;

    /** The device's thread only: fills `frames` samples of each of `channels` outputs. A mono file goes to all of them, a file
        with more channels than outputs gives its first ones; outputs beyond the file's channels are silent. */
    void render (float* const* outputs, int channels, int frames) noexcept;

private:
    class Feeder;
    class Voice;
    struct Shared;

    std::unique_ptr<Shared> shared;
    std::unique_ptr<Feeder> feeder;
    std::unique_ptr<Voice> voice;
};

} // namespace earmark
