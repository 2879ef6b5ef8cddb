// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Pictures.h"

#include <map>
#include <string>

namespace earmark::cli
{

void addPicturesOption (CLI::App& app, PictureFit& fit)
{
    const std::map<std::string, PictureFit> kinds { { "fit", PictureFit::whole },
                                                    { "square", PictureFit::square },
                                                    { "keep", PictureFit::keep } };
    app.add_option (
           "--pictures",
           fit,
           "Chapter pictures: as JPEGs of up to 1400 pixels (fit, default), cut square and all of one "
           "size (square), or as they are (keep)")
        ->transform (CLI::CheckedTransformer (kinds, CLI::ignore_case).description ({}))
        ->type_name ("fit|square|keep");
}

} // namespace earmark::cli
