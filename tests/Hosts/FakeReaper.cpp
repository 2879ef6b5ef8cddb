// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Hosts/FakeReaper.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <format>
#include <map>

namespace
{

std::thread::id mainThread;
int faultCount = 0;
int lastGuid = 0;

/** The project that a call means, which is none of REAPER's business to guess here. */
ReaProject& checked (ReaProject* project)
{
    static ReaProject nobodys;

    if (std::this_thread::get_id() != mainThread || project == nullptr)
        ++faultCount;

    return project != nullptr ? *project : nobodys;
}

void sort (ReaProject& p)
{
    std::ranges::stable_sort (p.markers, {}, &ReaProject::Marker::start);
    p.isUnsorted = false;
}

std::string newGuid()
{
    return std::format ("{{00000000-0000-0000-0000-{:012X}}}", ++lastGuid);
}

void changes (ReaProject& p)
{
    p.outsideBlock += p.openBlocks == 0 ? 1 : 0;
}

//======================================================================================================

int addMarker (
    ReaProject* project, bool isRegion, double start, double end, const char* name, int wanted, int colour)
{
    auto& p = checked (project);
    changes (p);
    auto number = std::max (wanted, 1);

    while (std::ranges::any_of (p.markers,
                                [&] (const auto& m) { return m.isRegion == isRegion && m.number == number; }))
        ++number;

    p.markers.push_back ({ newGuid(), number, isRegion, start, end, name != nullptr ? name : "", colour });
    sort (p);
    return number;
}

int enumMarkers (ReaProject* project,
                 int index,
                 bool* isRegion,
                 double* start,
                 double* end,
                 const char** name,
                 int* number,
                 int* colour)
{
    auto& p = checked (project);
    faultCount += p.isUnsorted ? 1 : 0;

    if (index < 0 || index >= int (p.markers.size()))
        return 0;

    // The text is REAPER's, and is another one soon.
    static std::string shown;
    const auto& m = p.markers[std::size_t (index)];
    shown.assign (m.name);
    *isRegion = m.isRegion;
    *start = m.start;
    *end = m.end;
    *name = shown.c_str();
    *number = m.number;
    *colour = m.colour;
    return index + 1;
}

bool setMarker (ReaProject* project,
                int index,
                bool isRegion,
                double start,
                double end,
                int number,
                const char* name,
                int colour,
                int flags)
{
    auto& p = checked (project);
    const bool sorts = (flags & 2) == 0 || index < 0;

    if (index >= 0)
    {
        if (index >= int (p.markers.size()))
            return false;

        changes (p);
        auto& m = p.markers[std::size_t (index)];
        m.isRegion = isRegion;
        m.start = start;
        m.end = end;
        m.number = number;

        if (name != nullptr && *name != 0)
            m.name = name;
        else if ((flags & 1) != 0)
            m.name.clear();

        if (colour != 0)
            m.colour = colour;

        p.isUnsorted = true;
    }

    if (sorts)
        sort (p);

    return true;
}

bool deleteMarker (ReaProject* project, int index)
{
    auto& p = checked (project);

    if (index < 0 || index >= int (p.markers.size()))
        return false;

    changes (p);
    p.markers.erase (p.markers.begin() + index);
    return true;
}

void beginUndo (ReaProject* project)
{
    auto& p = checked (project);

    if (p.openBlocks++ == 0)
        p.atBegin = p.markers;
}

void endUndo (ReaProject* project, const char* name, int flags)
{
    auto& p = checked (project);

    if (--p.openBlocks == 0)
        p.steps.push_back ({ name, flags, p.atBegin });
}

void updateTimeline() {}

double projectLength (ReaProject* project)
{
    return checked (project).length;
}

void setCursor (ReaProject* project, double time, bool moveView, bool seekPlay)
{
    checked (project).heard.push_back (
        std::format ("cursor {:g}{}{}", time, moveView ? " view" : "", seekPlay ? " seek" : ""));
}

void play (ReaProject* project)
{
    checked (project).heard.emplace_back ("play");
}

void pause (ReaProject* project)
{
    checked (project).heard.emplace_back ("pause");
}

bool projectInfo (ReaProject* project, const char* what, char* text, bool isSet)
{
    auto& p = checked (project);
    const std::string_view asked (what);
    constexpr std::string_view guid = "MARKER_GUID:";

    if (isSet)
        return false;

    if (asked.starts_with (guid))
    {
        const auto index = std::size_t (std::atoi (what + guid.size()));

        if (index >= p.markers.size())
            return false;

        std::strcpy (text, p.markers[index].guid.c_str());
        return true;
    }

    if (asked != "RENDER_TARGETS")
        return false;

    std::strcpy (text, p.renderTargets.c_str());
    return true;
}

template <class Function>
void* address (Function* function)
{
    return reinterpret_cast<void*> (function);
}

const std::map<std::string_view, void*>& functions()
{
    static const std::map<std::string_view, void*> all {
        { "AddProjectMarker2", address (addMarker) },
        { "EnumProjectMarkers3", address (enumMarkers) },
        { "SetProjectMarkerByIndex2", address (setMarker) },
        { "DeleteProjectMarkerByIndex", address (deleteMarker) },
        { "Undo_BeginBlock2", address (beginUndo) },
        { "Undo_EndBlock2", address (endUndo) },
        { "UpdateTimeline", address (updateTimeline) },
        { "GetProjectLength", address (projectLength) },
        { "SetEditCurPos2", address (setCursor) },
        { "OnPlayButtonEx", address (play) },
        { "OnPauseButtonEx", address (pause) },
        { "GetSetProjectInfo_String", address (projectInfo) },
    };
    return all;
}

} // namespace

