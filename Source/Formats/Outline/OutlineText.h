// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"
#include "Formats/Outline/Shape.h"

namespace earmark::outline
{

/** What becomes of the text between two lines that make chapters. */
enum class Body
{
    summaryAndPoints, ///< it belongs to the chapter above it, but for what a page says of itself
    ofShow,           ///< it belongs to the chapter above it, all of it in the show's own words
    surrounding       ///< it is text around the list
};

/** No outline has more lines. */
inline constexpr std::size_t maxOutlineLines = 2'000'000;

/** Fails with Kind::tooLarge where a text has more than maxOutlineLines. */
Result<void> checkLineCount (std::string_view text);

/** Looks at the first quarter of a megabyte that holds a list. */
Shape shapeOf (std::string_view text);

/** Reads chapters out of text as people copy it. Every line becomes a chapter, part of one, show or episode title, part of
    the episode's description, or a notice. Fails with Kind::empty or tooLarge. */
Result<OutlineReading> readOutlineText (std::string_view text, Body, const ReadOptions&);

} // namespace earmark::outline
