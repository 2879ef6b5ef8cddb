// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string_view>

namespace earmark
{

/** What HTML calls by that name, without "&" and ";": é for "eacute". Empty for a name that it or this table does not know. */
std::string_view namedCharacter (std::string_view name);

} // namespace earmark
