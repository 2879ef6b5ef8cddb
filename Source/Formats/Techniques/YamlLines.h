// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/YamlScalar.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Of YAML (yaml.org/spec/1.2.2) the lines that lists of simple things are written in: keys with values, and items behind dashes.

namespace earmark
{

/** "title: Welcome" */
struct YamlPair
{
    std::string_view key; ///< empty where the text is none
    std::string_view written;

    std::string value() const { return yamlScalar (written); }
};

YamlPair yamlPair (std::string_view);

struct YamlLine
{
    std::size_t number = 0; ///< counted from 1
    std::size_t indent = 0;
    std::string text; ///< trimmed; with the lines below that go on with its value

    bool beginsItem() const { return text == "-" || text.starts_with ("- "); }

    /** Behind the dash. */
    std::string_view item() const;
};

/** Without blank lines and comments. Lines that go on with a long text, which may be plain, in quotation marks or a block ("|", ">-"), are
    joined with the one where it begins. The number of the first line is that of its place in the document. */
std::vector<YamlLine> yamlLines (std::span<const std::string_view>, std::size_t firstNumber);

} // namespace earmark
