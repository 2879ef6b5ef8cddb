// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostTimeline.h"

#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Model/Placing.h"
#include "Session/HostImports.h"

#include <algorithm>
#include <map>
#include <utility>

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

/** Two sentences, either of which may be empty. */
std::string withMore (const std::string& said, const std::string& more)
{
    return said + (said.empty() || more.empty() ? "" : " ") + more;
}

/** "!1016, =END"; not all of many. */
std::string named (const std::vector<std::string>& names)
{
    constexpr std::size_t most = 4;
    std::string all;

    for (std::size_t i = 0; i < std::min (names.size(), most); ++i)
        all += (all.empty() ? "" : ", ") + names[i];

    return names.size() > most ? all + ", \u2026" : all;
}

/** What of the host's markers and of the chapters the change leaves alone; empty where there is none of it. */
std::string whatStayed (const FromHost& from, std::string_view host)
{
    std::string all;
    const auto add = [&] (std::size_t count, const std::string& said)
    {
        if (count > 0)
            all = withMore (all, said);
    };

    add (from.before,
         tr (from.before,
             "{} marker before the episode\u2019s start is left out.",
             "{} markers before the episode\u2019s start are left out."));
    add (from.orders.size(),
         tr (from.orders.size(),
             "{} marker that is an order to {} is left out: {}.",
             "{} markers that are orders to {} are left out: {}.",
             host,
             named (from.orders)));
    add (from.forUltraschall.size(),
         tr (from.forUltraschall.size(),
             "{} marker that is there for Ultraschall itself is left out: {}.",
             "{} markers that are there for Ultraschall itself are left out: {}.",
             named (from.forUltraschall)));
    add (from.gone,
         tr (from.gone,
             "{} chapter has no marker in {} any more; it stays.",
             "{} chapters have no marker in {} any more; they stay.",
             host));
    return all;
}

/** To the chapters in the same places of another document. */
std::vector<MarkerLink> translated (std::vector<MarkerLink> links, const Document& from, const Document& to)
{
    std::map<ChapterId, ChapterId> ids;

    for (std::size_t i = 0; i < from.outline.chapters.size(); ++i)
        ids.emplace (from.outline.chapters[i].id, to.outline.chapters[i].id);

    for (auto& link : links)
        if (const auto found = ids.find (link.chapter); found != ids.end())
            link.chapter = found->second;

    return links;
}

} // namespace

bool HostTimeline::mayTakeOsc() const
{
    const auto* way = link();

    // REAPER's interface reaches regions, too, and needs no other way.
    if (! desk.services.host || (way != nullptr && way->hasRegions))
        return false;

    const auto name = desk.services.hostName ? desk.services.hostName() : std::string();
    return desk.view().preferences.ardourByOsc || hostImports()[hostImportFor (name)].takesOsc;
}

void HostTimeline::setLinks (std::vector<MarkerLink> next)
{
    if (next == links)
        return;

    links = std::move (next);
    desk.tell (Changed::markers);
}

std::string HostTimeline::whatWaits() const
{
    const auto count = countWaiting (desk.document().outline);
    return count == 0 ? std::string()
                      : tr (count,
                            "{} title waits for its place and gets no marker yet.",
                            "{} titles wait for their place and get no marker yet.");
}

void HostTimeline::push()
{
    const auto* way = link();

    if (way == nullptr || ! way->carryOut || pushing)
        return;

    const auto there = way->markers ? way->markers() : markersOf (links);

    if (! there)
        return desk.say (Message::Grade::error, there.error().message);

    const auto regions = desk.view().preferences.sendsRegions && way->hasRegions;
    auto plan = planMarkers (desk.document(), links, *there, regions, way->end ? way->end() : std::nullopt);
    const auto waits = whatWaits();

    if (plan.changesNothing())
    {
        setLinks (std::move (plan.unchanged));
        return desk.say (
            Message::Grade::info,
            withMore (tr ("{} has these {} already.", way->host, counted (links.size(), regions)), waits));
    }

    pushing = true;
    desk.tell (Changed::markers);
    const auto planned = plan.markers();
    const auto done = whatIsDone (plan);
    way->carryOut (
        plan,
        [this, planned, done, waits, regions, host = way->host] (Result<std::vector<MarkerLink>> taken)
        {
            pushing = false;
            desk.tell (Changed::markers);

            if (! taken)
                return desk.say (Message::Grade::error, taken.error().message);

            const auto count = std::size_t (std::ranges::count_if (
                *taken, [] (const MarkerLink& l) { return l.chapter != ChapterId::none; }));
            setLinks (std::move (*taken));

            if (count < planned)
                return desk.say (Message::Grade::error,
                                 tr ("{} took {} of {}.", host, count, counted (planned, regions)));

            desk.say (Message::Grade::info,
                      withMore (tr ("{} in {}: {}.", counted (count, regions), host, done), waits));
        });
}

