// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/ChapterFormat.h"

#include <optional>
#include <string>
#include <string_view>

// A document inside another text, between fences of Markdown, as assistants answer. For the .cpp files of this room only.

namespace earmark
{

struct FencedBlock
{
    std::string text;            ///< what stands between the fences
    std::size_t linesBefore = 0; ///< of the whole text
    std::size_t bytesBefore = 0; ///< of the whole text
    std::string around;          ///< what stands before and behind the fences

    /** Which lines around it hold something. */
    Notices notices;
};

/** Nothing where a text holds none or several (https://spec.commonmark.org/0.31.2/#fenced-code-blocks). */
std::optional<FencedBlock> findFencedBlock (std::string_view text);

/** A place in the block, as the whole text counts its lines and bytes. */
void countFromTop (Place&, const FencedBlock&);

/** The same for all that a reading of the block says; what stands around the block is told, too. */
void countFromTop (OutlineReading&, const FencedBlock&);

} // namespace earmark
