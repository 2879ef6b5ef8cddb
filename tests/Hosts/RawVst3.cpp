// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Hosts/RawVst3.h"

#include <pluginterfaces/base/ibstream.h>
#include <pluginterfaces/base/ipluginbase.h>
#include <pluginterfaces/vst/ivstaudioprocessor.h>

#include <X11/Xlib.h>
#include <dlfcn.h>
#include <poll.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <format>
#include <stdexcept>
#include <thread>

namespace earmark::tests
{

using namespace Steinberg;

namespace
{

bool isSame (const TUID a, const TUID b)
{
    return std::memcmp (a, b, sizeof (TUID)) == 0;
}

/** What lives as long as the test, whoever counts. */
template <class Interface>
class Static : public Interface
{
public:
    uint32 PLUGIN_API addRef() override { return 1; }

    uint32 PLUGIN_API release() override { return 1; }
};

class Bytes final : public Static<IBStream>
{
public:
    std::string content;

    tresult PLUGIN_API queryInterface (const TUID wanted, void** object) override
    {
        *object = isSame (wanted, INLINE_UID_OF (IBStream)) || isSame (wanted, INLINE_UID_OF (FUnknown))
                      ? static_cast<IBStream*> (this)
                      : nullptr;
        return *object != nullptr ? kResultOk : kNoInterface;
    }

    tresult PLUGIN_API read (void* buffer, int32 wanted, int32* given) override
    {
        const auto count = std::min (std::size_t (wanted), content.size() - at);
        std::memcpy (buffer, content.data() + at, count);
        at += count;

        if (given != nullptr)
            *given = int32 (count);

        return kResultOk;
    }

    tresult PLUGIN_API write (void* buffer, int32 count, int32* taken) override
    {
        content.resize (std::max (content.size(), at + std::size_t (count)));
        std::memcpy (content.data() + at, buffer, std::size_t (count));
        at += std::size_t (count);

        if (taken != nullptr)
            *taken = count;

        return kResultOk;
    }

    tresult PLUGIN_API seek (int64 to, int32 mode, int64* result) override
    {
        const auto from = mode == kIBSeekCur ? int64 (at) : mode == kIBSeekEnd ? int64 (content.size()) : 0;
        at = std::size_t (std::clamp<int64> (from + to, 0, int64 (content.size())));
        return tell (result);
    }

    tresult PLUGIN_API tell (int64* result) override
    {
        if (result != nullptr)
            *result = int64 (at);

        return kResultOk;
    }

private:
    std::size_t at = 0;
};

/** Hands the editor the event loop, and lets it have any size. */
class Frame final : public Static<IPlugFrame>
{
public:
    tresult PLUGIN_API queryInterface (const TUID wanted, void** object) override
    {
        if (isSame (wanted, INLINE_UID_OF (Linux::IRunLoop)))
            return RunLoop::get().queryInterface (wanted, object);

        *object = isSame (wanted, INLINE_UID_OF (IPlugFrame)) || isSame (wanted, INLINE_UID_OF (FUnknown))
                      ? static_cast<IPlugFrame*> (this)
                      : nullptr;
        return *object != nullptr ? kResultOk : kNoInterface;
    }

