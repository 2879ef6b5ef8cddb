// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Language/Language.h"

#include <cstdint>
#include <format>

// Sentences are written in English where they are needed, in full, and found in the table of the language that is spoken. What has no
// row is said in English. Placeholders are std::format's; a translation numbers them where it needs another order: "{1} of {0}".

namespace earmark
{

/** A word or a sentence. */
std::string tr (std::string_view english);

/** A sentence with values in it. */
template <class First, class... Rest>
std::string
tr (std::format_string<const First&, const Rest&...> english, const First& first, const Rest&... rest)
{
    return std::vformat (tr (english.get()), std::make_format_args (first, rest...));
}

/** A sentence about so many things; the count is the first of its values. */
template <class... Rest>
std::string tr (std::size_t count,
                std::format_string<const std::size_t&, const Rest&...> one,
                std::format_string<const std::size_t&, const Rest&...> many,
                const Rest&... rest)
{
    // English and German have the same two forms.
    return tr (count == 1 ? one : many, count, rest...);
}

/** What a room has made that speaks English only: a sentence or several, or a name. Each is found as it is, or by the row that it was made of.
    Values in it are translated, too, where they have rows, but for quotations. Where there is no row, it stays English. */
std::string trMade (std::string_view english);

} // namespace earmark
