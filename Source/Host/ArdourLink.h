// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Host/OscMessage.h"
#include "Session/Services.h"

#include <juce_events/juce_events.h>

#include <deque>
#include <functional>
#include <string>

namespace earmark
{

/** Ardour's timeline through its own OSC (manual.ardour.org, "Controlling Ardour with OSC"), on this machine alone. Ardour adds a marker
    where its playhead stands and never tells which there are: so the playhead goes from one to the next, and what was sent before is
    what counts as there. Message thread. */
class ArdourLink final : private juce::Timer
{
public:
    /** What the plug-in knows of the host that it is in. */
    struct Host
    {
        std::function<HostTransport()> transport;
        std::function<double()> sampleRate;
    };

    static constexpr int usualPort = 3819;

    explicit ArdourLink (Host, int port = usualPort);

    const HostLink& link() const { return itself; }

    /** What happens at each tick while markers are set. */
    void tick();

    static constexpr int ticksPerSecond = 40;

private:
    /** One marker that is set, removed or renamed where the playhead is put before. */
    struct Step
    {
        Position at;
        OscMessage message;
    };

    enum class Phase
    {
        idle,
        asking,   ///< whether Ardour is there
        stopping, ///< its transport
        locating,
        settling, ///< the playhead is there
        sent      ///< Ardour takes it in
    };

    const Host host;
    const int port;
    juce::DatagramSocket socket { false };
    HostLink itself;

    Phase phase = Phase::idle;
    int ticks = 0; ///< in this phase
    std::deque<Step> steps;
    Position origin; ///< where the playhead was
    std::vector<MarkerLink> wanted;
    std::function<void (Result<std::vector<MarkerLink>>)> done;

    bool send (const OscMessage&);
    bool hasAnswered();
    OscMessage locate (Position, bool rolls) const;
    void begin (const MarkerPlan&, std::function<void (Result<std::vector<MarkerLink>>)>);
    void enter (Phase);
    void next();
    void finish (Result<std::vector<MarkerLink>>);
    bool isThere (Position) const;

    void timerCallback() override { tick(); }

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ArdourLink)
};

} // namespace earmark