void ReaProject::addByHand (double start, const char* name)
{
    markers.push_back ({ newGuid(), 100 + int (markers.size()), false, start, start, name, 0 });
    sort (*this);
}

void ReaProject::undo()
{
    markers = steps.back().before;
    steps.pop_back();
}

std::string ReaProject::described() const
{
    std::string all;

    for (const auto& m : markers)
        all += m.isRegion ? std::format ("{}@{:g}-{:g} ", m.name, m.start, m.end)
                          : std::format ("{}@{:g} ", m.name, m.start);

    return all;
}

namespace earmark::tests
{

using namespace Steinberg;

int FakeReaper::faults()
{
    return faultCount;
}

void FakeReaper::begin()
{
    mainThread = std::this_thread::get_id();
    faultCount = 0;
}

tresult PLUGIN_API FakeReaper::queryInterface (const TUID wanted, void** object)
{
    constexpr TUID reaper = INLINE_UID (0x79655E36, 0x77EE4267, 0xA573FEF7, 0x4912C27C);

    if (std::memcmp (wanted, reaper, sizeof (TUID)) == 0 && isReaper)
        *object = static_cast<PublishedReaperInterface*> (this);
    else if (std::memcmp (wanted, INLINE_UID_OF (Vst::IHostApplication), sizeof (TUID)) == 0
             || std::memcmp (wanted, INLINE_UID_OF (FUnknown), sizeof (TUID)) == 0)
        *object = static_cast<Vst::IHostApplication*> (this);
    else
    {
        *object = nullptr;
        return kNoInterface;
    }

    addRef();
    return kResultOk;
}

uint32 PLUGIN_API FakeReaper::addRef()
{
    return uint32 (++references);
}

uint32 PLUGIN_API FakeReaper::release()
{
    return uint32 (--references);
}

tresult PLUGIN_API FakeReaper::getName (Vst::String128 name)
{
    constexpr std::u16string_view called = u"REAPER";
    std::ranges::copy (called, name);
    name[called.size()] = 0;
    return kResultOk;
}

tresult PLUGIN_API FakeReaper::createInstance (TUID, TUID, void** object)
{
    *object = nullptr;
    return kNotImplemented;
}

void* PLUGIN_API FakeReaper::getReaperApi (FIDString name)
{
    const auto found = functions().find (name);

    if (found == functions().end())
        unknown.insert (name);

    return found == functions().end() || missing.contains (name) ? nullptr : found->second;
}

void* PLUGIN_API FakeReaper::getReaperParent (uint32 which)
{
    return which == 3 ? project : nullptr;
}

void* PLUGIN_API FakeReaper::reaperExtended (uint32, void*, void*, void*)
{
    return nullptr;
}

} // namespace earmark::tests