    tresult PLUGIN_API resizeView (IPlugView* view, ViewRect* size) override { return view->onSize (size); }
};

Frame& frame()
{
    static Frame one;
    return one;
}

Display* display()
{
    // As every toolkit of a host does: Xlib's own handler would end the program at the first error, such as the atoms of a window
    // manager that is not there.
    static auto* one = []
    {
        XSetErrorHandler ([] (Display*, XErrorEvent*) { return 0; });
        return XOpenDisplay (nullptr);
    }();
    return one;
}

IPluginFactory* factory()
{
    static auto* one = []() -> IPluginFactory*
    {
        auto* module = dlopen (EARMARK_VST3_MODULE, RTLD_NOW | RTLD_LOCAL);

        if (module == nullptr)
            return nullptr;

        using Entry = bool (*) (void*);
        using Factory = IPluginFactory* (*) ();
        const auto enter = reinterpret_cast<Entry> (dlsym (module, "ModuleEntry"));
        const auto get = reinterpret_cast<Factory> (dlsym (module, "GetPluginFactory"));
        return enter != nullptr && get != nullptr && enter (module) ? get() : nullptr;
    }();
    return one;
}

template <class Interface>
Interface* create (const TUID classId, const TUID interfaceId)
{
    void* made = nullptr;
    factory()->createInstance (classId, interfaceId, &made);
    return static_cast<Interface*> (made);
}

template <class Interface>
Interface* query (FUnknown* object, const TUID interfaceId)
{
    void* found = nullptr;
    return object->queryInterface (interfaceId, &found) == kResultOk ? static_cast<Interface*> (found)
                                                                     : nullptr;
}

/** Runs a program of the system while the plug-in's events go on. */
void runMeanwhile (const std::string& command)
{
    std::atomic<bool> isDone = false;
    int status = -1;
    std::thread runner (
        [&]
        {
            status = std::system (command.c_str());
            isDone = true;
        });
    RunLoop::get().runUntil ([&] { return isDone.load(); });
    runner.join();

    if (status != 0)
        throw std::runtime_error ("it failed: " + command);
}

} // namespace

bool hasDisplay()
{
    return display() != nullptr;
}

//======================================================================================================
RunLoop& RunLoop::get()
{
    static RunLoop one;
    return one;
}

void RunLoop::runOnce()
{
    const auto known = events; // may change while they are called
    std::vector<pollfd> waiting;

    for (const auto& [handler, descriptor] : known)
        waiting.push_back ({ descriptor, POLLIN, 0 });

    poll (waiting.data(), waiting.size(), 10);

    for (std::size_t i = 0; i < known.size(); ++i)
        if (waiting[i].revents != 0 && std::ranges::contains (events, known[i]))
            known[i].first->onFDIsSet (known[i].second);

    for (auto* timer : std::vector (timers))
        timer->onTimer();
}

bool RunLoop::runUntil (const std::function<bool()>& condition)
{
    using namespace std::chrono;

    for (const auto end = steady_clock::now() + minutes (1); steady_clock::now() < end;)
    {
        runOnce();

        if (condition())
            return true;
    }

    return false;
}

tresult PLUGIN_API RunLoop::registerEventHandler (Linux::IEventHandler* handler,
                                                  Linux::FileDescriptor descriptor)
{
    events.emplace_back (handler, descriptor);
    return kResultOk;
}

tresult PLUGIN_API RunLoop::unregisterEventHandler (Linux::IEventHandler* handler)
{
    std::erase_if (events, [&] (const auto& each) { return each.first == handler; });
    return kResultOk;
}

tresult PLUGIN_API RunLoop::registerTimer (Linux::ITimerHandler* timer, Linux::TimerInterval)
{
    timers.push_back (timer);
    return kResultOk;
}

tresult PLUGIN_API RunLoop::unregisterTimer (Linux::ITimerHandler* timer)
{
    std::erase (timers, timer);
    return kResultOk;
}

tresult PLUGIN_API RunLoop::queryInterface (const TUID wanted, void** object)
{
    *object = isSame (wanted, INLINE_UID_OF (Linux::IRunLoop)) || isSame (wanted, INLINE_UID_OF (FUnknown))
                  ? this
                  : nullptr;
    return *object != nullptr ? kResultOk : kNoInterface;
}

//======================================================================================================
RawVst3::RawVst3 (FUnknown* host)
{
    if (factory() == nullptr)
        return;

    for (int32 i = 0; i < factory()->countClasses() && component == nullptr; ++i)
        if (PClassInfo info; factory()->getClassInfo (i, &info) == kResultOk
                             && std::string_view (info.category) == kVstAudioEffectClass)
            component = create<Vst::IComponent> (info.cid, INLINE_UID_OF (Vst::IComponent));

    if (component == nullptr || component->initialize (host) != kResultOk)
        return;

    TUID id;
    component->getControllerClassId (id);
    controller = create<Vst::IEditController> (id, INLINE_UID_OF (Vst::IEditController));

    if (controller == nullptr || controller->initialize (host) != kResultOk)
        return;

    connect (true);
}

RawVst3::~RawVst3()
{
    closeEditor();

    if (isLoaded())
        connect (false);

    for (auto* part : std::initializer_list<IPluginBase*> { controller, component })
        if (part != nullptr)
        {
            part->terminate();
            part->release();
        }
}

void RawVst3::connect (bool isOn)
{
    auto* one = query<Vst::IConnectionPoint> (component, INLINE_UID_OF (Vst::IConnectionPoint));
    auto* other = query<Vst::IConnectionPoint> (controller, INLINE_UID_OF (Vst::IConnectionPoint));

    if (one != nullptr && other != nullptr)
    {
        isOn ? one->connect (other) : one->disconnect (other);
        isOn ? other->connect (one) : other->disconnect (one);
    }

    for (auto* each : { one, other })
        if (each != nullptr)
            each->release();
}

void RawVst3::setState (const std::string& bytes)
{
    Bytes stream;
    stream.content = bytes;
    component->setState (&stream);
}

std::string RawVst3::state()
{
    Bytes stream;
    component->getState (&stream);
    return stream.content;
}

bool RawVst3::openEditor()
{
    view = controller->createView (Vst::ViewType::kEditor);

    if (view == nullptr)
        return false;

    ViewRect size;
    view->getSize (&size);
    window = XCreateSimpleWindow (display(),
                                  DefaultRootWindow (display()),
                                  0,
                                  0,
                                  unsigned (size.getWidth()),
                                  unsigned (size.getHeight()),
                                  0,
                                  0,
                                  0);
    XMapRaised (display(), window);
    XSync (display(), False);
    view->setFrame (&frame());

    if (view->attached (reinterpret_cast<void*> (window), kPlatformTypeX11EmbedWindowID) != kResultOk)
        return false;

    XSetInputFocus (display(), window, RevertToParent, CurrentTime);
    XSync (display(), False);

    // Once it can be seen it can have the keyboard; a click on the empty end of the table gives it to the editor.
    click (300, size.getHeight() - 40);
    return true;
}

void RawVst3::closeEditor()
{
    if (view == nullptr)
        return;

    view->removed();
    view->setFrame (nullptr);
    view->release();
    view = nullptr;
    XDestroyWindow (display(), window);
    XSync (display(), False);
}

void RawVst3::press (const std::string& key)
{
    runMeanwhile ("xdotool key --clearmodifiers " + key);
}

void RawVst3::click (int x, int y)
{
    runMeanwhile (std::format ("xdotool mousemove {} {} sleep 0.2 click 1 sleep 0.2", x, y));
}

} // namespace earmark::tests
