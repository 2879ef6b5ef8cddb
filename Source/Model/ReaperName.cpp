// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/ReaperName.h"

#include "Foundation/Text.h"

#include <algorithm>

namespace earmark
{

namespace
{

bool isDigit (char c)
{
    return c >= '0' && c <= '9';
}

/** A command's number, or its name, which begins with an underscore. */
bool isCommand (std::string_view word)
{
    return word.starts_with ('_') ? word.size() > 1 : ! word.empty() && std::ranges::all_of (word, isDigit);
}

bool isAction (std::string_view name)
{
    if (! name.starts_with ('!'))
        return false;

    const auto first = trim (name.substr (1));
    return isCommand (first.substr (0, first.find_first_of (" \t")));
}

} // namespace

ReaperName readReaperName (std::string_view name)
{
    using Kind = ReaperName::Kind;
    constexpr std::string_view chapter = "CHAP=";
    name = trim (name);

    if (equalsIgnoringCase (name.substr (0, chapter.size()), chapter))
        return { Kind::prefixed, std::string (trim (name.substr (chapter.size()))) };

    if (name.size() > 1 && name[0] == '#' && name[1] != '#' && ! isDigit (name[1]))
        return { Kind::prefixed, std::string (trim (name.substr (1))) };

    const auto kind = isAction (name) ? Kind::action
                      : equalsIgnoringCase (name, "=START") || equalsIgnoringCase (name, "=END")
                          ? Kind::bound
                          : Kind::title;
    return { kind, std::string (name) };
}

std::string reaperNameOf (std::string_view title)
{
    const auto isItself = readReaperName (title).kind == ReaperName::Kind::title;
    return (isItself ? "" : "CHAP=") + std::string (title);
}

} // namespace earmark
