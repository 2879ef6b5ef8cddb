// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"

#include <sys/stat.h>

namespace earmark
{

struct FileSource::Native
{
    std::filesystem::path path;
    int descriptor = -1;
    struct stat status {}; ///< as it was when the file was opened

    // One block of look-ahead: containers are parsed in many small reads.
    mutable std::string block;
    mutable std::uint64_t blockOffset = 0;
};

} // namespace earmark
