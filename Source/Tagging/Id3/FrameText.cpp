// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/FrameText.h"

#include "Foundation/Text.h"

#include <algorithm>

namespace earmark::id3
{

std::string toUtf16WithMark (std::string_view text, char encoding)
{
    std::string units ("\xFF\xFE");

    if (encoding == utf16 || encoding == utf16be)
    {
        const bool hasMark =
            encoding == utf16 && (text.starts_with ("\xFF\xFE") || text.starts_with ("\xFE\xFF"));
        const bool bigEndian = encoding == utf16be || text.starts_with ("\xFE\xFF");

        for (std::size_t i = hasMark ? 2 : 0; i + 1 < text.size(); i += 2)
        {
            units += text[i + (bigEndian ? 1 : 0)];
            units += text[i + (bigEndian ? 0 : 1)];
        }

        return units;
    }

    for (std::size_t i = 0; i < text.size();)
    {
        const auto [c, size] = codePointAt (text, i);
        i += size;

        const auto put = [&] (char32_t unit)
        {
            units += char (unit & 0xFF);
            units += char (unit >> 8 & 0xFF);
        };

        if (c < 0x10000)
        {
            put (c);
        }
        else
        {
            put (0xD800 + ((c - 0x10000) >> 10));
            put (0xDC00 + ((c - 0x10000) & 0x3FF));
        }
    }

    return units;
}

bool needsNewEncoding (std::string_view body)
{
    return ! body.empty() && (body[0] == utf16be || body[0] == utf8);
}

std::string_view terminator (char encoding)
{
    return encoding == utf16 || encoding == utf16be ? std::string_view ("\0\0", 2)
                                                    : std::string_view ("\0", 1);
}

std::size_t endOfText (std::string_view body, std::size_t from, char encoding)
{
    const auto mark = terminator (encoding);

    for (auto i = from; i + mark.size() <= body.size(); i += mark.size())
        if (body.substr (i, mark.size()) == mark)
            return i;

    return body.size();
}

std::string recode (std::string_view text, char from)
{
    return from == latin1 ? std::string (text) : toUtf16WithMark (text, from);
}

std::string joined (const std::vector<std::string_view>& values, std::size_t first, char encoding)
{
    std::string text = recode (first < values.size() ? values[first] : std::string_view {}, encoding);

    // Within one text there is one byte order mark.
    for (auto i = first + 1; i < values.size(); ++i)
        text += encoding == latin1
                    ? "/" + std::string (values[i])
                    : std::string ("/\0", 2) + toUtf16WithMark (values[i], encoding).substr (2);

    return text;
}

std::vector<std::string_view> valuesOf (std::string_view body, std::size_t at, char encoding)
{
    std::vector<std::string_view> values;

    while (at < body.size() || values.empty())
    {
        const auto end = endOfText (body, at, encoding);
        values.push_back (body.substr (std::min (at, body.size()), end - std::min (at, end)));
        at = end + terminator (encoding).size();
    }

    return values;
}

std::string asciiOf (std::string_view text, char encoding)
{
    std::string ascii;

    for (const char c : text)
        if (c >= 0x20 && (encoding != utf16 || c > 0))
            ascii += c;

    return ascii;
}

} // namespace earmark::id3
