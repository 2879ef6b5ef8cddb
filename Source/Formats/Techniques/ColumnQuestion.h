// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Columns.h"
#include "Formats/Techniques/Gathering.h"

namespace earmark
{

/** Asks what the columns of a table hold, as start:1,title:3, with what they are taken for as the default, and takes the answer. What is
    left out of the table's `width` columns is told. */
void askForColumns (Gathering&, Columns&, std::size_t width);

} // namespace earmark
