// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"

#include <filesystem>

namespace earmark
{

/** Reads the pictures that the outline names as files in `folder` or below it, by relative paths; a warning tells of each that cannot be
    read, which stays an address. Web addresses stay as they are, and so does a path that leads out of the folder: an outline from
    elsewhere must not pick up what lies around on this machine. An empty folder is the current one. Any thread. */
void loadPictures (Outline&, const std::filesystem::path& folder, Notices&);

} // namespace earmark
