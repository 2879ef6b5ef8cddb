// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Inventory.h"

#include "Foundation/Text.h"

namespace earmark
{

std::string shownName (std::string_view name)
{
    const bool isText = isUtf8 (name);
    std::string shown;

    for (const char c : name)
        if (const auto byte = static_cast<unsigned char> (c); byte < 0x20 || byte == 0x7F)
            shown += '?';
        else
            shown += isText ? std::string (1, c) : toUtf8 (byte);

    return shown;
}

} // namespace earmark
