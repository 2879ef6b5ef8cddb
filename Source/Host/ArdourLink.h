// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Host/OscMessage.h"
#include "Session/Services.h"

#include <juce_events/juce_events.h>

#include <deque>
#include <functional>
#include <optional>
#include <vector>

namespace earmark
{

/** Ardour's timeline through its own OSC (manual.ardour.org, "Controlling Ardour with OSC"), on this machine alone. Ardour adds, renames
    and removes a marker where its playhead stands, and answers to a port of the user's choice, which seldom is ours: so the playhead goes
    from one place to the next, and the plug-in's own clock tells whether Ardour does what it is told. It never tells which markers there
    are: what was sent before is what counts as there. Message thread. */
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
    /** What is done where the playhead is put before. */
    struct Step
    {
        Position at;
        OscMessage message;
        std::optional<MarkerLink> gives {};     ///< what is there when it has been sent
        std::optional<HostMarker> finds {};     ///< the marker that it is done to; it is there until then
        std::optional<OscMessage> otherwise {}; ///< where that is not found
    };

    enum class Phase
    {
        idle,
        asking,   ///< whether Ardour is there: its playhead moves
        locating, ///< the playhead is on its way
        finding,  ///< to the marker that is there
        sent,     ///< Ardour takes it in
        returning ///< to where the playhead was
    };

    /** To a place that one message cannot name. */
    struct Leap
    {
        Position from; ///< where the playhead is put first
        std::int32_t seconds;
        int arrived = 0; ///< ticks since it stands there
    };

    const Host host;
    const int port;
    juce::DatagramSocket socket { false };
    HostLink itself;

    Phase phase = Phase::idle;
    int ticks = 0; ///< in this phase
    std::deque<Step> steps;
    std::optional<Leap> leap;      ///< is still to be made
    Position origin;               ///< where the playhead was
    Position asked;                ///< where it goes to show that Ardour is there
    std::vector<MarkerLink> there; ///< of the chapters, so far
    std::function<void (Result<std::vector<MarkerLink>>)> done;

    bool send (const OscMessage&);
    std::int64_t sampleAt (Position) const;
    void go (Position);
    bool isLeaping();
    void begin (const MarkerPlan&, std::function<void (Result<std::vector<MarkerLink>>)>);
    void enter (Phase);
    void next();
    void act();
    void giveUp();
    void finish (Result<std::vector<MarkerLink>>);
    bool isThere (Position) const;
    bool hasFound (Position) const;

    void timerCallback() override { tick(); }

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (ArdourLink)
};

} // namespace earmark
