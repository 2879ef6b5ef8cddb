// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/Columns.h"

#include <cstdint>
#include <optional>
#include <string_view>

// What the words of a table's header mean.

namespace earmark
{

/** How surely a word names what a column holds, where several do. */
enum class HeadingWeight : std::uint8_t
{
    weak,  ///< as likely the number of a row: the "chapter" or "position" beside a "name" or a "start"
    usual, ///< "name", "start"
    sure   ///< "title"
};

struct Heading
{
    std::optional<MarkerColumn> column = {};
    NumberUnit unit = NumberUnit::seconds;
    HeadingWeight weight = HeadingWeight::weak;
};

/** In the languages of HeaderWords.cpp. "start_ms", "Start (ms)" and "startms" are one; a unit behind a
    word that is none of ours must be a word of its own, so that "Films" count nothing. */
Heading headingOf (std::string_view cell);

} // namespace earmark
