// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Outline.h"

#include <string_view>

namespace earmark
{

/** The ad breaks of an outline as lists for hosts have them: starts alone, called "mid1", "mid2" and so on. */
Outline adBreaksOf (const Outline&);

/** The same, out of a list that Earmark wrote for any of the hosts. What is no ad break of such a list is passed over. */
Outline adBreaksIn (std::string_view text);

} // namespace earmark
