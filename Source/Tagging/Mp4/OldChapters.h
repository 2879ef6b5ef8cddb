// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Mp4/Movie.h"

#include <set>

namespace earmark::mp4
{

/** What is known of a movie's tracks once its chapters are out. */
struct OldChapters
{
    std::set<TrackId> going, staying;
    std::vector<Extent> removed;        ///< samples of the tracks that went, and of nobody else; sorted
    std::vector<Extent> stayingSamples; ///< of the others; sorted, joined
};

/** Takes all chapters of anyone out of moov: the tracks that are named as chapters, the references to them, and Nero's lists.
    Fails with Kind::malformed where it is not known which bytes the other tracks use. */
Result<OldChapters> takeChaptersOut (Movie&, std::uint64_t fileSize);

} // namespace earmark::mp4
