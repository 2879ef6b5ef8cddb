// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// The texts of YAML (yaml.org/spec/1.2.2, chapters 7 and 8) that stand behind a key or a dash, as libraries write them: plain, in quotation
// marks, or as a block, each over several lines if it is long.

namespace earmark
{

/** Whether the text begins with a quotation mark and does not reach the other one. */
bool isOpenYamlQuote (std::string_view);

/** ">-", "|": the text follows in the lines below. */
bool beginsYamlBlock (std::string_view);

/** What is written, without quotation marks and comment. Line ends in it are blanks, as titles have them. */
std::string yamlScalar (std::string_view);

/** Two lines of one text, which is in quotation marks or not. */
std::string joinedYamlLines (std::string_view above, std::string_view below);

} // namespace earmark
