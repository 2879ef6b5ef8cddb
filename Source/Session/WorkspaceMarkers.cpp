// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Workspace.h"

#include <algorithm>

// The chapters on the host's own timeline, where the host lets a plug-in reach it.

namespace earmark
{

namespace
{

std::string counted (std::size_t count, bool areRegions)
{
    return areRegions ? tr (count, "{} region", "{} regions") : tr (count, "{} marker", "{} markers");
}

/** What a host must have that does not tell: nothing but what was sent to it. */
Result<std::vector<HostMarker>> markersOf (const std::vector<MarkerLink>& links)
{
    std::vector<HostMarker> markers;

    for (const auto& link : links)
        markers.push_back (link.marker);

    return markers;
}

/** "3 new, 1 changed, 2 removed" */
std::string whatIsDone (const MarkerPlan& plan)
{
    std::string all;
    const auto add = [&] (std::size_t count, const std::string& said)
    {
        if (count > 0)
            all += (all.empty() ? "" : ", ") + said;
    };

    add (plan.add.size(), tr ("{} new", plan.add.size()));
    add (plan.set.size(), tr ("{} changed", plan.set.size()));
    add (plan.remove.size(), tr ("{} removed", plan.remove.size()));
    return all;
}

} // namespace

void Workspace::setLinks (std::vector<MarkerLink> next)
{
    if (next == links)
        return;

    links = std::move (next);
    tell (Changed::markers);
}

void Workspace::pushMarkers()
{
    const auto* link = hostLink();

    if (link == nullptr || ! link->carryOut || isPushing)
        return;

    const auto there = link->markers ? link->markers() : markersOf (links);

    if (! there)
        return say (Message::Grade::error, there.error().message);

    const auto regions = state.preferences.sendsRegions && link->hasRegions;
    auto plan = planMarkers (document(), links, *there, regions, link->end ? link->end() : std::nullopt);

    if (plan.changesNothing())
    {
        setLinks (std::move (plan.unchanged));
        return say (Message::Grade::info,
                    tr ("{} has these {} already.", link->host, counted (links.size(), regions)));
    }

    isPushing = true;
    tell (Changed::markers);
    const auto planned = plan.markers();
    const auto done = whatIsDone (plan);
    link->carryOut (plan,
                    [this, planned, done, regions, host = link->host] (Result<std::vector<MarkerLink>> taken)
                    {
                        isPushing = false;
                        tell (Changed::markers);

                        if (! taken)
                            return say (Message::Grade::error, taken.error().message);

                        const auto count = std::size_t (std::ranges::count_if (
                            *taken, [] (const MarkerLink& l) { return l.chapter != ChapterId::none; }));
                        setLinks (std::move (*taken));

                        if (count < planned)
                            return say (Message::Grade::error,
                                        tr ("{} took {} of {}.", host, count, counted (planned, regions)));

                        say (Message::Grade::info,
                             tr ("{} in {}: {}.", counted (count, regions), host, done));
                    });
}

void Workspace::pullMarkers()
{
    const auto* link = hostLink();

    if (link == nullptr || ! link->markers)
        return;

    const auto there = link->markers();
    open (Panel::host);

    if (! there)
        return propose (std::unexpected (there.error()));

    auto from = chaptersFromMarkers (document(), links, *there);
    propose (proposalOf (document(), std::move (from.edits), "Take over markers"));

    if (from.before > 0)
        say (Message::Grade::warning,
             tr (from.before,
                 "{} marker before the episode\u2019s start is left out.",
                 "{} markers before the episode\u2019s start are left out."));
    else if (from.gone > 0)
        say (Message::Grade::info,
             tr (from.gone,
                 "{} chapter has no marker in {} any more; it stays.",
                 "{} chapters have no marker in {} any more; they stay.",
                 link->host));
    else if (proposal() && proposal()->changesNothing())
        say (Message::Grade::info, tr ("{}\u2019s markers are those of the chapters.", link->host));
}

void Workspace::jumpHost (Position inEpisode)
{
    const auto* link = hostLink();

    // What is being recorded must not be broken off by a click.
    if (link == nullptr || ! link->jump || hosted.recording)
        return;

    const auto place = std::max (Position(), document().episodeStart + inEpisode.sinceStart());

    if (const auto jumped = link->jump (place); ! jumped)
        say (Message::Grade::error, jumped.error().message);
}

} // namespace earmark
