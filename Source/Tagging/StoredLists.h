// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"

// Lists of chapters in files, compared.

namespace earmark
{

/** Whether two forms of a list mean the same chapter: each rounds in its own way, and some cut titles. */
bool isSameChapter (const Chapter&, const Chapter&);

/** How many chapters of a file are in none of the lists that are written over its own, not even at another time; of the list that loses most. */
std::size_t countReplaced (const std::vector<StoredList>& old, const std::vector<StoredList>& written);

} // namespace earmark
