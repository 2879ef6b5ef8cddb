// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Desk.h"
#include "Session/HostTimeline.h"
#include "Session/OpenAudio.h"

#include <memory>
#include <optional>

namespace earmark
{

/** What is heard, and moves the playhead: the file that is played, or the host that the plug-in is in. Of both, the one that was started
    last; the other is stopped. */
class Playback
{
public:
    Playback (Desk& d, OpenAudio& a, const HostTimeline& t) : desk (d), audio (a), timeline (t) {}

    /** To be called for every frame: asks the transport, moves the playhead and follows it. */
    void tick();

    const Transport& transport() const { return heard; }

    /** As tick() found it. */
    const HostTransport& host() const { return hosted; }

    /** What is played from here plays: the file, or without one the host. */
    bool isPlaying() const { return audio.file() ? filePlays : hosted.playing; }

    /** The host goes on where it is. */
    void pauseFile();

    /** Puts the playhead, and with it the sound or the host. */
    void seek (Position);

    /** Has the host play this stretch of the episode and stop at its end, as far as it lets itself be moved and started; what it does not
        is said. One that may record is left alone. */
    void playOnHost (TimeRange inEpisode);

    /** Stops the host where it still plays such a stretch. */
    void endOnHost();

    /** How far the host has come, in whole minutes, so that the scale seldom changes while it goes on. */
    Duration reachOfHost() const;

    void audioForgotten();

private:
    Desk& desk;
    OpenAudio& audio;
    const HostTimeline& timeline;
    Transport heard;
    HostTransport hosted;
    bool filePlays = false;                  // as tick() found it
    std::shared_ptr<const PeakMap> captured; // what the peaks are of, without a file

    /** What the host was asked to play. Hosts take their time to go there, and others move them as well. */
    struct Stretch
    {
        TimeRange range;     ///< on its timeline
        HostTransport asked; ///< as it was then
        bool hasBegun = false;
    };

    std::optional<Stretch> stretch;
    bool isStopping = false; // the host was told to stop behind one, and plays on yet

    Transport listen();
    void stopHost();
    bool lookAtHost();
    void followStretch();
    bool jumpHost (Position onHost);
};

} // namespace earmark
