// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace earmark
{

/** A document's own words for a sentence that quotes them: cut between characters, with "…" where more follows. */
std::string quotable (std::string_view text, std::size_t mostBytes = 60);

} // namespace earmark
