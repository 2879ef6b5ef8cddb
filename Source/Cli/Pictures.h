// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Imaging/OutlinePictures.h"

#include <CLI/CLI.hpp>

namespace earmark::cli
{

void addPicturesOption (CLI::App&, PictureFit&);

} // namespace earmark::cli
