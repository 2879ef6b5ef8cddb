// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/TimelineDrag.h"

#include "Session/Actions.h"

#include <cmath>

namespace earmark
{

void TimelineDrag::begin (Area area, double x, Modifiers modifiers)
{
    cancel();
    from = to = x;
    begun = false;
    pressed = modifiers;
    scaleBefore = workspace.view().scale;
    selectionBefore = workspace.view().selection;

    if (modifiers.pan)
    {
        kind = Kind::pan;
        return;
    }

    if (area == Area::ruler)
    {
        kind = Kind::range;
        return;
    }

    const auto flags = flagsOf (workspace.chapters(), scaleBefore);
    const auto hit = flagAt (flags, x, grabReach, area == Area::flags ? flagCloth : 0);

    if (hit)
    {
        const auto& chapter = workspace.chapters()[*hit];
        grabbed = chapter.id;
        origin = chapter.start;
        kind = Kind::markers;

        // A marker of the selection takes the others along; another one becomes the selection.
        if (modifiers.toggle || modifiers.extend)
            actions::select (workspace, grabbed, modifiers.toggle ? Pick::toggle : Pick::range);
        else if (! selectionBefore.contains (grabbed))
            workspace.look ([&] (ViewState& v) { v.selection = picked ({}, grabbed, Pick::only, {}); });

        return;
    }

    kind = area == Area::flags || modifiers.toggle || modifiers.extend ? Kind::band : Kind::scrub;
}

void TimelineDrag::moveTo (double x, Modifiers modifiers)
{
    if (kind == Kind::none)
        return;

    to = x;

    if (! begun && std::abs (to - from) < clickWobble)
        return;

    if (! begun && kind == Kind::markers)
        workspace.beginGesture();

    begun = true;

    switch (kind)
    {
        case Kind::markers:
            return moveMarkers (modifiers);
        case Kind::band:
            return selectBand();
        case Kind::scrub:
            return workspace.playback().seek (workspace.view().scale.positionAt (x));
        case Kind::pan:
            return workspace.look ([&] (ViewState& v) { v.scale = scrolled (scaleBefore, from - to); });
        case Kind::range:
            return workspace.look (
                [&] (ViewState& v)
                {
                    const auto [left, right] = band();
                    v.range = TimeRange { v.scale.positionAt (left), v.scale.positionAt (right) };
                });
        case Kind::none:
            return;
    }
}

void TimelineDrag::moveMarkers (Modifiers modifiers)
{
    if (! workspace.history().isInGesture())
        return; // given up by a key

    const auto& scale = workspace.view().scale;
    auto target = origin + scale.lengthOf (to - from);
    std::optional<Magnet> magnet;

    if (! modifiers.free)
        magnet = magnetNear (actions::magnets (workspace), scale, target, magnetReach);

    if (magnet)
        target = magnet->at;

    const auto ids =
        inOrder (workspace.view().selection, workspace.history().beforeGesture()->outline.chapters);

    if (ids.size() > 1)
        workspace.performInGesture (NudgeChapters { ids, target - origin });
    else
        workspace.performInGesture (
            MoveChapter { grabbed, target, modifiers.push ? Neighbours::push : Neighbours::clamp });

    // Where a neighbour's limit held it back, it does not stick to anything.
    const auto* moved = workspace.find (grabbed);
    workspace.look (
        [&] (ViewState& v)
        { v.snapped = moved != nullptr && magnet && moved->start == magnet->at ? magnet : std::nullopt; });
}

void TimelineDrag::selectBand()
{
    const auto [left, right] = band();
    const auto& scale = workspace.view().scale;
    const TimeRange range { scale.positionAt (left), scale.positionAt (right) };
    auto selection = pressed.toggle || pressed.extend ? selectionBefore : Selection();

    for (const auto& chapter : workspace.chapters())
        if (range.contains (chapter.start))
        {
            selection.ids.insert (chapter.id);
            selection.focus = chapter.id;
        }

    selection.anchor = selection.focus;
    workspace.look ([&] (ViewState& v) { v.selection = selection; });
}

void TimelineDrag::end (double x)
{
    const auto wasDrag = begun;
    const auto was = std::exchange (kind, Kind::none);
    begun = false;

    if (was == Kind::markers && wasDrag)
    {
        workspace.endGesture();
        workspace.audio().wantCandidates ({ grabbed });
    }
    else if (was == Kind::markers && ! pressed.toggle && ! pressed.extend)
    {
        actions::select (workspace, grabbed, Pick::only);
    }
    else if (! wasDrag && (was == Kind::scrub || was == Kind::range || was == Kind::band))
    {
        workspace.playback().seek (workspace.view().scale.positionAt (x));

        if (was != Kind::scrub)
            workspace.look (
                [&] (ViewState& v)
                {
                    if (was == Kind::range)
                        v.range.reset();
                    else
                        v.selection = {};
                });
    }
}

void TimelineDrag::cancel()
{
    if (kind == Kind::markers && begun)
        workspace.cancelGesture();

    if (kind == Kind::pan)
        workspace.look ([&] (ViewState& v) { v.scale = scaleBefore; });

    kind = Kind::none;
    begun = false;
}

} // namespace earmark
