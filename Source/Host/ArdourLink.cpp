// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Host/ArdourLink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace earmark
{

namespace
{

constexpr auto thisMachine = "127.0.0.1";
constexpr int second = ArdourLink::ticksPerSecond;
constexpr int answerTime = 2 * second, locateTime = 2 * second;

/** What a message has room for: 12 hours at 48 kHz. */
constexpr std::int64_t lastSample = std::numeric_limits<std::int32_t>::max();

/** Until Ardour's other threads have the place that its audio thread has, and until a marker is made. */
constexpr int settleTime = second / 10;

/** Where a session counts in beats, Ardour moves a marker to the next 1920th of a beat: 0.8 ms at 20 beats a minute. */
constexpr auto rounding = Duration::fromMilliseconds (1), near = Duration::fromMilliseconds (2);

OscMessage locate (std::int64_t sample, bool rolls)
{
    return { "/locate", { std::int32_t (sample), std::int32_t (rolls ? 1 : 0) } };
}

} // namespace

ArdourLink::ArdourLink (Host h, int p) : host (std::move (h)), port (p)
{
    itself.host = "Ardour";
    itself.lacks = {
        "Ardour does not tell where its markers are: what is moved or removed there is not noticed "
        "here. Its playhead goes from one to the next."
    };

    if (! host.transport().tellsRecording)
        itself.lacks.emplace_back (
            "The LV2 is not told whether Ardour records: while it plays, nothing here stops "
            "or moves it. In the VST3 that is so while it records.");

    itself.carryOut = [this] (const MarkerPlan& plan, auto callBack) { begin (plan, std::move (callBack)); };
    itself.jump = [this] (Position to) -> Result<void>
    {
        if (phase != Phase::idle)
            return failure (Error::Kind::conflict,
                            "Ardour\u2019s markers are being set, which needs its playhead.");

        if (sampleAt (to) > lastSample)
            return failure (Error::Kind::unsupported,
                            "By OSC, Ardour is not put to a place so far out on its timeline.");

        return send (locate (sampleAt (to), host.transport().playing))
                   ? Result<void>()
                   : failure (Error::Kind::notWritable, "Nothing can be sent to Ardour.");
    };
    itself.play = [this] { send ({ "/transport_play", {} }); };
    itself.pause = [this] { send ({ "/transport_stop", {} }); };
}

bool ArdourLink::send (const OscMessage& message)
{
    const auto bytes = message.bytes();
    return socket.write (thisMachine, port, bytes.data(), int (bytes.size())) == int (bytes.size());
}

std::int64_t ArdourLink::sampleAt (Position at) const
{
    return std::max (0ll, std::llround (at.sinceStart().seconds() * host.sampleRate()));
}

/** Puts the playhead there, and lets it stand. What is too far out for one message is some whole seconds behind one that is not. */
void ArdourLink::go (Position at)
{
    leap.reset();
    auto sample = sampleAt (at);

    if (const auto rate = std::llround (host.sampleRate()); sample > lastSample && rate > 0)
    {
        const auto seconds = (sample - lastSample + rate - 1) / rate;
        sample -= seconds * rate;
        leap = Leap { .from = at - Duration::fromSeconds (seconds), .seconds = std::int32_t (seconds) };
    }

    send (locate (sample, false));
}

void ArdourLink::begin (const MarkerPlan& plan,
                        std::function<void (Result<std::vector<MarkerLink>>)> callBack)
{
    done = std::move (callBack);
    there = plan.unchanged;
    steps.clear();
    const auto remove = [&] (const HostMarker& m)
    { steps.push_back ({ .at = m.start, .message = { "/remove_marker", {} }, .finds = m }); };
    const auto add = [&] (const MarkerLink& link)
    {
        steps.push_back (
            { .at = link.marker.start, .message = { "/add_marker", { link.marker.name } }, .gives = link });
    };

    for (const auto& [index, marker] : plan.remove)
        remove (marker);

    for (const auto& [from, to] : plan.set)
    {
        if (from.marker.start == to.marker.start)
        {
            steps.push_back ({ .at = to.marker.start,
                               .message = { "/rename_marker", { to.marker.name } },
                               .gives = to,
                               .finds = from.marker,
                               .otherwise = OscMessage { "/add_marker", { to.marker.name } } });
            continue;
        }

        remove (from.marker);
        add (to);
    }

    for (const auto& link : plan.add)
        add (link);

    const auto now = host.transport();

    if (now.recording)
        return finish (
            failure (Error::Kind::conflict, "Ardour records; its markers can be set when it has stopped."));

    // What goes out to an audience, or may be recorded, does not stop for markers.
    if (now.playing)
        return finish (
            failure (Error::Kind::conflict, "Ardour plays; its markers can be set when it has stopped."));

    if (steps.empty())
        return finish (std::move (there));

    // A playhead that stands there already would show nothing.
    origin = std::max (Position(), now.position);
    asked = steps.front().at;

    if (isThere (asked))
        asked = asked + Duration::fromSeconds (1);

    go (asked);
    enter (Phase::asking);
    startTimerHz (ticksPerSecond);
}

void ArdourLink::enter (Phase next)
{
    phase = next;
    ticks = 0;
}

bool ArdourLink::isThere (Position at) const
{
    const auto transport = host.transport();
    return transport.source == HostTransport::Source::host && ! transport.playing
           && transport.position < at + near && at < transport.position + near;
}

void ArdourLink::next()
{
    if (steps.empty())
    {
        go (origin);
        return enter (Phase::returning);
    }

    go (steps.front().at);
    enter (Phase::locating);
}

/** Ardour has gone on from where it was put, which is just before. Where there was nothing, it is far away or has not moved. */
bool ArdourLink::hasFound (Position at) const
{
    constexpr auto moved = Duration::fromNanoseconds (100'000);
    return isThere (at) && (at <= Position() + rounding || host.transport().position > at - rounding + moved);
}

/** Does what the first step says, now that the playhead is where it belongs. */
void ArdourLink::act()
{
    auto step = std::move (steps.front());
    steps.pop_front();

    // The user's own hand has moved it away.
    if (step.finds && ! hasFound (step.at))
    {
        if (step.otherwise)
            steps.push_front ({ .at = step.at, .message = *step.otherwise, .gives = step.gives });

        return next();
    }

    send (step.message);

    if (step.gives)
        there.push_back (*step.gives);

    enter (Phase::sent);
}

/** What was done so far is done, and what is still there of earlier is removed the next time. */
void ArdourLink::giveUp()
{
    for (const auto& step : steps)
        if (step.finds)
            there.push_back ({ ChapterId::none, *step.finds });

    finish (std::move (there));
}

bool ArdourLink::isLeaping()
{
    if (! leap || ticks > locateTime)
        return false;

    if (! isThere (leap->from) || ++leap->arrived <= settleTime)
        return true;

    send ({ "/jump_seconds", { float (leap->seconds) } });
    leap.reset();
    ticks = 0;
    return true;
}

void ArdourLink::tick()
{
    ++ticks;

    if (phase != Phase::idle && host.transport().playing)
        return giveUp(); // a hand on the transport comes first

    if (isLeaping())
        return;

    switch (phase)
    {
        case Phase::idle:
            return stopTimer();

        case Phase::asking:
            if (isThere (asked))
                next();
            else if (ticks > answerTime)
                finish (failure (Error::Kind::notFound,
                                 "Ardour\u2019s playhead does not move: turn OSC on in its Preferences "
                                 "\u25b8 Control Surfaces, and leave the plug-in switched on in its track."));

            return;

        case Phase::locating:
            if (! isThere (steps.front().at))
                return ticks > locateTime ? giveUp() : void();

            if (ticks <= settleTime)
                return;

            if (! steps.front().finds || steps.front().at <= Position() + rounding)
                return act();

            // From just before, Ardour itself goes to the marker, wherever it has rounded it to.
            go (steps.front().at - rounding);
            return enter (Phase::finding);

        case Phase::finding:
            if (ticks == settleTime)
                send ({ "/next_marker", {} });
            else if (ticks > 3 * settleTime)
                act();

            return;

        case Phase::sent:
            if (ticks > settleTime)
                next();

            return;

        case Phase::returning:
            if (isThere (origin) || ticks > locateTime)
                finish (std::move (there));

            return;
    }
}

void ArdourLink::finish (Result<std::vector<MarkerLink>> result)
{
    stopTimer();
    phase = Phase::idle;
    std::exchange (done, {}) (std::move (result));
}

} // namespace earmark
