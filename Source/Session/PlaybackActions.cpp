// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Actions.h"

#include <algorithm>
#include <array>
#include <format>

namespace earmark::actions
{

namespace
{

constexpr std::array speeds { 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0 };

/** The host, where it is what is heard and lets itself be played; else null. */
const HostLink* playedBy (const Workspace& w)
{
    const auto* link = w.audio().file() ? nullptr : w.hostTimeline().link();
    return link != nullptr && link->play && link->pause && ! w.playback().host().mayRecord() ? link : nullptr;
}

void setSpeed (Workspace& w, double speed)
{
    if (! w.services.setSpeed)
        return;

    w.services.setSpeed (speed);
    w.say (Message::Grade::info, tr ("Speed {:g}\u00d7", speed));
    w.playback().tick();
}

} // namespace

bool canPlay (const Workspace& w)
{
    return w.audio().file() || playedBy (w) != nullptr;
}

bool playsHost (const Workspace& w)
{
    return playedBy (w) != nullptr;
}

void togglePlay (Workspace& w)
{
    const auto* host = playedBy (w);

    if (host == nullptr && (! w.audio().file() || ! w.services.play))
        return;

    if (w.playback().isPlaying())
        host != nullptr ? host->pause() : w.services.pause();
    else
        host != nullptr ? host->play() : w.services.play();

    w.playback().tick();
}

void playFrom (Workspace& w, Position at)
{
    w.playback().seek (at);
    w.look ([&] (ViewState& v) { v.scale = revealing (v.scale, at); });

    if (! w.playback().isPlaying())
        togglePlay (w);
}

void pause (Workspace& w)
{
    if (const auto* host = playedBy (w); host != nullptr && w.playback().transport().playing)
        host->pause();
    else if (w.services.pause)
        w.services.pause();

    if (w.services.setSpeed && w.playback().transport().speed != 1)
        w.services.setSpeed (1);

    w.playback().tick();
}

void skip (Workspace& w, Duration by)
{
    w.playback().seek (w.view().playhead + by);
    w.look ([&] (ViewState& v) { v.scale = revealing (v.scale, v.playhead); });
}

void faster (Workspace& w)
{
    if (! w.playback().isPlaying())
        return togglePlay (w);

    const auto next = std::ranges::upper_bound (speeds, w.playback().transport().speed + 0.01);
    setSpeed (w, next != speeds.end() ? *next : speeds.back());
}

void slower (Workspace& w)
{
    const auto next = std::ranges::lower_bound (speeds, w.playback().transport().speed - 0.01);
    setSpeed (w, next != speeds.begin() ? *(next - 1) : speeds.front());
}

void auditionMarker (Workspace& w)
{
    const auto* chapter = w.find (w.view().selection.focus);

    if (chapter == nullptr)
        return;

    if (const auto* host = playedBy (w); host != nullptr && host->jump)
    {
        w.playback().seek (chapter->start);

        if (! w.playback().transport().playing)
            host->play();
    }
    else if (w.audio().file() && w.services.audition)
    {
        w.services.audition (chapter->start, w.review().preRoll, w.review().postRoll);
        w.playback().tick();
    }
}

void toggleLoop (Workspace& w)
{
    auto range = w.view().range;

    if (! range)
        if (const auto at = chapterAt (w.chapters(), w.view().playhead))
            range = rangeOf (w.document().outline, *at, w.endOfAudio());

    const auto loops = ! w.view().looping && range.has_value();

    if (w.services.setLoop)
        w.services.setLoop (loops ? range : std::nullopt);

    w.look ([&] (ViewState& v) { v.looping = loops; });
}

//======================================================================================================
void zoom (Workspace& w, double factor)
{
    w.look (
        [&] (ViewState& v)
        {
            // Around the playhead where it can be seen, else around the middle.
            const auto x = v.scale.xOf (v.playhead);
            v.scale = zoomed (v.scale, factor, x >= 0 && x <= v.scale.width ? x : v.scale.width / 2);
        });
}

void zoomToSelection (Workspace& w)
{
    std::optional<TimeRange> range = w.view().range;

    for (std::size_t i = 0; i < w.chapters().size(); ++i)
        if (w.view().selection.contains (w.chapters()[i].id))
        {
            const auto chapter = rangeOf (w.document().outline, i, w.endOfAudio());
            range = range ? TimeRange { std::min (range->start, chapter.start),
                                        std::max (range->end, chapter.end) }
                          : chapter;
        }

    if (range)
        w.look ([&] (ViewState& v) { v.scale = showing (v.scale, *range, 0.08); });
}

void showAll (Workspace& w)
{
    w.look ([] (ViewState& v) { v.scale = showingAll (v.scale); });
}

void showTable (Workspace& w)
{
    w.closePanel();
    w.look ([] (ViewState& v) { v.inspectorOnly = false; });
}

void cycleFollow (Workspace& w)
{
    w.look ([] (ViewState& v) { v.follow = Follow ((int (v.follow) + 1) % 3); });
    const std::array names { tr ("The view stays where it is."),
                             tr ("The view turns over with the playhead."),
                             tr ("The playhead stays in the middle.") };
    w.say (Message::Grade::info, names[std::size_t (w.view().follow)]);
}

} // namespace earmark::actions
