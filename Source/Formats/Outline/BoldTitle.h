// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark::outline
{

struct TitleAndText
{
    std::string title, text;
};

/** What stands behind the time of a line, `rest`, a part of it: where it begins with bold text, that is the title and what follows the text,
    as in "**0:34 Title:** text" and "**0:34** **Title** Text"; else all is the title. */
TitleAndText splitAtEndOfBold (std::string_view line, std::string_view rest);

} // namespace earmark::outline
