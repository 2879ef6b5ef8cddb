// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/Player.h"
#include "Plugin/SoundOutput.h"
#include "Session/Services.h"
#include "Waveform/PeakBuilder.h"

#include <juce_events/juce_events.h>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace earmark
{

/** The audio of a session: opens a file, makes its peaks, listens for candidates, plays. Used from the message thread; works on
    two threads of its own, and answers on the message thread. */
class Sound final : private juce::Timer
{
public:
    Sound();
    ~Sound() override;

    SoundOutput& output() { return out; }

    using Opened = std::function<void (Result<MediaInfo>)>;
    using Peaks = std::function<void (const PeakMap&, const std::vector<TimeRange>&)>;

    void load (const std::string& file, Opened, Peaks);
    void close();

    void findCandidates (const std::vector<Position>& positions,
                         const std::function<void (Position, std::vector<Candidate>)>& found);
    void readSamples (std::int64_t begin,
                      std::int64_t end,
                      std::function<void (std::shared_ptr<const SampleExcerpt>)>);

    Transport transport() const;
    void play();
    void pause();
    void seek (Position);
    void setSpeed (double);
    void setLoop (std::optional<TimeRange>);
    void audition (Position, Duration preRoll, Duration postRoll);

private:
    struct Job
    {
        bool isCandidates;
        std::function<void (AudioReader&)> work;
    };

    std::string path;
    int fileRate = 0;

    /** Expires when what was asked for is no longer wanted; answers look at it on the message thread. */
    std::shared_ptr<int> wanted = std::make_shared<int>();

    std::shared_ptr<PeakBuilder> builder; // while it works
    Peaks onPeaks;

    std::unique_ptr<Player> player;
    SoundOutput out;
    bool isAttached = false;

    std::mutex mutex;
    std::condition_variable_any jobArrived;
    std::deque<Job> jobs; // guarded by the mutex

    std::jthread loader, worker; // last: they stop before the rest goes

    void timerCallback() override;
    void makePeaks (const std::stop_token&, const std::shared_ptr<PeakBuilder>&, const std::weak_ptr<int>&);
    void work (const std::stop_token&, const std::string& file);
    void push (Job);

    void attach();
    void detach();
    void reattach();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (Sound)
};

} // namespace earmark
