// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <pluginterfaces/base/funknown.h>

#include <string>
#include <vector>

// What REAPER offers to a VST3 in it: the interface and the functions that its SDK publishes (github.com/justinfrankel/reaper-sdk:
// reaper_vst3_interfaces.h, reaper_plugin_functions.h), as far as Earmark uses them. Any function may be missing in some version.
// All are called on the message thread alone.

namespace earmark
{

/** Asked of the host's application object; REAPER 5.02 and later have it. */
class ReaperHostApplication
{
public:
    // Those of Steinberg::FUnknown, which it begins with.
    virtual Steinberg::tresult PLUGIN_API queryInterface (const Steinberg::TUID, void**) = 0;
    virtual Steinberg::uint32 PLUGIN_API addRef() = 0;
    virtual Steinberg::uint32 PLUGIN_API release() = 0;

    /** Null for a function that there is none of. */
    virtual void* PLUGIN_API getReaperApi (const char* name) = 0;

    /** What this plug-in belongs to: 1 its track, 2 its take, 3 its project. */
    virtual void* PLUGIN_API getReaperParent (Steinberg::uint32 which) = 0;

    virtual void* PLUGIN_API reaperExtended (Steinberg::uint32, void*, void*, void*) = 0;

    static constexpr Steinberg::TUID id = INLINE_UID (0x79655E36, 0x77EE4267, 0xA573FEF7, 0x4912C27C);
    static constexpr Steinberg::uint32 parentProject = 3;

protected:
    ~ReaperHostApplication() = default; // release() ends it
};

struct ReaProject; // REAPER's own

/** Null where this REAPER has no such function. Times are in seconds on the project's timeline. */
struct ReaperFunctions
{
    /** The number that it got, or -1. `wantedNumber` -1: any; colour 0: the usual. */
    int (*AddProjectMarker2) (
        ReaProject*, bool isRegion, double start, double end, const char* name, int wantedNumber, int colour);

    /** 0 behind the last. The name stays REAPER's. */
    int (*EnumProjectMarkers3) (ReaProject*,
                                int index,
                                bool* isRegion,
                                double* start,
                                double* end,
                                const char** name,
                                int* number,
                                int* colour);

    /** Colour 0 leaves it; flag 1 clears the name, 2 leaves the order as it is until it is called with index -1. */
    bool (*SetProjectMarkerByIndex2) (ReaProject*,
                                      int index,
                                      bool isRegion,
                                      double start,
                                      double end,
                                      int number,
                                      const char* name,
                                      int colour,
                                      int flags);

    bool (*DeleteProjectMarkerByIndex) (ReaProject*, int index);

    void (*Undo_BeginBlock2) (ReaProject*);

    /** Flag 8 is what holds markers and regions. */
    void (*Undo_EndBlock2) (ReaProject*, const char* name, int flags);

    void (*UpdateTimeline)();

    double (*GetProjectLength) (ReaProject*);

    /** Puts the edit cursor there, and with it what is playing, if `seekPlay`. */
    void (*SetEditCurPos2) (ReaProject*, double time, bool moveView, bool seekPlay);

    void (*OnPlayButtonEx) (ReaProject*);
    void (*OnPauseButtonEx) (ReaProject*);

    /** "MARKER_GUID:" with an index; "RENDER_TARGETS" for the files, separated by semicolons, that a render writes. The text must
        have room for what comes. */
    bool (*GetSetProjectInfo_String) (ReaProject*, const char* what, char* text, bool isSet);
};

/** The host that a plug-in is in, if it is REAPER. */
class ReaperApi
{
public:
    /** Asks the host's application object, which may be null. */
    explicit ReaperApi (Steinberg::FUnknown* application);
    ~ReaperApi();

    bool isThere() const { return host != nullptr; }

    /** The project that the plug-in is in, whichever of them is shown; null where REAPER does not say. */
    ReaProject* project() const;

    ReaperFunctions functions {};

    ReaperApi (const ReaperApi&) = delete;
    ReaperApi& operator= (const ReaperApi&) = delete;

private:
    ReaperHostApplication* host = nullptr;
};

} // namespace earmark
