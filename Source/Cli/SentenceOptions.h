// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace earmark::cli
{

/** What formats, containers and rules say names no options, since the window says it as well: here the one is added that does what the
    sentence speaks of, as in "… another project can be chosen (--set project=N)." */
std::string withOption (std::string_view sentence);

} // namespace earmark::cli
