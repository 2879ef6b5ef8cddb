// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <filesystem>

// Where the system wants a program's own files. The folders need not exist.

namespace earmark
{

/** For what should outlast a session but is no document: on Linux XDG_STATE_HOME or ~/.local/state. */
std::filesystem::path userStateFolder();

/** For what can be made again: on Linux XDG_CACHE_HOME or ~/.cache. */
std::filesystem::path userCacheFolder();

} // namespace earmark
