// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Outline/OutlineLine.h"

namespace earmark::outline
{

/** Makes the text the line's content: Markdown links as their labels, which the line's links then say more of, and what is
    escaped or written as a character reference, "\[" and "&amp;", as what it means. Linear in the length of the text. */
void takeText (Line&, std::string_view text);

} // namespace earmark::outline
