// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Edit.h"

#include <string>

// What is typed about a chapter, as edits.

namespace earmark
{

/** A time of the episode as people type it, "1:02:03.250". Fails with a sentence for what is none, and for what is below zero. */
Result<Duration> timeTyped (const std::string&);

/** Nothing lets the end follow the next start. Fails as timeTyped() does. */
Result<Edit> editOfEnd (ChapterId, const std::string& typed);

/** Each line is a point, but for blank ones. */
SetField::Points pointsTyped (const std::string&);

/** Without an address there is no link, whatever its text is. */
SetField::LinkTo linkTyped (const std::string& address, const std::string& text);

} // namespace earmark
