// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace earmark::tests
{

/** Words of a German sentence that only the English side of the table knows; quotations and addresses may be in any language. */
std::set<std::string> englishWordsIn (std::string_view german);

using Texts = std::set<std::string>;

/** Those that are still English where German is spoken, whole or in part, with what became of them. */
Texts untranslated (const Texts&);

} // namespace earmark::tests