void HostTimeline::pull()
{
    const auto* way = link();

    if (way == nullptr || ! way->markers)
        return;

    const auto there = way->markers();
    desk.open (Panel::host);

    if (! there)
        return desk.propose (std::unexpected (there.error()));

    auto from = chaptersFromMarkers (desk.document(), links, *there);
    auto proposal = proposalOf (desk.document(), std::move (from.edits), "Take over markers");
    const auto changesNothing = proposal && proposal->changesNothing();
    desk.propose (std::move (proposal));

    const auto said = whatStayed (from, way->host);

    if (! said.empty())
        desk.say (from.before > 0 ? Message::Grade::warning : Message::Grade::info, said);
    else if (changesNothing)
        desk.say (Message::Grade::info, tr ("{}\u2019s markers are those of the chapters.", way->host));
}

void HostTimeline::keepPlaces (Position startedBefore)
{
    auto before = desk.document();
    const auto onHost = std::exchange (before.episodeStart, startedBefore);
    desk.store().replace (startingAt (std::move (before), onHost), "Chapters keep their places");
}

void HostTimeline::offerPlaces (Position startedBefore)
{
    const auto now = desk.document().episodeStart;

    // A pasted outline is right as it is; what was marked on the timeline belongs there. Titles that wait have no places yet.
    if (std::ranges::all_of (desk.chapters(), [] (const Chapter& c) { return c.start == Position(); }))
        return;

    offered = Offer { startedBefore, desk.store().current() };
    desk.ask (
        { .kind = Prompt::Kind::episodeStart,
          .text = tr ("The episode starts at {} of the host\u2019s timeline; the chapters keep their times.",
                      formatTimeFixed (now)),
          .choices = { { tr ("Keep their places on the timeline"),
                         [this]
                         {
                             if (const auto offer = std::exchange (offered, std::nullopt))
                                 keepPlaces (offer->startedBefore);
                         } },
                       { tr ("Leave it"), [this] { offered.reset(); } } } });
}

Position HostTimeline::startOfPlaces() const
{
    return offered ? offered->startedBefore : desk.document().episodeStart;
}

/** Other times, or another start, are not what was asked about. */
void HostTimeline::documentChanged()
{
    if (! offered
        || (offered->about->episodeStart == desk.document().episodeStart
            && std::ranges::equal (
                offered->about->outline.chapters, desk.chapters(), {}, &Chapter::start, &Chapter::start)))
        return;

    offered.reset();
    desk.withdraw (Prompt::Kind::episodeStart);
}

void HostTimeline::setEpisodeStart (Position onHost, Keep keep)
{
    auto next = desk.document();
    const auto later = onHost - next.episodeStart;

    if (keep == Keep::places)
        next = startingAt (std::move (next), onHost);

    next.episodeStart = onHost;
    desk.store().replace (std::move (next), "Episode starts here");
    desk.look (
        [&] (ViewState& v)
        { v.playhead = std::max (Position(), v.playhead - later); }); // the same place on the host's timeline
    desk.say (
        Message::Grade::info,
        desk.chapters().empty() || keep == Keep::places
            ? tr ("The episode starts at {} of the host\u2019s timeline.", formatTimeFixed (onHost))
            : tr ("The episode starts at {} of the host\u2019s timeline; the chapters keep their times.",
                  formatTimeFixed (onHost)));
}

void HostTimeline::take (Document next, std::vector<MarkerLink> kept)
{
    // Ids are given anew whenever a document is read, and the audio's length is known better once it is open.
    auto present = makeDocument (desk.document().outline);
    const auto hasSameAudio =
        next.media && desk.document().media && next.media->path == desk.document().media->path;
    present.media = hasSameAudio || ! next.media ? next.media : desk.document().media;
    present.episodeStart = desk.document().episodeStart;
    present.timedFor = next.timedFor; // comes to light as well, and no edit changes it

    if (present == next)
        return setLinks (translated (std::move (kept), next, desk.document()));

    if (hasSameAudio)
        next.media = desk.document().media;

    if (desk.chapters().empty() && ! desk.store().canUndo())
        desk.store().reset (std::move (next));
    else
        desk.store().replace (std::move (next), "As in the host\u2019s project");

    desk.happened (Desk::Event::documentTaken);
    setLinks (std::move (kept));
    desk.look ([] (ViewState& v) { v.scale = showingAll (v.scale); });
    desk.resumeReview();
}

} // namespace earmark
