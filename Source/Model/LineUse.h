// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace earmark
{

/** What a reader made of one line of a text. */
struct LineUse
{
    enum class Kind
    {
        none,         ///< nothing: a notice says why, unless there was nothing in it
        episode,      ///< its title, show or description
        chapterStart, ///< a time, perhaps with the title
        title,        ///< of a chapter whose time stands elsewhere
        summary,
        point
    };

    std::string text;
    Kind kind = Kind::none;
    std::size_t chapter = 0; ///< counted from 1; 0: of none

    /** What it has put into the episode, or a chapter's summary or points, word for word; empty in a summary: the chapter's picture. */
    std::string words {};

    bool operator== (const LineUse&) const = default;
};

} // namespace earmark
