// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Host/ReaperLink.h"

#include "Foundation/Text.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace earmark
{

namespace
{

constexpr int miscellaneousState = 8;          // of undo: markers and regions are in it
constexpr int clearsName = 1, leavesOrder = 2; // flags of SetProjectMarkerByIndex2
constexpr std::size_t guidRoom = 64, pathsRoom = 1u << 20;

Position positionOf (double seconds)
{
    constexpr double limit = 1e8; // three years
    return Position::fromNanoseconds (std::llround (std::clamp (seconds, -limit, limit) * 1e9));
}

double secondsOf (Position at)
{
    return at.sinceStart().seconds();
}

std::unexpected<Error> noProject()
{
    return failure (Error::Kind::notFound, "REAPER does not say which project this Earmark is in.");
}

std::string
infoOf (const ReaperFunctions& reaper, ReaProject* project, const std::string& what, std::size_t room)
{
    std::string value (room, '\0');

    if (reaper.GetSetProjectInfo_String == nullptr
        || ! reaper.GetSetProjectInfo_String (project, what.c_str(), value.data(), false))
        return {};

    value.resize (std::min (value.find ('\0'), room));
    return value;
}

std::vector<HostMarker> markersIn (const ReaperFunctions& reaper, ReaProject* project)
{
    std::vector<HostMarker> all;
    bool isRegion = false;
    double start = 0, end = 0;
    const char* name = nullptr;
    int number = 0, colour = 0;

    for (int i = 0;
         reaper.EnumProjectMarkers3 (project, i, &isRegion, &start, &end, &name, &number, &colour) != 0;
         ++i)
        all.push_back ({ .id = infoOf (reaper, project, std::format ("MARKER_GUID:{}", i), guidRoom),
                         .number = number,
                         .start = positionOf (start),
                         .end = isRegion ? std::optional (positionOf (end)) : std::nullopt,
                         .name = name != nullptr ? name : "" });

    return all;
}

/** One push: every call of it lies in one undo block. */
class Push
{
public:
    Push (const ReaperFunctions& r, ReaProject* p) : reaper (r), project (p)
    {
        reaper.Undo_BeginBlock2 (project);
    }

    std::vector<MarkerLink> carryOut (const MarkerPlan& plan)
    {
        auto links = plan.unchanged;

        // From the back, so that indices stay true.
        for (auto i = plan.remove.rbegin(); i != plan.remove.rend(); ++i)
            reaper.DeleteProjectMarkerByIndex (project, int (i->index));

        for (const auto& change : plan.set)
        {
            const auto gone =
                std::ranges::lower_bound (plan.remove, change.from.index, {}, &MarkerPlan::Found::index)
                - plan.remove.begin();

            if (set (int (change.from.index) - int (gone), change.to.marker))
                links.push_back (change.to);
        }

        if (! plan.set.empty())
            reaper.SetProjectMarkerByIndex2 (project, -1, false, 0, 0, 0, nullptr, 0, leavesOrder);

        for (const auto& wanted : plan.add)
            if (const auto number = add (wanted.marker); number >= 0)
            {
                links.push_back (wanted);
                links.back().marker.number = number;
            }

        reaper.Undo_EndBlock2 (
            project,
            std::format ("Earmark: {} chapter{}", plan.markers(), plan.markers() == 1 ? "" : "s").c_str(),
            miscellaneousState);

        if (reaper.UpdateTimeline != nullptr)
            reaper.UpdateTimeline();

        nameNew (links);
        return links;
    }

private:
    const ReaperFunctions& reaper;
    ReaProject* project;

    int add (const HostMarker& m)
    {
        return reaper.AddProjectMarker2 (project,
                                         m.isRegion(),
                                         secondsOf (m.start),
                                         secondsOf (m.end.value_or (m.start)),
                                         m.name.c_str(),
                                         -1,
                                         0);
    }

    bool set (int index, const HostMarker& m)
    {
        return reaper.SetProjectMarkerByIndex2 (project,
                                                index,
                                                m.isRegion(),
                                                secondsOf (m.start),
                                                secondsOf (m.end.value_or (m.start)),
                                                m.number,
                                                m.name.c_str(),
                                                0,
                                                leavesOrder | (m.name.empty() ? clearsName : 0));
    }

    /** Those that were added have got lasting names. */
    void nameNew (std::vector<MarkerLink>& links) const
    {
        const auto there = markersIn (reaper, project);

        for (auto& link : links)
            if (link.marker.id.empty())
                for (const auto& marker : there)
                    if (marker.number == link.marker.number && marker.isRegion() == link.marker.isRegion()
                        && marker.name == link.marker.name)
                        link.marker.id = marker.id;
    }
};

std::vector<std::string> filesOf (const std::string& targets)
{
    std::vector<std::string> files;

    for (std::size_t at = 0; at < targets.size();)
    {
        const auto end = std::min (targets.find (';', at), targets.size());

        if (end > at)
            files.push_back (targets.substr (at, end - at));

        at = end + 1;
    }

    return files;
}

} // namespace

HostLink reaperLink (const ReaperApi& api)
{
    const auto& f = api.functions;
    HostLink link { .host = "REAPER", .lacks = {}, .hasRegions = true };
    const auto canRead = f.EnumProjectMarkers3 != nullptr;
    const auto canWrite = canRead && f.AddProjectMarker2 != nullptr && f.SetProjectMarkerByIndex2 != nullptr
                          && f.DeleteProjectMarkerByIndex != nullptr && f.Undo_BeginBlock2 != nullptr
                          && f.Undo_EndBlock2 != nullptr;
    const auto canPlay = f.OnPlayButtonEx != nullptr && f.OnPauseButtonEx != nullptr;

    if (canRead)
        link.markers = [&api]() -> Result<std::vector<HostMarker>>
        {
            auto* project = api.project();
            return project != nullptr ? Result<std::vector<HostMarker>> (markersIn (api.functions, project))
                                      : noProject();
        };
    else
        link.lacks.emplace_back ("This REAPER does not show its markers to plug-ins.");

    if (canWrite)
        link.carryOut = [&api] (const MarkerPlan& plan, const auto& done)
        {
            auto* project = api.project();
            done (project != nullptr
                      ? Result<std::vector<MarkerLink>> (Push (api.functions, project).carryOut (plan))
                      : noProject());
        };
    else
        link.lacks.emplace_back (
            "This REAPER does not let plug-ins set markers that can be undone in one step.");

    if (f.GetProjectLength != nullptr)
        link.end = [&api]
        {
            auto* project = api.project();
            return project != nullptr ? std::optional (positionOf (api.functions.GetProjectLength (project)))
                                      : std::nullopt;
        };

    if (f.SetEditCurPos2 != nullptr)
        link.jump = [&api] (Position at) -> Result<void>
        {
            auto* project = api.project();

            if (project == nullptr)
                return noProject();

            api.functions.SetEditCurPos2 (project, secondsOf (at), true, true);
            return {};
        };
    else
        link.lacks.emplace_back ("This REAPER does not let plug-ins move its cursor.");

    if (canPlay)
    {
        link.play = [&api]
        {
            if (auto* project = api.project())
                api.functions.OnPlayButtonEx (project);
        };
        link.pause = [&api]
        {
            if (auto* project = api.project())
                api.functions.OnPauseButtonEx (project);
        };
    }
    else
    {
        link.lacks.emplace_back ("This REAPER does not let plug-ins play it.");
    }

    if (f.GetSetProjectInfo_String != nullptr)
        link.renderedFiles = [&api]() -> std::vector<std::string>
        {
            auto* project = api.project();
            return project != nullptr ? filesOf (infoOf (api.functions, project, "RENDER_TARGETS", pathsRoom))
                                      : std::vector<std::string>();
        };

    return link;
}

} // namespace earmark
