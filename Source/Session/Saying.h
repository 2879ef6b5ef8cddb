// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <string>

namespace earmark
{

/** For the foot of the window: what was done, then the first of the notices about it, and how many more there are. */
std::string saidWith (const std::string& done, const Notices&);

} // namespace earmark
