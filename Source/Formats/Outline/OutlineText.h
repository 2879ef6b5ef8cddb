// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

namespace earmark::outline
{

/** What becomes of the text between two lines that make chapters. */
enum class Body
{
    summaryAndPoints, ///< it belongs to the chapter above it
    surrounding       ///< it is text around the list
};

/** No outline has more lines. */
inline constexpr std::size_t maxOutlineLines = 2'000'000;

/** Fails with Kind::tooLarge where a text has more than maxOutlineLines. */
Result<void> checkLineCount (std::string_view text);

/** How a text is built, for the formats that decide whether it is theirs. */
struct Shape
{
    std::size_t chapters = 0; ///< lines that make one
    std::size_t ranges = 0;   ///< of these, with an end
    std::size_t alone = 0;    ///< of these, with the title on another line
    std::size_t bodies = 0;   ///< of these, followed by text or bullets before the next
    std::size_t points =
        0; ///< of these, with bullets below them, which are not of the list itself, and nothing else
};

/** Looks at the first quarter of a megabyte that holds a list. */
Shape shapeOf (std::string_view text);

/** Reads chapters out of text as people copy it. Every line becomes a chapter, part of one, show or episode title, part of
    the episode's description, or a notice. Fails with Kind::empty or tooLarge. */
Result<OutlineReading> readOutlineText (std::string_view text, Body, const ReadOptions&);

} // namespace earmark::outline
