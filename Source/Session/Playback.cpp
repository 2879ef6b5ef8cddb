// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Playback.h"

#include "Foundation/Timestamp.h"
#include "Language/Translation.h"

#include <algorithm>
#include <utility>

namespace earmark
{

namespace
{

/** Where the playhead stands: it does not go before the episode. */
Position playheadAt (const Document& document, Position onHost)
{
    return std::max (Position(), toEpisode (document, onHost));
}

/** A host that gives no position may count on for ever. */
bool saysThatItPlays (const HostTransport& host)
{
    return host.playing && host.source == HostTransport::Source::host;
}

/** So far behind the place where it was asked a host may still come from there, and none is put exactly to a place. */
constexpr auto onItsWay = Duration::fromSeconds (2), preciseness = Duration::fromMilliseconds (100);

bool isWithin (TimeRange range, Position at)
{
    return at >= range.start - preciseness && at < range.end;
}

/** It plays in that stretch because it was asked to, and not because it goes on where it was. */
bool hasGoneTo (TimeRange range, const HostTransport& asked, const HostTransport& now)
{
    const TimeRange goingOn { asked.position, asked.position + onItsWay };
    const auto mayGoOn = asked.playing && asked.position >= range.start + preciseness
                         && asked.position < range.end && goingOn.contains (now.position);
    return now.playing && isWithin (range, now.position) && ! mayGoOn;
}

/** What stays in the middle makes all else glide. */
Follow followOf (const ViewState& v)
{
    return v.preferences.reducedMotion && v.follow == Follow::centre ? Follow::page : v.follow;
}

} // namespace

void Playback::tick()
{
    if (! desk.services.host && (! audio.file() || ! desk.services.transport))
        return;

    const auto wasPlaying = heard.playing, wasPlayingHere = isPlaying();
    heard = listen();
    followStretch();

    if (isPlaying() != wasPlayingHere && heard.playing == wasPlaying)
        desk.tell (Changed::playhead); // from the one to the other

    if (! heard.playing && ! wasPlaying)
    {
        if (heard.position != desk.view().playhead)
            desk.look ([&] (ViewState& v) { v.playhead = heard.position; });

        return;
    }

    desk.look (
        [&] (ViewState& v)
        {
            v.playhead = heard.position;

            // A review keeps its marker in sight; while a marker is dragged, the ground stays where it is; and a render is not
            // listened to, so that it leaves nobody at its end.
            if (heard.playing && (filePlays || ! hosted.rendering) && ! desk.review().active
                && ! desk.store().isInGesture())
                v.scale = followed (v.scale, v.playhead, followOf (v));
        });

    if (heard.playing != wasPlaying)
        desk.tell (Changed::playhead);
}

/** A file that is played moves the playhead; else the host does. */
Transport Playback::listen()
{
    auto now = audio.file() && desk.services.transport ? desk.services.transport() : Transport();
    const auto filePlayed = std::exchange (filePlays, now.playing);

    if (desk.services.host)
    {
        const auto hostPlayed = saysThatItPlays (hosted);
        const auto moved = lookAtHost();

        if (filePlays && ! filePlayed && saysThatItPlays (hosted))
            stopHost();
        else if (filePlays && ! hostPlayed && saysThatItPlays (hosted))
        {
            pauseFile();
            now.playing = false;
        }

        if (! now.playing)
            now = { hosted.playing,
                    moved ? playheadAt (desk.document(), hosted.position) : desk.view().playhead,
                    now.speed };
    }

    if (! desk.document().media && now.position.sinceStart() > desk.view().scale.total)
        desk.happened (Desk::Event::hostReachedFarther);

    return now;
}

/** True when the host has moved. While it stands, the playhead is the user's. */
bool Playback::lookAtHost()
{
    const auto before = hosted;
    hosted = desk.services.host();
    const auto wave = desk.services.captured && ! audio.file() ? desk.services.captured() : captured;
    const auto hasNewWave = wave != captured;

    if (hasNewWave)
    {
        captured = wave;
        audio.setPeaks (wave ? *wave : PeakMap());
        desk.happened (Desk::Event::hostReachedFarther);
    }

    if (hasNewWave || hosted.source != before.source || hosted.playing != before.playing
        || hosted.recording != before.recording)
        desk.tell (Changed::media);

    using enum HostTransport::Source;
    const auto isHeardOf =
        hosted.source != before.source && hosted.source != silent && before.source != silent;
    return hosted.source != nothing && (hosted.playing || isHeardOf || hosted.position != before.position);
}

void Playback::pauseFile()
{
    if (filePlays && desk.services.pause)
        desk.services.pause();

    filePlays = false;
}

void Playback::audioForgotten()
{
    heard = {};
    filePlays = false;
    captured.reset(); // it is to be shown anew
}

/** For the file, which was started later. */
void Playback::stopHost()
{
    const auto* link = timeline.link();

    if (hosted.mayRecord())
        desk.say (Message::Grade::warning,
                  tr ("The host records, or may record, and is not stopped: both are heard."));
    else if (link == nullptr || ! link->pause)
        desk.say (Message::Grade::warning,
                  tr ("The host plays, too, and is not stopped from here: both are heard."));
    else
        link->pause();
}

Duration Playback::reachOfHost() const
{
    if (! desk.services.host || hosted.source == HostTransport::Source::nothing)
        return {};

    auto end = hosted.position;

    if (captured && captured->sampleRate > 0)
        end = std::max (end, Position (Duration::fromSamples (captured->length, captured->sampleRate)));

    const auto reached = toEpisode (desk.document(), end).nanoseconds();
    constexpr std::int64_t minute = 60'000'000'000;
    return Duration::fromNanoseconds ((reached / minute + 1) * minute);
}

void Playback::seek (Position to)
{
    if (const auto end = desk.endOfAudio())
        to = std::min (to, *end);

    to = std::max (to, Position());

    if (audio.file() && desk.services.seek)
        desk.services.seek (to);
    else
    {
        stretch.reset(); // the place is the user's
        jumpHost (toHost (desk.document(), to));
    }

    heard.position = to;
    desk.look ([&] (ViewState& v) { v.playhead = to; });
}

/** True when it is put there: not where the host does not allow it, nor what is being recorded, which a click must not break off. */
bool Playback::jumpHost (Position onHost)
{
    const auto* link = timeline.link();

    if (link == nullptr || ! link->jump || hosted.mayRecord())
        return false;

    const auto jumped = link->jump (onHost);

    if (! jumped)
        desk.say (Message::Grade::error, jumped.error().message);

    return jumped.has_value();
}

//======================================================================================================
void Playback::playOnHost (TimeRange inEpisode)
{
    stretch.reset();
    tick();
    const auto* link = timeline.link();
    const TimeRange onHost { toHost (desk.document(), inEpisode.start),
                             toHost (desk.document(), inEpisode.end) };

    if (hosted.mayRecord())
        return desk.say (Message::Grade::warning,
                         tr ("The host records, or may record: it is left alone until it stops."));

    if (link == nullptr || ! link->jump)
        return desk.say (Message::Grade::info,
                         tr ("This host is not moved from here: play it from {} to hear the marker.",
                             formatTimeFixed (onHost.start)));

    if (! jumpHost (onHost.start))
        return;

    // One that may record once it plays could not be stopped again.
    if (link->play && link->pause && hosted.tellsRecording)
    {
        stretch = Stretch { onHost, hosted };

        if (! hosted.playing || isStopping)
            link->play();

        isStopping = false;
    }
    else if (! hosted.playing)
        desk.say (Message::Grade::info, tr ("{} stands before the marker: press play there.", link->host));
}

/** Stops it at the end. Where somebody has taken the host elsewhere or has stopped it, it is theirs. */
void Playback::followStretch()
{
    isStopping = isStopping && hosted.playing;

    if (! stretch)
        return;

    const auto at = hosted.position;
    const auto [range, asked, hadBegun] = *stretch;
    stretch->hasBegun = hadBegun || hasGoneTo (range, asked, hosted);

    if (! stretch->hasBegun)
    {
        const auto isComing =
            isWithin (range, at) || isWithin ({ asked.position, asked.position + onItsWay }, at);

        if (hosted.mayRecord() || (hosted.playing && ! isComing))
            stretch.reset();
    }
    else if (hosted.playing && at >= range.end && at < range.end + onItsWay)
        endOnHost();
    else if (! hosted.playing || ! isWithin (range, at))
        stretch.reset();
}

void Playback::endOnHost()
{
    // One that has not come there yet stops by itself, at the end.
    if (! stretch || ! stretch->hasBegun)
        return;

    stretch.reset();

    if (const auto* link = timeline.link();
        link != nullptr && link->pause && hosted.playing && ! hosted.mayRecord())
    {
        isStopping = true;
        link->pause();
    }
}

} // namespace earmark
