// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace earmark::tests
{

/** Sentences, each once. */
using Said = std::set<std::string>;

/** Those that are still English, or in part, where German is spoken; with what became of them. */
Said untranslated (const Said&);

/** Words of a German sentence that only the English side of the table knows; quotations and addresses may be in any language. */
std::set<std::string> englishWordsIn (std::string_view german);

} // namespace earmark::tests
