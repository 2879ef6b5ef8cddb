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
constexpr int answerTime = 2 * second, stopTime = second;

/** A plug-in in Ardour sees the playhead arrive; where it does not, this is enough. */
constexpr int locateTime = second;

/** Until Ardour's marker thread has the place that the audio thread has, and until a marker is made. */
constexpr int settleTime = second / 10;

} // namespace

ArdourLink::ArdourLink (Host h, int p) : host (std::move (h)), port (p)
{
    socket.bindToPort (0, thisMachine);
    itself.host = "Ardour";
    itself.lacks = {
        "Ardour does not tell where its markers are: what is moved or removed there is not noticed "
        "here. Its playhead goes from one to the next."
    };
    itself.carryOut = [this] (const MarkerPlan& plan, auto callBack) { begin (plan, std::move (callBack)); };
    itself.jump = [this] (Position to) -> Result<void>
    {
        return send (locate (to, host.transport().playing))
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

OscMessage ArdourLink::locate (Position at, bool rolls) const
{
    // The message has room for 12 hours at 48 kHz.
    const auto sample = std::llround (at.sinceStart().seconds() * host.sampleRate());
    constexpr std::int64_t last = std::numeric_limits<std::int32_t>::max();
    return { "/locate",
             { std::int32_t (std::clamp<std::int64_t> (sample, 0, last)), std::int32_t (rolls ? 1 : 0) } };
}

bool ArdourLink::hasAnswered()
{
    std::array<char, 2048> datagram {};
    bool has = false;

    while (socket.waitUntilReady (true, 0) == 1)
    {
        const auto size = socket.read (datagram.data(), int (datagram.size()), false);

        if (size <= 0)
            break;

        has = has || ! addressOf ({ datagram.data(), std::size_t (size) }).empty();
    }

    return has;
}

void ArdourLink::begin (const MarkerPlan& plan,
                        std::function<void (Result<std::vector<MarkerLink>>)> callBack)
{
    done = std::move (callBack);
    wanted = plan.unchanged;
    steps.clear();
    const auto remove = [&] (const HostMarker& m)
    { steps.push_back ({ m.start, { "/remove_marker", {} } }); };
    const auto add = [&] (const HostMarker& m)
    { steps.push_back ({ m.start, { "/add_marker", { m.name } } }); };

    for (const auto& [index, marker] : plan.remove)
        remove (marker);

    for (const auto& [from, to] : plan.set)
    {
        wanted.push_back (to);

        if (from.marker.start == to.marker.start)
        {
            steps.push_back ({ to.marker.start, { "/rename_marker", { to.marker.name } } });
            continue;
        }

        remove (from.marker);
        add (to.marker);
    }

    for (const auto& link : plan.add)
    {
        wanted.push_back (link);
        add (link.marker);
    }

    if (host.transport().recording)
        return finish (
            failure (Error::Kind::conflict, "Ardour records; its markers can be set when it has stopped."));

    hasAnswered(); // what came late, of earlier
    send ({ "/strip/list", {} });
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
    constexpr auto near = Duration::fromMilliseconds (2);
    return transport.source == HostTransport::Source::host && transport.position < at + near
           && at < transport.position + near;
}

void ArdourLink::next()
{
    if (steps.empty())
    {
        send (locate (origin, false));
        return finish (std::move (wanted));
    }

    send (locate (steps.front().at, false));
    enter (Phase::locating);
}

void ArdourLink::tick()
{
    ++ticks;

    switch (phase)
    {
        case Phase::idle:
            return stopTimer();

        case Phase::asking:
            if (hasAnswered())
            {
                send ({ "/transport_stop", {} });
                enter (Phase::stopping);
            }
            else if (ticks > answerTime)
            {
                finish (failure (Error::Kind::notFound,
                                 "Ardour does not answer: turn OSC on in its Preferences \u25b8 Control "
                                 "Surfaces."));
            }

            return;

        case Phase::stopping:
            if (! host.transport().playing || ticks > stopTime)
            {
                origin = std::max (Position(), host.transport().position);
                next();
            }

            return;

        case Phase::locating:
            if (isThere (steps.front().at) || ticks > locateTime)
                enter (Phase::settling);

            return;

        case Phase::settling:
            if (ticks > settleTime)
            {
                send (steps.front().message);
                steps.pop_front();
                enter (Phase::sent);
            }

            return;

        case Phase::sent:
            if (ticks > settleTime)
                next();

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
