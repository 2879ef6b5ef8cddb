// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ChapterPlan.h"

#include <string_view>

namespace earmark
{

/** What a kind of file can hold of a chapter besides its start and title. */
struct Carries
{
    bool ends = false;
    bool texts = false; ///< summaries and points
    bool links = false;
    bool pictures = false;
    bool hidden = false;
};

/** Says how many chapters lose what in a kind of file, as in "3 chapters have links; a Matroska file does not hold them." */
Notices lossesOf (const ChapterPlan&, std::string_view kindOfFile, const Carries&);

} // namespace earmark
