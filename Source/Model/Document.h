// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <optional>
#include <vector>

namespace earmark
{

/** The audio that the outline belongs to. */
struct MediaReference
{
    std::string path; ///< UTF-8
    Duration length;

    bool operator== (const MediaReference&) const = default;
};

/** The audio for which the chapters have their times. It may be an earlier bounce than the one beside them. */
struct TimedFor
{
    Duration length;
    std::vector<TimeRange> pauses; ///< in order; none where they are not known

    bool operator== (const TimedFor&) const = default;
};

/** What is worked on, as one value. Kept as shared_ptr<const Document>: a change makes another one. An undo brings back
    all of it but the media. */
struct Document
{
    Outline outline;
    std::optional<MediaReference> media;

    /** Where the episode's first sample lies on the host's timeline. */
    Position episodeStart;

    /** The id that the next new chapter gets. */
    std::uint64_t nextId = 1;

    /** As the document was saved or recovered; edits leave it as it is. None: nobody knows. */
    std::optional<TimedFor> timedFor = std::nullopt;

    bool operator== (const Document&) const = default;
};

/** Where a place of the host's timeline lies in the episode: negative for what the host has before it. */
Position toEpisode (const Document&, Position onHost);

/** Where a place of the episode lies on the host's timeline, which begins at zero: what would lie before that is there. */
Position toHost (const Document&, Position inEpisode);

/** With the episode's start elsewhere on the host's timeline and the chapters where they were on it, locked ones, too: a lock
    holds a chapter to what is heard there. A start that lies before the episode's comes to it; a stated end that is not behind
    its start then goes. */
Document startingAt (Document, Position onHost);

/** A document of an outline as a reader made it: sorted, every chapter with an id. */
Document makeDocument (Outline);

} // namespace earmark
