// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"

#include <filesystem>
#include <vector>

namespace earmark::cli
{

/** Whether what was asked for is a folder, there or to be made: "out/". */
bool isFolder (const std::filesystem::path&);

/** The folder that outputs go into. What had to be made of it goes with this object, unless something has come into it. */
class OutputFolder
{
public:
    /** Makes what is missing of it; a dry run only looks whether that could be done. Fails with Kind::notWritable where it cannot. */
    static Result<OutputFolder> prepare (const std::filesystem::path&, bool isDryRun);

    OutputFolder() = default;
    OutputFolder (OutputFolder&&) = default;
    OutputFolder& operator= (OutputFolder&&) = delete;
    ~OutputFolder();

private:
    std::vector<std::filesystem::path> made; ///< the innermost first
};

} // namespace earmark::cli
