// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"
#include "Tagging/Mp4/Atom.h"

namespace earmark::mp4
{

inline constexpr std::string_view titleItem = "\251nam", albumItem = "\251alb", artistItem = "\251ART",
                                  coverItem = "covr";

/** Sets title and album as the policy has it, and the cover where there is none; says so in the edit. */
void putEpisode (Atom& moov, const Episode&, EpisodeTags, ContainerEdit&);

} // namespace earmark::mp4
