// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace earmark
{

/** What a single cell of a spreadsheet holds, copied with the quotation marks that its line ends make needful: those around all of a text of several lines, also as word processors
    curl them. Inside, straight ones are doubled, and others come in pairs. Nothing where the text is no such cell. */
std::optional<std::string> contentOfOnlyCell (std::string_view text);

} // namespace earmark
