// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Quoting.h"

#include "Foundation/Text.h"

namespace earmark
{

std::string quotable (std::string_view text, std::size_t mostBytes)
{
    const auto shown = truncateUtf8 (text, mostBytes);
    return shown.size() == text.size() ? std::string (text) : std::string (trim (shown)) + "…";
}

} // namespace earmark
