// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"

// The episode's cover on its way into a file that has none.

namespace earmark
{

/** The most that a cover may take: a round number below the 16 MiB that a block of FLAC holds. */
inline constexpr std::size_t maxCoverBytes = 16'000'000;

/** The cover that is to go into a file, if the file has none; nothing where there is none to write, which the notices explain. It is a
    JPEG or a PNG of no more than maxCoverBytes, and its type says which, whatever the episode called it. */
std::optional<EmbeddedImage> coverToWrite (const Episode&, EpisodeTags, Notices&);

/** What is said where a file's own cover is another one, which no policy replaces: it may be one of several pictures, and nobody told which
    of them is meant. */
Notice coverStays (EpisodeTags);

/** Says in an edit that the cover comes into the file, as an inventory item of that name. */
void noteCover (std::string itemName, ContainerEdit&);

/** Whether noteCover() has said it. */
bool addsCover (const ContainerEdit&);

} // namespace earmark
