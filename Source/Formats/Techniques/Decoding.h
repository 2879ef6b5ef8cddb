// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include <optional>
#include <string>
#include <string_view>

namespace earmark
{

struct DecodedDocument
{
    DecodedText text;

    /** "encoding", where it had to be guessed. */
    std::vector<Question> questions;

    bool isConverted = false; ///< the lines are not those of the bytes
};

/** A document's text: what rich text (RTF) shows, else the bytes in the encoding that the answer "encoding" names, else by byte order mark, by the XML declaration, as
    UTF-8 or UTF-16, and as a last guess in the legacy character set that its letters suggest, with a warning and a question.
    Fails as decodeText() does, and with Kind::wrongUsage for the name of an encoding that does not exist. */
Result<DecodedDocument> decodeDocument (std::string_view bytes, const Answers&);

/** Bytes in an encoding that iconv knows by this name, what they do not have replaced by U+FFFD. Nothing where there is no such encoding. */
std::optional<std::string> decodeAsNamed (std::string_view bytes, const std::string& encoding);

/** The text of a field in a format that states no encoding, such as MIDI: UTF-8 where it is that, else Windows-1252. */
std::string decodeField (std::string_view bytes);

} // namespace earmark
