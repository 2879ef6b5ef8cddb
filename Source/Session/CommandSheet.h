// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Commands.h"
#include "Session/Keys.h"

#include <string_view>
#include <vector>

namespace earmark
{

/** Commands of one kind, as the sheet of keys lists them. */
struct CommandGroup
{
    std::string_view name;
    std::vector<const Command*> commands;
};

/** What is used most comes first. Of all commands those that have each word of `searched` in their own or their group's words, or in others that
    people have for them, in the language that is spoken, or in the name of a key; a single character is a key, or a word of its own. No empty
    groups. */
std::vector<CommandGroup> commandSheet (std::string_view searched, const KeyMap&);

} // namespace earmark
