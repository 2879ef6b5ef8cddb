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

bool startsWith (std::string_view name, std::string_view prefix)
{
    return equalsIgnoringCase (name.substr (0, prefix.size()), prefix);
}

/** Source: ultraschall_functions_Markers_Module.lua of Ultraschall's API. It takes all that begins with "_Edit" for an edit; a longer
    word is a title here. */
bool isRemark (std::string_view name)
{
    constexpr std::string_view edit = "_Edit";
    const auto behindEdit = name.substr (std::min (edit.size(), name.size()));
    return (startsWith (name, edit) && (behindEdit.empty() || behindEdit[0] == ':' || behindEdit[0] == ' '))
           || startsWith (name, "_Shownote:") || startsWith (name, "_PodRange:");
}

} // namespace

ReaperName readReaperName (std::string_view name)
{
    using Kind = ReaperName::Kind;
    constexpr std::string_view chapter = "CHAP=", planned = "_Planned:";
    name = trim (name);

    if (startsWith (name, planned))
        return { Kind::planned, std::string (trim (name.substr (planned.size()))) };

    if (startsWith (name, chapter))
        return { Kind::prefixed, std::string (trim (name.substr (chapter.size()))) };

    if (name.size() > 1 && name[0] == '#' && name[1] != '#' && ! isDigit (name[1]))
        return { Kind::prefixed, std::string (trim (name.substr (1))) };

    const auto kind = isAction (name)   ? Kind::action
                      : isRemark (name) ? Kind::remark
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
