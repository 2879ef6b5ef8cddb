// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// The texts of YAML (yaml.org/spec/1.2.2, chapter 7) that stand behind a key or a dash, plain or in quotation marks.

namespace earmark
{

/** Whether the quotation mark stands in the text that ends one; it is not behind a backslash, nor doubled, as a mark means itself. */
bool closesYamlQuote (std::string_view, char quote);

/** What is written, without quotation marks and comment. Line ends in it are blanks, as titles have them. */
std::string yamlScalar (std::string_view);

} // namespace earmark
