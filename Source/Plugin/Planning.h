// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/WritePanel.h"
#include "Tagging/TaggedFile.h"

#include <string>
#include <vector>

namespace earmark
{

/** Plans a write as the window wishes it. Pictures become what pictureFitIn() says. Reads the file, and may decode pictures: not for the
    message thread. */
Result<WritePlan> planAsWished (const std::string& path, const Outline&, const WriteWishes&);

/** Title and album that the file has of its own, where they are not the outline's. None of a Matroska file, whose own no write
    replaces. */
std::vector<OtherTag> otherTagsIn (const WritePlan&, const Episode&);

} // namespace earmark
