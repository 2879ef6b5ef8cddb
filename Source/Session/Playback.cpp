// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Playback.h"

#include <algorithm>

namespace earmark
{

namespace
{

/** Where the playhead stands: it does not go before the episode. */
Position playheadAt (const Document& document, Position onHost)
{
    return std::max (Position(), toEpisode (document, onHost));
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

    const auto wasPlaying = heard.playing;
    heard = listen();

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

            // A review keeps its marker in sight; and while a marker is dragged, the ground stays where it is.
            if (heard.playing && ! desk.review().active && ! desk.store().isInGesture())
                v.scale = followed (v.scale, v.playhead, followOf (v));
        });

    if (heard.playing != wasPlaying)
        desk.tell (Changed::playhead);
}

/** A file that is played moves the playhead; else the host does. */
Transport Playback::listen()
{
    auto now = audio.file() && desk.services.transport ? desk.services.transport() : Transport();

    if (desk.services.host)
    {
        const auto moved = lookAtHost();

        if (! now.playing)
            now = { hosted.playing,
                    moved ? toEpisode (desk.document(), hosted.position) : desk.view().playhead,
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
        jumpHost (to);

    heard.position = to;
    desk.look ([&] (ViewState& v) { v.playhead = to; });
}

/** Nothing where the host does not allow it. */
void Playback::jumpHost (Position inEpisode)
{
    const auto* link = timeline.link();

    // What is being recorded must not be broken off by a click.
    if (link == nullptr || ! link->jump || hosted.mayRecord())
        return;

    if (const auto jumped = link->jump (toHost (desk.document(), inEpisode)); ! jumped)
        desk.say (Message::Grade::error, jumped.error().message);
}

} // namespace earmark
