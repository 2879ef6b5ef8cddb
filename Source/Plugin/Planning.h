// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/WritePanel.h"
#include "Tagging/TaggedFile.h"

#include <string>

namespace earmark
{

/** Plans a write as the window wishes it. Pictures become what pictureFitIn() says. Reads the file, and may decode pictures: not for the
    message thread. */
Result<WritePlan> planAsWished (const std::string& path, const Outline&, const WriteWishes&);

} // namespace earmark
