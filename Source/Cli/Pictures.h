// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Imaging/OutlinePictures.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace earmark::cli
{

void addPicturesOption (CLI::App&, PictureFit&);

/** Reads the pictures that the outline names as files in `folder` or below it, by relative paths. Web addresses stay as they are, and
    so does a path that leads out of the folder: an outline from elsewhere must not pick up what lies around on this machine. */
void loadPictures (Outline&, const std::filesystem::path& folder, Notices&);

} // namespace earmark::cli
