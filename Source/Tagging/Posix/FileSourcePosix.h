// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"
#include "Tagging/Posix/HeaderCache.h"

#include <sys/stat.h>

namespace earmark
{

struct FileSource::Native
{
    std::filesystem::path path;
    int descriptor = -1;
    struct stat status {}; ///< as it was when the file was opened

    /** Containers are parsed in many small reads: this is what the file holds from `begin` on. */
    struct Ahead
    {
        std::string buffer;
        std::uint64_t begin = 0;
        std::size_t size = 0; ///< of what is in the buffer, in bytes
    };

    mutable Ahead ahead;
    mutable HeaderCache headers;
};

} // namespace earmark
