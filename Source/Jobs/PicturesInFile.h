// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Imaging/OutlinePictures.h"

#include <filesystem>

namespace earmark
{

/** What is made of pictures for a file where this was asked for: PictureFit::whole becomes PictureFit::alike for one that takes no others,
    such as an M4A; whoever asked for something else gets that. Reads the file's first bytes. */
PictureFit pictureFitIn (const std::filesystem::path& media, PictureFit asked);

} // namespace earmark
