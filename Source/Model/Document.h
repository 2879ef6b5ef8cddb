// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

namespace earmark
{

/** The audio that the outline belongs to. */
struct MediaReference
{
    std::string path; ///< UTF-8
    Duration length;

    bool operator== (const MediaReference&) const = default;
};

/** Everything that an edit may change and an undo brings back. Kept as shared_ptr<const Document>; a new one is made
    by apply() of Edit.h. */
struct Document
{
    Outline outline;
    std::optional<MediaReference> media;

    /** Where the episode's first sample lies on the host's timeline. */
    Position episodeStart;

    /** Files that the chapters are written into, as UTF-8 paths. */
    std::vector<std::string> targets;

    /** The id that the next new chapter gets. */
    std::uint64_t nextId = 1;

    bool operator== (const Document&) const = default;
};

/** A document of an outline as a reader made it: sorted, every chapter with an id. */
Document makeDocument (Outline);

} // namespace earmark
