// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Session/Workspace.h"

#include <algorithm>
#include <format>
#include <map>

// What moves the playhead: the file that is played, or the host that the plug-in is in.

namespace earmark
{

namespace
{

Position inEpisode (const Document& document, Position onHost)
{
    return std::max (Position(), Position() + (onHost - document.episodeStart));
}

} // namespace

/** A file that is played moves the playhead; else the host does. */
Transport Workspace::listenNow()
{
    auto now = sound && services.transport ? services.transport() : Transport();

    if (isHosted())
    {
        const auto moved = lookAtHost();

        if (! now.playing)
            now = { hosted.playing,
                    moved ? inEpisode (document(), hosted.position) : state.playhead,
                    now.speed };
    }

    if (! document().media && now.position.sinceStart() > state.scale.total)
        updateTotal();

    return now;
}

/** True when the host has moved. While it stands, the playhead is the user's. */
bool Workspace::lookAtHost()
{
    const auto before = hosted;
    hosted = services.host();
    const auto wave = services.captured && ! sound ? services.captured() : captured;
    const auto hasNewWave = wave != captured;

    if (hasNewWave)
    {
        captured = wave;
        waveform = wave ? *wave : PeakMap();
        updateTotal();
    }

    if (hasNewWave || hosted.source != before.source || hosted.playing != before.playing
        || hosted.recording != before.recording)
        tell (Changed::media);

    return hosted.source != HostTransport::Source::nothing
           && (hosted.playing || hosted.source != before.source || hosted.position != before.position);
}

/** How far the host has come, in whole minutes, so that the scale seldom changes while it goes on. */
Duration Workspace::reachOfHost() const
{
    if (! isHosted() || hosted.source == HostTransport::Source::nothing)
        return {};

    auto end = hosted.position;

    if (captured && captured->sampleRate > 0)
        end = std::max (end, Position (Duration::fromSamples (captured->length, captured->sampleRate)));

    const auto reached = inEpisode (document(), end).nanoseconds();
    constexpr std::int64_t minute = 60'000'000'000;
    return Duration::fromNanoseconds ((reached / minute + 1) * minute);
}

Position Workspace::startOfPeaks() const
{
    return sound ? Position() : Position() - document().episodeStart.sinceStart();
}

void Workspace::setEpisodeStart (Position onHost)
{
    auto next = document();
    const auto later = onHost - next.episodeStart;
    next.episodeStart = onHost;
    documentStore.replace (std::move (next), "Episode starts here");
    look (
        [&] (ViewState& v)
        { v.playhead = std::max (Position(), v.playhead - later); }); // the same place on the host's timeline
    say (Message::Grade::info,
         chapters().empty()
             ? tr ("The episode starts at {} of the host\u2019s timeline.", formatTimeFixed (onHost))
             : tr ("The episode starts at {} of the host\u2019s timeline; the chapters keep their times.",
                   formatTimeFixed (onHost)));
}

namespace
{

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

void Workspace::takeFromHost (Document next, std::vector<MarkerLink> kept)
{
    // Ids are given anew whenever a document is read, and the audio's length is known better once it is open.
    auto present = makeDocument (document().outline);
    const auto hasSameAudio = next.media && document().media && next.media->path == document().media->path;
    present.media = hasSameAudio || ! next.media ? next.media : document().media;
    present.episodeStart = document().episodeStart;
    present.targets = document().targets;

    if (present == next)
        return setLinks (translated (std::move (kept), next, document()));

    if (chapters().empty() && ! documentStore.canUndo())
        documentStore.reset (std::move (next));
    else
        documentStore.replace (std::move (next), "As in the host\u2019s project");

    setLinks (std::move (kept));
    look ([] (ViewState& v) { v.scale = showingAll (v.scale); });
    resumeReview();
}

} // namespace earmark
