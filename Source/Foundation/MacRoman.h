// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// The legacy encoding of Apple's Western systems, which old documents and markers of AIFF files have.

namespace earmark
{

/** Whether letters and quotes of Mac Roman are likelier than those that Windows-1252 has for the same bytes: its curly quotes, dashes and
    ellipsis are accented capitals there. The bytes are no UTF-8. */
bool looksLikeMacRoman (std::string_view bytes);

/** As UTF-8. */
std::string fromMacRoman (std::string_view bytes);

} // namespace earmark
