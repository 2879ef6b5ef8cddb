// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/UserFolders.h"

#include <cstdlib>
#include <system_error>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

fs::path variable (const char* name)
{
    const auto* value = std::getenv (name);
    return value == nullptr ? fs::path() : fs::path (value);
}

#if ! defined(_WIN32) && ! defined(__APPLE__)
/** The variable's folder, else one below the home folder (XDG Base Directory Specification 0.8). */
fs::path xdg (const char* name, const fs::path& below)
{
    const auto given = variable (name);

    if (given.is_absolute())
        return given / "earmark";

    // Services may have no home; a relative path would litter wherever they happen to run.
    std::error_code code;
    const auto home = variable ("HOME");
    return (home.empty() ? fs::temp_directory_path (code) : home / below) / "earmark";
}
#endif

} // namespace

fs::path userStateFolder()
{
#if defined(_WIN32)
    return variable ("LOCALAPPDATA") / "Earmark";
#elif defined(__APPLE__)
    return variable ("HOME") / "Library" / "Application Support" / "Earmark";
#else
    return xdg ("XDG_STATE_HOME", fs::path (".local") / "state");
#endif
}

fs::path userCacheFolder()
{
#if defined(_WIN32)
    return variable ("LOCALAPPDATA") / "Earmark" / "Cache";
#elif defined(__APPLE__)
    return variable ("HOME") / "Library" / "Caches" / "Earmark";
#else
    return xdg ("XDG_CACHE_HOME", ".cache");
#endif
}

} // namespace earmark
