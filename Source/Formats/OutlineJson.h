// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Model/Document.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <string_view>

namespace earmark
{

/** Chapter::Kind as in "kind", by its value. */
inline constexpr std::array<std::string_view, 3> chapterKindNames { "chapter", "ad", "note" };

/** The "episode" and "chapters" of Earmark's JSON: the document format `earmark-json` and what `import --json` and
    `show --json` print. Times are whole milliseconds, rounded to nearest; a time that is no whole millisecond has its exact
    value beside it as "start_ns" or "end_ns". Null where absent. An embedded picture is a data: URL.

    Include it in .cpp files only. */
nlohmann::ordered_json toJson (const Outline&);

/** The "audio" of a project file, with the path as it is given. */
nlohmann::ordered_json toJson (const MediaReference&);

/** The "timed_for" of a project file. Pauses are text, since they are many: "12310-13050 15200-15480", in milliseconds. */
nlohmann::ordered_json toJson (const TimedFor&);

} // namespace earmark
