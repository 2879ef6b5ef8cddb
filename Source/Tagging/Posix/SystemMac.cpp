// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Posix/System.h"

#include <cerrno>
#include <copyfile.h>
#include <fcntl.h>
#include <unistd.h>

namespace earmark::system
{

int openNameless (const std::filesystem::path&)
{
    errno = EOPNOTSUPP;
    return -1;
}

bool giveName (int, const std::filesystem::path&)
{
    errno = EOPNOTSUPP;
    return false;
}

bool reserve (int file, std::uint64_t size)
{
    fstore_t store { .fst_flags = F_ALLOCATEALL,
                     .fst_posmode = F_PEOFPOSMODE,
                     .fst_offset = 0,
                     .fst_length = off_t (size),
                     .fst_bytesalloc = 0 };
    return ::fcntl (file, F_PREALLOCATE, &store) != -1;
}

/** APFS clones whole files only (clonefile(2)). */
bool canClone (int, int, std::uint64_t)
{
    return false;
}

bool clone (int, std::uint64_t, std::uint64_t, int, std::uint64_t)
{
    errno = EOPNOTSUPP;
    return false;
}

void startWriting (int, std::uint64_t, std::uint64_t) {}

void forget (int) {}

bool flush (int file)
{
    // fsync() there leaves the bytes in the cache of the disk (fsync(2)); not every file system can do more.
    return ::fcntl (file, F_FULLFSYNC) == 0 || ::fsync (file) == 0;
}

void copyAttributes (int from, int to)
{
    ::fcopyfile (from, to, nullptr, COPYFILE_XATTR | COPYFILE_ACL);
}

timespec changeTime (const struct stat& status)
{
    return status.st_mtimespec;
}

} // namespace earmark::system
