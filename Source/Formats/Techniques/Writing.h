// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <string>

// What most writers share.

namespace earmark
{

/** A title for a format whose titles are one line. */
std::string oneLine (std::string_view);

/** The end to write where a format wants one for every chapter: that of rangeOf(), and a millisecond behind the start where
    nothing says how long the chapter is. */
Position writtenEnd (const Outline&, std::size_t index);

/** The address of a picture that is not embedded; empty otherwise. */
std::string imageAddress (const Chapter&);

} // namespace earmark
