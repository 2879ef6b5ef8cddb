// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Cli/Inputs.h"

#include <nlohmann/json.hpp>

namespace earmark::cli
{

using Json = nlohmann::ordered_json;

Json toJson (const Notices&);
Json toJson (const std::vector<Question>&);
Json toJson (const Error&);

/** JSON as text, on one line per value, with a final line feed. */
std::string print (const Json&);

/** The chapters as a table for people: start, length, title, and what else each has. */
std::string chapterTable (const Outline&, std::optional<Duration> lengthOfAudio);

/** Show and episode title, where known, each on a line. */
std::string episodeLines (const Episode&);

/** "1 chapter", "15 chapters". */
std::string countOf (std::size_t, std::string_view thing);

} // namespace earmark::cli
