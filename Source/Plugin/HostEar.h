// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Playback/HostTap.h"
#include "Playback/Standstill.h"
#include "Waveform/CapturedWave.h"

#include <juce_core/juce_core.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace earmark
{

/** Gathers what the audio thread has left behind, on a thread that all instances share: some hosts never run the message
    thread's timers while they render. */
class HostEar final : private juce::TimeSliceClient
{
public:
    /** `hasNews` is called on that thread while marks wait, and when a render has ended. */
    HostEar (HostTap&, std::function<void()> hasNews);
    ~HostEar() override;

    /** The waveform some moments ago: null where there is none, another pointer whenever it has changed. From any thread but the
        audio's, like all of these. */
    std::shared_ptr<const PeakMap> wave() const;

    /** All of it. */
    PeakMap waveNow();

    /** When the last render that has ended began, once; where none has ended since, none. */
    std::optional<std::filesystem::file_time_type> takeRender();

    /** No block has come for a second. */
    bool isQuiet() const;

    /** Takes the place of what was heard so far. */
    void setWave (const PeakMap&);

private:
    struct Worker final : juce::TimeSliceThread
    {
        Worker();
        ~Worker() override;
    };

    HostTap& tap;
    std::function<void()> onNews;
    mutable std::mutex mutex;
    CapturedWave heard; // this and what follows guarded by the mutex
    std::shared_ptr<const PeakMap> published;
    bool isNew = false; ///< more was heard than is published
    int slices = 0;     ///< since it was published
    Standstill blocks, renders;
    std::filesystem::file_time_type renderBegan;
    bool hasRendered = false; ///< and nobody knows
    juce::SharedResourcePointer<Worker> worker;

    int useTimeSlice() override;
    void gather();
    void publish();
    bool lookForRender();

    JUCE_DECLARE_NON_COPYABLE_WITH_LEAK_DETECTOR (HostEar)
};

} // namespace earmark
