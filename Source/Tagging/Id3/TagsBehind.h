// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Id3/LeadingTag.h"

namespace earmark::id3
{

/** Where the tags at the end begin, which are ID3v1, APEv2 or both; where the file ends if there are none. */
std::uint64_t beginOfTagsBehind (const ByteSource&);

/** Whether an ID3v1 or APEv2 tag at the end says what the file is: a title, an artist, an album or a year. FFmpeg and players that are made
    with it read ID3v1 only while the ID3v2 tag says nothing (`libavformat/mp3dec.c`). */
bool isNamedBehind (const TaggedStream&);

/** Whether the ID3v2 tag says anything of that, in whatever frame of text. */
bool isNamedInFront (const TaggedStream&);

} // namespace earmark::id3
