// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Posix/System.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <linux/fs.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <tuple>
#include <unistd.h>

namespace earmark::system
{

int openNameless (const std::filesystem::path& folder)
{
    const auto file = ::open (folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

    // EISDIR and EINVAL are how old kernels and some file systems say that they cannot.
    if (file < 0 && (errno == EISDIR || errno == EINVAL))
        errno = EOPNOTSUPP;

    return file;
}

bool giveName (int file, const std::filesystem::path& name)
{
    // AT_EMPTY_PATH would need a privilege (open(2)).
    const auto self = std::format ("/proc/self/fd/{}", file);
    return ::linkat (AT_FDCWD, self.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

bool reserve (int file, std::uint64_t size)
{
    // What was reserved has to be marked as written later, a tenth of the time that ext4 takes for a copy. Where twice as much
    // is free nothing is to be feared; a disk that fills up meanwhile, or a quota, is met while copying.
    struct statvfs disk {};

    if (::fstatvfs (file, &disk) == 0 && std::uint64_t (disk.f_bavail) * disk.f_frsize / 2 >= size)
        return true;

    return ::fallocate (file, 0, 0, off_t (size)) == 0;
}

bool canClone (int from, int to, std::uint64_t sizeOfFrom)
{
    return sizeOfFrom >= 2 * cloneBlock && clone (from, 0, cloneBlock, to, 0);
}

bool clone (int from, std::uint64_t offset, std::uint64_t length, int to, std::uint64_t position)
{
    const file_clone_range range {
        .src_fd = from, .src_offset = offset, .src_length = length, .dest_offset = position
    };
    return ::ioctl (to, FICLONERANGE, &range) == 0;
}

void startWriting (int file, std::uint64_t offset, std::uint64_t length)
{
    ::sync_file_range (file, off64_t (offset), off64_t (length), SYNC_FILE_RANGE_WRITE);
}

void forget (int file)
{
    ::posix_fadvise (file, 0, 0, POSIX_FADV_DONTNEED);
}

bool flush (int file)
{
    return ::fsync (file) == 0;
}

void copyAttributes (int from, int to)
{
    std::string names (64u << 10, '\0');
    const auto length = ::flistxattr (from, names.data(), names.size());
    std::string value (64u << 10, '\0');

    // Some name spaces may only be set by the system; what cannot be set is what a copy by hand would lose as well.
    for (std::size_t i = 0; length > 0 && i < std::size_t (length); i += std::strlen (&names[i]) + 1)
        if (const auto size = ::fgetxattr (from, &names[i], value.data(), value.size()); size >= 0)
            std::ignore = ::fsetxattr (to, &names[i], value.data(), std::size_t (size), 0);
}

timespec changeTime (const struct stat& status)
{
    return status.st_mtim;
}

} // namespace earmark::system
