// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/TagLibText.h"

#include "Foundation/Text.h"

#include <format>

namespace earmark
{

TagLib::String toTagLib (std::string_view utf8)
{
    return { std::string (utf8), TagLib::String::UTF8 };
}

std::string fromTagLib (const TagLib::String& text)
{
    // Texts that end with a terminator are legal, and text from damaged files need not be well-formed.
    auto utf8 = toValidUtf8 (text.to8Bit (true));
    utf8.resize (std::min (utf8.size(), utf8.find ('\0')));
    return utf8;
}

std::string asciiUrl (std::string_view url)
{
    std::string ascii;

    for (const char c : url)
    {
        const auto byte = static_cast<unsigned char> (c);

        if (byte > 0x20 && byte < 0x7F)
            ascii += c;
        else
            ascii += std::format ("%{:02X}", byte);
    }

    return ascii;
}

} // namespace earmark
