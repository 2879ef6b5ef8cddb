// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"
#include "Tagging/PlayerViews/PlayerView.h"

// An ID3 tag's bytes as simple readers see them: no unsynchronisation is undone, nothing is checked.

namespace earmark::views
{

struct TagBytes
{
    int version = 0; ///< 0: there is no tag
    std::string body;
};

/** The tag in front of a file. */
TagBytes leadingTag (const ByteSource&);

struct Frame
{
    std::string_view id;
    std::string_view body; ///< cut off where the size says more than there is
};

/** Frames up to the first zero, with sizes of seven bits a byte from v2.4 on. */
std::vector<Frame> framesOf (std::string_view, int version);

struct ChapterBody
{
    std::string_view whole, id;
    std::uint32_t start = 0, end = 0;
    std::string_view frames;
};

/** None where it is cut off. */
std::optional<ChapterBody> chapterOf (std::string_view frameBody);

/** All chapters of a tag, in its order. */
std::vector<ChapterBody> chaptersOf (const TagBytes&);

/** How strict a reader is with encoding 0. */
enum class Zero
{
    latin1,
    ascii
};

/** Text without its byte for the encoding; none where it does not follow that encoding. */
std::optional<std::string> decode (std::string_view, std::uint8_t encoding, Zero = Zero::latin1);

/** A text frame's body as a string up to its first zero. */
std::optional<std::string> textOf (std::string_view body);

/** "%41" as "A"; with plusses as spaces for readers that take an address for a form. */
std::string percentDecoded (std::string_view, bool plusIsSpace);

/** The address in a WXXX frame, behind its description; none where that does not end. */
std::optional<std::string_view> addressOf (std::string_view body);

void sortByStart (std::vector<ShownChapter>&);

} // namespace earmark::views
