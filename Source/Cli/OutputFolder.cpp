// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/OutputFolder.h"

#include <system_error>

namespace earmark::cli
{

namespace fs = std::filesystem;

bool isFolder (const fs::path& output)
{
    std::error_code code;
    return ! output.has_filename() || fs::is_directory (output, code);
}

Result<OutputFolder> OutputFolder::prepare (const fs::path& path, bool isDryRun)
{
    std::error_code code;
    std::vector<fs::path> missing;
    auto there = fs::absolute (path, code);

    if (! there.has_filename()) // "out/"
        there = there.parent_path();

    while (! fs::exists (there, code) && there.has_relative_path())
    {
        missing.push_back (there);
        there = there.parent_path();
    }

    OutputFolder folder;

    if (! isDryRun && ! missing.empty())
    {
        folder.made = std::move (missing);
        fs::create_directories (folder.made.front(), code);
    }

    if (! fs::is_directory (isDryRun ? there : path, code))
        return failure (Error::Kind::notWritable, "It is no folder, and none can be made there.");

    return folder;
}

OutputFolder::~OutputFolder()
{
    std::error_code code;

    for (const auto& folder : made)
        fs::remove (folder, code); // which it refuses where something is inside
}

} // namespace earmark::cli
