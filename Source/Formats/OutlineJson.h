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

/** The versions of Earmark's JSON. Whoever knows only the plain one would take a reference to a picture for an address. */
inline constexpr int plainVersion = 1, versionWithPictureList = 2;

/** Before the number, from 0, of a picture in "pictures", where an "image" or "cover" refers to it: the JSON pointer to it as the fragment
    of an address (RFC 6901, section 6). */
inline constexpr std::string_view pictureReference = "#/pictures/";

/** The "episode" and "chapters" of Earmark's JSON, as `import --json` and `show --json` print them. Times are whole milliseconds, rounded to
    nearest; a time that is no whole millisecond has its exact value beside it as "start_ns" or "end_ns". Null where absent. An embedded
    picture is a data: URL. Where all of them together are larger than a document may be, it is toJsonWithPictureList().

    Include it in .cpp files only. */
nlohmann::ordered_json toJson (const Outline&);

/** The same as the document format `earmark-json` has it, with its version as "earmark": a picture that several places hold stands once, in
    "pictures", which is there only where there is such a picture. */
nlohmann::ordered_json toJsonWithPictureList (const Outline&);

/** The "audio" of a project file, with the path as it is given. */
nlohmann::ordered_json toJson (const MediaReference&);

/** The "timed_for" of a project file. Pauses are text, since they are many: "12310-13050 15200-15480", in milliseconds. */
nlohmann::ordered_json toJson (const TimedFor&);

} // namespace earmark
