// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/JsonReading.h"
#include "Model/Outline.h"

#include <string>
#include <vector>

namespace earmark
{

/** What stands in "pictures" of Earmark's JSON. */
using PictureList = std::vector<Image>;

/** Fails with Kind::malformed and the path of a picture that is no valid base64. */
Result<PictureList> readPictureList (Members&);

/** One of "chapters", at a path such as "chapters[3]". Pictures of the list are referred to as OutlineJson.h says. What is not known is told
    as a notice; fails with Kind::malformed and the path of what cannot be read. */
Result<Chapter> readChapter (const ReadJson&, const std::string& path, const PictureList&, Notices&);

/** The "episode"; as readChapter() otherwise. */
Result<Episode> readEpisode (const ReadJson&, const PictureList&, Notices&);

} // namespace earmark
