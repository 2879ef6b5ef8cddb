// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/Posix/Descriptor.h"

#include <filesystem>

namespace earmark
{

/** The file in the making: without a name where the file system can do that, so that a kill leaves nothing behind. */
struct Draft
{
    Descriptor file;
    std::filesystem::path name; ///< empty while it has none

    Draft() = default;
    Draft (Draft&&) = default;
    Draft& operator= (Draft&&) = default;

    ~Draft()
    {
        if (! name.empty())
            ::unlink (name.c_str());
    }
};

/** A draft in the folder of a file that it is to replace. Takes over the name that a killed process left behind; fails with
    Kind::conflict while another process writes the same file. */
Result<Draft> openDraft (const std::filesystem::path& destination);

/** Gives the draft its final name, and makes that last. */
Result<void> publish (Draft&, const std::filesystem::path& destination);

} // namespace earmark
