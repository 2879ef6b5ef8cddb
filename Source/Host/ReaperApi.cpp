// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Host/ReaperApi.h"

namespace earmark
{

ReaperApi::ReaperApi (Steinberg::FUnknown* application)
{
    void* found = nullptr;

    if (application == nullptr
        || application->queryInterface (ReaperHostApplication::id, &found) != Steinberg::kResultOk)
        return;

    host = static_cast<ReaperHostApplication*> (found);

    if (host == nullptr)
        return;

    const auto get = [this]<class Function> (Function*& function, const char* name)
    { function = reinterpret_cast<Function*> (host->getReaperApi (name)); };

    get (functions.AddProjectMarker2, "AddProjectMarker2");
    get (functions.EnumProjectMarkers3, "EnumProjectMarkers3");
    get (functions.SetProjectMarkerByIndex2, "SetProjectMarkerByIndex2");
    get (functions.DeleteProjectMarkerByIndex, "DeleteProjectMarkerByIndex");
    get (functions.Undo_BeginBlock2, "Undo_BeginBlock2");
    get (functions.Undo_EndBlock2, "Undo_EndBlock2");
    get (functions.UpdateTimeline, "UpdateTimeline");
    get (functions.GetProjectLength, "GetProjectLength");
    get (functions.SetEditCurPos2, "SetEditCurPos2");
    get (functions.OnPlayButtonEx, "OnPlayButtonEx");
    get (functions.OnPauseButtonEx, "OnPauseButtonEx");
    get (functions.GetSetProjectInfo_String, "GetSetProjectInfo_String");
}

ReaperApi::~ReaperApi()
{
    if (host != nullptr)
        host->release();
}

ReaProject* ReaperApi::project() const
{
    return host != nullptr
               ? static_cast<ReaProject*> (host->getReaperParent (ReaperHostApplication::parentProject))
               : nullptr;
}

} // namespace earmark
