// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Pictures.h"

#include "Cli/Choices.h"

namespace earmark::cli
{

void addPicturesOption (CLI::App& app, PictureFit& fit)
{
    addChoice<PictureFit> (
        app,
        "--pictures",
        fit,
        { { "fit", PictureFit::whole }, { "square", PictureFit::square }, { "keep", PictureFit::keep } },
        "Chapter pictures: as JPEGs of up to 1400 pixels (fit, default; squares of one size for an M4A where "
        "they differ), cut square and all of one size (square), or as they are (keep)");
}

} // namespace earmark::cli
