// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/XmlReading.h"

#include <string>

// For the .cpp files of this room only.

namespace earmark
{

/** What an item of a feed, RSS or Atom, says in prose, as lines: of its several texts the one with the most chapters, and of those the
    longest. */
std::string descriptionOf (pugi::xml_node item);

} // namespace earmark
