// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <pluginterfaces/base/funknown.h>
#include <pluginterfaces/gui/iplugview.h>
#include <pluginterfaces/vst/ivsthostapplication.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

// Interfaces of VST3 have no virtual destructors: nobody deletes through them.
#if defined(__GNUC__)
    #pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#endif

// A host that is REAPER as far as its SDK tells plug-ins: the interface behind the host's application object, and the functions for
// markers, undo, cursor and transport. What is declared here is REAPER's side, from its documentation, not ours.

/** REAPER's own type, by name alone for plug-ins. */
struct ReaProject
{
    struct Marker
    {
        std::string guid;
        int number = 0;
        bool isRegion = false;
        double start = 0, end = 0;
        std::string name;
        int colour = 0;
    };

    struct Step
    {
        std::string name;
        int flags = 0;
        std::vector<Marker> before;
    };

    std::vector<Marker> markers;
    std::vector<Step> steps;        ///< of the undo history
    std::vector<std::string> heard; ///< "cursor 12.5 view seek", "play", "pause"
    double length = 600;
    std::string renderTargets;

    int openBlocks = 0;
    std::vector<Marker> atBegin;
    bool isUnsorted = false;
    int outsideBlock = 0; ///< changes that no undo block holds

    void addByHand (double start, const char* name);

    /** As the user's Undo. */
    void undo();

    /** "Name@start ", "Name@start-end " in order. */
    std::string described() const;
};

namespace earmark::tests
{

/** As REAPER declares it; to be asked for by its number. */
class PublishedReaperInterface : public Steinberg::FUnknown
{
public:
    virtual void* PLUGIN_API getReaperApi (Steinberg::FIDString name) = 0;
    virtual void* PLUGIN_API getReaperParent (Steinberg::uint32 which) = 0;
    virtual void* PLUGIN_API reaperExtended (Steinberg::uint32 call, void*, void*, void*) = 0;
};

/** One plug-in instance's host. The functions that it hands out know no host, only projects, as REAPER's. */
class FakeReaper final : public Steinberg::Vst::IHostApplication, public PublishedReaperInterface
{
public:
    explicit FakeReaper (ReaProject& p) : project (&p) {}

    ReaProject* project; ///< the one that the plug-in is in; null: REAPER does not say

    /** Functions that this REAPER is too old for. */
    std::set<std::string> missing;

    /** Another host, which has nothing but VST3. */
    bool isReaper = true;

    int references = 1;            ///< the test's own
    std::set<std::string> unknown; ///< functions that were asked for and are none of the published ones

    /** How often a function was called from another thread than the one that it must be called from, and the like. */
    static int faults();

    /** This thread is the main thread from now on; nothing is a fault yet. */
    static void begin();

    Steinberg::tresult PLUGIN_API queryInterface (const Steinberg::TUID, void** object) override;
    Steinberg::uint32 PLUGIN_API addRef() override;
    Steinberg::uint32 PLUGIN_API release() override;
    Steinberg::tresult PLUGIN_API getName (Steinberg::Vst::String128) override;
    Steinberg::tresult PLUGIN_API createInstance (Steinberg::TUID, Steinberg::TUID, void**) override;
    void* PLUGIN_API getReaperApi (Steinberg::FIDString name) override;
    void* PLUGIN_API getReaperParent (Steinberg::uint32 which) override;
    void* PLUGIN_API reaperExtended (Steinberg::uint32, void*, void*, void*) override;
};

} // namespace earmark::tests
