// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Text.h"
#include "Model/Project.h"

#include <algorithm>
#include <string>
#include <string_view>

// What a path's text tells without asking the system; UTF-8, with slashes of either kind.

namespace earmark
{

/** What is behind the last slash. */
inline std::string fileNameOf (const std::string& path)
{
    const auto slash = path.find_last_of ("/\\");
    return slash == std::string::npos ? path : path.substr (slash + 1);
}

/** What is before the last slash; empty without one. */
inline std::string folderOf (const std::string& path)
{
    const auto slash = path.find_last_of ("/\\");
    return slash == std::string::npos ? std::string() : path.substr (0, std::max<std::size_t> (slash, 1));
}

/** A project's name as people say it: without its folder and suffix. */
inline std::string projectNameOf (const std::string& path)
{
    const auto name = fileNameOf (path);
    const auto own = name.rfind (projectSuffix);
    const auto end = own != std::string::npos ? own : name.rfind ('.');
    return end == 0 ? name : name.substr (0, end);
}

/** The name as every system allows it for a file, with dashes for what some do not. */
std::string legalFileName (std::string name);

/** The file that a copied text names, as file managers copy it: a "file://" address, or a whole path, of which the first counts; empty
    where it is another text. */
std::string pathIn (std::string_view copied);

/** The web address that somebody types: "example.org/lamp" gets its https://, all else is as it is. */
std::string webAddressIn (std::string_view typed);

inline bool isProject (const std::string& path)
{
    return toLowerAscii (path).ends_with (projectSuffix);
}

} // namespace earmark
