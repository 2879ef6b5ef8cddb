// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Workspace.h"

#include <algorithm>
#include <format>

// The chapters on the host's own timeline, where the host lets a plug-in reach it.

namespace earmark
{

namespace
{

std::string counted (std::size_t count, const char* what)
{
    return std::format ("{} {}{}", count, what, count == 1 ? "" : "s");
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

    for (const auto& [count, word] : { std::pair { plan.add.size(), "new" },
                                       std::pair { plan.set.size(), "changed" },
                                       std::pair { plan.remove.size(), "removed" } })
        if (count > 0)
            all += std::format ("{}{} {}", all.empty() ? "" : ", ", count, word);

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
    const auto* what = regions ? "region" : "marker";

    if (plan.changesNothing())
    {
        setLinks (std::move (plan.unchanged));
        return say (Message::Grade::info,
                    std::format ("{} has these {} already.", link->host, counted (links.size(), what)));
    }

    isPushing = true;
    tell (Changed::markers);
    const auto planned = plan.markers();
    const auto done = whatIsDone (plan);
    link->carryOut (
        plan,
        [this, planned, done, what, host = link->host] (Result<std::vector<MarkerLink>> taken)
        {
            isPushing = false;
            tell (Changed::markers);

            if (! taken)
                return say (Message::Grade::error, taken.error().message);

            const auto count = taken->size();
            setLinks (std::move (*taken));

            if (count < planned)
                return say (Message::Grade::error,
                            std::format ("{} took {} of {}.", host, count, counted (planned, what)));

            say (Message::Grade::info, std::format ("{} in {}: {}.", counted (count, what), host, done));
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
    propose (proposalOf (document(), std::move (from.edits), std::format ("Take over from {}", link->host)));

    if (from.before > 0)
        say (Message::Grade::warning,
             std::format ("{} before the episode\u2019s start {} left out.",
                          counted (from.before, "marker"),
                          from.before == 1 ? "is" : "are"));
    else if (from.gone > 0)
        say (Message::Grade::info,
             std::format ("{} no marker in {} any more; {}.",
                          counted (from.gone, "chapter") + (from.gone == 1 ? " has" : " have"),
                          link->host,
                          from.gone == 1 ? "it stays" : "they stay"));
    else if (proposal() && proposal()->changesNothing())
        say (Message::Grade::info, std::format ("{}\u2019s markers are those of the chapters.", link->host));
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
