// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace earmark
{

class Workspace;

/** Something that the user can do by a key, a button or a menu. */
struct Command
{
    std::string_view id, group, label;
    std::vector<std::string_view> keys; ///< as parseKey() reads them

    /** Without arguments beyond the workspace; false also hides it from keys, so that two commands may share one. */
    bool (*isEnabled) (const Workspace&);
    void (*run) (Workspace&);

    /** Inside a host its key goes to the host, which has a use for it: unless the command is to play that host, since not every host
        gets the keys that are left to it. */
    bool keyIsHosts = false;
};

/** THE table. Where two enabled ones have the same key, the first wins. */
std::span<const Command> commands();

/** Null for an unknown id. */
const Command* findCommand (std::string_view id);

/** Whether its key means it now, here. */
bool answersKey (const Workspace&, const Command&);

/** Runs it if it is enabled. */
bool run (Workspace&, std::string_view id);

} // namespace earmark
