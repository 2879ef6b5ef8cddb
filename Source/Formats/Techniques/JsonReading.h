// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Foundation/Time.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// For the .cpp files of this room only: it brings the JSON library with it.

namespace earmark
{

/** The ordered kind would look for each new name among all before it. */
using ReadJson = nlohmann::json;

inline constexpr int maxJsonNesting = 64;

/** Fails with Kind::malformed at a byte, or Kind::tooLarge beyond maxJsonNesting. Linear, and not recursive. */
Result<ReadJson> parseJson (std::string_view text);

/** Whether a text is one value of JSON from its beginning to its end, sound or not: an object, or a list of objects, lists or texts.
    "[0:00] Welcome" is none. Linear. */
bool isMeantAsJson (std::string_view text);

/** Of JSON in which no reader finds chapters. */
inline constexpr std::string_view unknownJson = "It is JSON of a kind that Earmark does not know.";

/** A member of an object; null where there is none, where it is null, or where `object` is none. */
const ReadJson* memberOf (const ReadJson& object, const char* name);

/** A member's text; a number or truth value as it is written; empty for anything else. */
std::string textOf (const ReadJson& object, const char* name);

/** The member as a list; null where it is none. */
const ReadJson* listOf (const ReadJson& object, const char* name);

/** "chapters[3].title" */
std::string pathOf (std::string_view list, std::size_t index, std::string_view member = {});

/** Says of each name that is not among the known ones that it was left out, once for the whole list. */
class UnreadNames
{
public:
    explicit UnreadNames (std::vector<std::string_view> names) : known (std::move (names)) {}

    void look (const ReadJson& object, const std::string& path, Notices&);

private:
    std::vector<std::string_view> known;
    std::vector<std::string> told;
};

//======================================================================================================

/** Reads one object's members strictly, remembering the first that has a wrong type and which were not asked for. */
class Members
{
public:
    Members (const ReadJson& value, std::string where) : object (value), path (std::move (where)) {}

    std::string text (const char* name);
    bool flag (const char* name);
    std::optional<std::int64_t> integer (const char* name);

    /** From whole milliseconds, or the exact value in nanoseconds where that is there. */
    std::optional<Position> time (const char* milliseconds, const char* nanoseconds);

    /** The strings of a list. */
    std::vector<std::string> texts (const char* name);

    const ReadJson* array (const char* name);
    const ReadJson* member (const char* name);

    std::optional<Error> problem() const { return error; }

    void noticeUnread (Notices&) const;

private:
    const ReadJson& object;
    std::string path;
    std::vector<std::string> read;
    std::optional<Error> error;

    std::optional<std::int64_t>
    inRange (const char* name, std::optional<std::int64_t> value, std::int64_t longest);
    const ReadJson* find (const char* name);
    void complain (const std::string& name, std::string_view wanted);
};

} // namespace earmark
