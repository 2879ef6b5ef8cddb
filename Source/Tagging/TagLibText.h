// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <taglib/tstring.h>

#include <string>
#include <string_view>

namespace earmark
{

/** Include it in .cpp files only. */
TagLib::String toTagLib (std::string_view utf8);
std::string fromTagLib (const TagLib::String&);

/** An address in ASCII, as ID3 wants it: what is not ASCII, blank or a control character is percent-encoded. Names of hosts
    outside ASCII stay readable to browsers that way, but not to every player. */
std::string asciiUrl (std::string_view);

} // namespace earmark
