// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <pluginterfaces/gui/iplugview.h>
#include <pluginterfaces/vst/ivstcomponent.h>
#include <pluginterfaces/vst/ivsteditcontroller.h>
#include <pluginterfaces/vst/ivstmessage.h>

#include <functional>
#include <string>
#include <vector>

// Interfaces of VST3 have no virtual destructors: nobody deletes through them.
#if defined(__GNUC__)
    #pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#endif

// A VST3 host without any framework, for Linux: it shows the plug-in an application object of the test's choice, runs its events on
// this thread, and has a window for its editor.

namespace earmark::tests
{

/** The host's event loop, of which there is one: as REAPER offers it. */
class RunLoop final : public Steinberg::Linux::IRunLoop
{
public:
    static RunLoop& get();

    /** True as soon as the condition holds; false when it does not after a time that is long for any machine. */
    bool runUntil (const std::function<bool()>&);

    /** What is registered with it. */
    std::size_t handlers() const { return events.size() + timers.size(); }

    Steinberg::tresult PLUGIN_API registerEventHandler (Steinberg::Linux::IEventHandler*,
                                                        Steinberg::Linux::FileDescriptor) override;
    Steinberg::tresult PLUGIN_API unregisterEventHandler (Steinberg::Linux::IEventHandler*) override;
    Steinberg::tresult PLUGIN_API registerTimer (Steinberg::Linux::ITimerHandler*,
                                                 Steinberg::Linux::TimerInterval) override;
    Steinberg::tresult PLUGIN_API unregisterTimer (Steinberg::Linux::ITimerHandler*) override;
    Steinberg::tresult PLUGIN_API queryInterface (const Steinberg::TUID, void**) override;

    Steinberg::uint32 PLUGIN_API addRef() override { return 1; }

    Steinberg::uint32 PLUGIN_API release() override { return 1; }

private:
    std::vector<std::pair<Steinberg::Linux::IEventHandler*, int>> events;
    std::vector<Steinberg::Linux::ITimerHandler*> timers;

    void runOnce();
};

/** An instance of the plug-in in the bundle that was built. */
class RawVst3
{
public:
    explicit RawVst3 (Steinberg::FUnknown* host);
    ~RawVst3();

    bool isLoaded() const { return component != nullptr && controller != nullptr; }

    void setState (const std::string&);
    std::string state();

    /** In a window of the host's. */
    bool openEditor();
    void closeEditor();

    /** As a hand at the keyboard would, to whatever has the keyboard; "ctrl+alt+m". */
    void press (const std::string& key);

    /** In the editor's pixels. */
    void click (int x, int y);

    RawVst3 (const RawVst3&) = delete;
    RawVst3& operator= (const RawVst3&) = delete;

private:
    Steinberg::Vst::IComponent* component = nullptr;
    Steinberg::Vst::IEditController* controller = nullptr;
    Steinberg::IPlugView* view = nullptr;
    unsigned long window = 0;

    void connect (bool);
};

/** There is a display for windows. */
bool hasDisplay();

} // namespace earmark::tests
