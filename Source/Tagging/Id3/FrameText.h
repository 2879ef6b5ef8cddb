// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text in the frames of ID3v2, in its four encodings, as v2.3 can hold it.

namespace earmark::id3
{

/** The text encodings of ID3v2; v2.3 has the first two. */
enum Encoding : char
{
    latin1 = 0,
    utf16 = 1,
    utf16be = 2,
    utf8 = 3
};

/** Whether the frame's text is in an encoding that v2.3 does not know. */
bool needsNewEncoding (std::string_view body);

std::string_view terminator (char encoding);

/** Where the text that begins at `from` ends: at its terminator, or at the end. */
std::size_t endOfText (std::string_view body, std::size_t from, char encoding);

/** Any of the encodings but Latin-1 as UTF-16 little-endian, with the byte order mark that v2.3 wants. */
std::string toUtf16WithMark (std::string_view text, char encoding);

/** A text field without its terminator in the encoding that the new frame has: Latin-1 stays. */
std::string recode (std::string_view text, char from);

/** The values from `first` on as one text: v2.3 joins several by a slash. */
std::string joined (const std::vector<std::string_view>& values, std::size_t first, char encoding);

/** The texts from `at` on; v2.4 separates several values by a terminator. */
std::vector<std::string_view> valuesOf (std::string_view body, std::size_t at, char encoding);

/** Without what is not ASCII. */
std::string asciiOf (std::string_view text, char encoding);

} // namespace earmark::id3
