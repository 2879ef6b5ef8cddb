// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark::outline
{

/** The block of "key: value" (between ---) or "key = value" (between +++) lines with which pages of site generators begin. */
struct FrontMatter
{
    std::size_t lines = 0; ///< with both fences; 0 where there is none
    std::string title;
    std::string date;
};

FrontMatter readFrontMatter (std::string_view text);

} // namespace earmark::outline
