// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/SafeReplace.h"

namespace earmark
{

/** Writes the edited file into an empty one: with shared blocks where the file system has them, else through a buffer. Asks for
    the room first, so that a full disk is known before anything is copied. `source` is the descriptor of the table's source. */
Result<void> copyInto (int draft, const PieceTable&, int source, const ReplaceOptions&);

} // namespace earmark
