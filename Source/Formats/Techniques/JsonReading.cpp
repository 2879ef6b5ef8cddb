// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/JsonReading.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace earmark
{

namespace
{

/** Unknown names are told up to here; beyond it a document is hostile rather than rich. */
constexpr std::size_t maxUnread = 100;

constexpr std::int64_t longestInMilliseconds = (maxHours + 1) * 3'600'000;

/** Calls for each character outside of strings and for the mark that opens one, until it is told to stop. */
template <typename Visit>
void visitOutsideStrings (std::string_view text, Visit visit)
{
    bool inString = false;

    for (std::size_t i = 0; i < text.size(); ++i)
    {
        const auto c = text[i];

        if (inString)
        {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        }
        else
        {
            inString = c == '"';

            if (! visit (i, c))
                return;
        }
    }
}

/** By how much a character changes the depth. */
int stepOf (char c)
{
    return c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
}

/** How deep brackets are nested. Looked for beforehand: the parser's own hook for this compares each value of a list with all
    before it. */
int nestingOf (std::string_view text)
{
    int depth = 0;
    int deepest = 0;

    visitOutsideStrings (text,
                         [&] (std::size_t, char c)
                         {
                             depth += stepOf (c);
                             deepest = std::max (deepest, depth);
                             return true;
                         });

    return deepest;
}

std::string join (const std::string& path, const std::string& name)
{
    return path.empty() ? name : path + "." + name;
}

} // namespace

Result<ReadJson> parseJson (std::string_view text)
{
    if (nestingOf (text) > maxJsonNesting)
        return failure (Error::Kind::tooLarge,
                        std::format ("The JSON is nested deeper than {} levels.", maxJsonNesting));

    try
    {
        return ReadJson::parse (text);
    }
    catch (const ReadJson::parse_error& e)
    {
        return failure (Error::Kind::malformed,
                        "The JSON is not complete or not well formed here.",
                        Place::atByte (e.byte > 0 ? e.byte - 1 : 0));
    }
    catch (const ReadJson::exception&)
    {
        return failure (Error::Kind::malformed, "The JSON holds a number that is too large.");
    }
}

bool isMeantAsJson (std::string_view text)
{
    text = trim (text);
    const auto second = text.find_first_not_of (" \t\r\n", 1);

    if (text.empty() || second == std::string_view::npos)
        return false;

    const std::string_view mayFollow = text.front() == '{' ? "\"}" : text.front() == '[' ? "{[\"" : "";

    if (! mayFollow.contains (text[second]))
        return false;

    constexpr std::string_view others = " \t\r\n,:+-.0123456789eEtrufalsn\"";
    int depth = 0;
    bool isOneValue = true;

    visitOutsideStrings (text,
                         [&] (std::size_t at, char c)
                         {
                             const auto step = stepOf (c);
                             isOneValue = (at == 0 || depth > 0) && (step != 0 || others.contains (c));
                             depth += step;
                             return isOneValue;
                         });

    return isOneValue;
}

const ReadJson* memberOf (const ReadJson& object, const char* name)
{
    if (! object.is_object())
        return nullptr;

    const auto found = object.find (name);
    return found == object.end() || found->is_null() ? nullptr : &*found;
}

std::string textOf (const ReadJson& object, const char* name)
{
    const auto* value = memberOf (object, name);

    if (value == nullptr || value->is_structured())
        return {};

    return value->is_string() ? value->get<std::string>() : value->dump();
}

const ReadJson* listOf (const ReadJson& object, const char* name)
{
    const auto* value = memberOf (object, name);
    return value != nullptr && value->is_array() ? value : nullptr;
}

std::string pathOf (std::string_view list, std::size_t index, std::string_view member)
{
    return std::format ("{}[{}]{}{}", list, index, member.empty() ? "" : ".", member);
}

void UnreadNames::look (const ReadJson& object, const std::string& path, Notices& notices)
{
    if (! object.is_object())
        return;

    for (const auto& [name, value] : object.items())
    {
        if (value.is_null() || std::ranges::contains (known, std::string_view (name))
            || std::ranges::contains (told, name) || told.size() > maxUnread)
            continue;

        told.push_back (name);
        notices.push_back ({ Notice::Grade::ignored,
                             std::format ("'{}' is not carried, here and wherever else it stands.", name),
                             { .path = join (path, name) } });
    }
}

//======================================================================================================

std::string Members::text (const char* name)
{
    const auto* value = find (name);

    if (value != nullptr && ! value->is_string())
        complain (name, "text");

    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string {};
}

bool Members::flag (const char* name)
{
    const auto* value = find (name);

    if (value != nullptr && ! value->is_boolean())
        complain (name, "true or false");

    return value != nullptr && value->is_boolean() && value->get<bool>();
}

std::optional<std::int64_t> Members::integer (const char* name)
{
    const auto* value = find (name);

    if (value == nullptr)
        return {};

    constexpr double limit = 9e17; // in nanoseconds far beyond any audio

    if (! value->is_number() || ! (std::abs (value->get<double>()) <= limit))
    {
        complain (name, "a number in range");
        return {};
    }

    return value->is_number_integer() ? value->get<std::int64_t>()
                                      : std::int64_t (std::llround (value->get<double>()));
}

std::optional<Position> Members::time (const char* milliseconds, const char* nanoseconds)
{
    const auto ms = inRange (milliseconds, integer (milliseconds), longestInMilliseconds);
    const auto ns = inRange (nanoseconds, integer (nanoseconds), longestInMilliseconds * 1'000'000);

    if (ns)
        return Position::fromNanoseconds (*ns);

    return ms ? std::optional (Position::fromMilliseconds (*ms)) : std::nullopt;
}

std::vector<std::string> Members::texts (const char* name)
{
    std::vector<std::string> strings;

    if (const auto* list = array (name))
    {
        for (const auto& value : *list)
        {
            if (! value.is_string())
            {
                complain (pathOf (name, strings.size()), "text");
                break;
            }

            strings.push_back (value.get<std::string>());
        }
    }

    return strings;
}

const ReadJson* Members::array (const char* name)
{
    const auto* value = find (name);

    if (value != nullptr && ! value->is_array())
        complain (name, "a list");

    return value != nullptr && value->is_array() ? value : nullptr;
}

const ReadJson* Members::member (const char* name)
{
    const auto* value = find (name);

    if (value != nullptr && ! value->is_object())
        complain (name, "an object");

    return value != nullptr && value->is_object() ? value : nullptr;
}

void Members::noticeUnread (Notices& notices) const
{
    for (const auto& [name, value] : object.items())
        if (! std::ranges::contains (read, name) && name != "notices")
            notices.push_back ({ Notice::Grade::ignored,
                                 "An entry that Earmark does not know.",
                                 { .path = join (path, name) } });
}

std::optional<std::int64_t>
Members::inRange (const char* name, std::optional<std::int64_t> value, std::int64_t longest)
{
    if (! value || (*value >= 0 && *value <= longest))
        return value;

    complain (name, "a time that audio can have");
    return {};
}

const ReadJson* Members::find (const char* name)
{
    read.emplace_back (name);
    return memberOf (object, name);
}

void Members::complain (const std::string& name, std::string_view wanted)
{
    if (! error)
        error = Error { Error::Kind::malformed,
                        std::format ("'{}' must be {}.", name, wanted),
                        { .path = join (path, name) } };
}

} // namespace earmark
