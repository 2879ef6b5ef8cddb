// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Projects/FileLock.h"

#ifdef _WIN32
    #include <windows.h>
#else
    #include <fcntl.h>
    #include <sys/file.h>
    #include <unistd.h>
#endif

namespace earmark
{

#ifdef _WIN32

std::unique_ptr<FileLock> FileLock::tryToHold (const std::filesystem::path& path)
{
    // Shared with nobody: a second opening fails.
    const auto file =
        ::CreateFileW (path.c_str(), GENERIC_WRITE, 0, nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr);
    return file == INVALID_HANDLE_VALUE
               ? nullptr
               : std::unique_ptr<FileLock> (new FileLock (reinterpret_cast<std::intptr_t> (file)));
}

FileLock::~FileLock()
{
    ::CloseHandle (reinterpret_cast<HANDLE> (handle));
}

#else

std::unique_ptr<FileLock> FileLock::tryToHold (const std::filesystem::path& path)
{
    const auto file = ::open (path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (file < 0)
        return nullptr;

    // Not fcntl's locks: those are the process's, and go when any descriptor of the file is closed.
    if (::flock (file, LOCK_EX | LOCK_NB) != 0)
    {
        ::close (file);
        return nullptr;
    }

    return std::unique_ptr<FileLock> (new FileLock (file));
}

FileLock::~FileLock()
{
    ::close (int (handle));
}

#endif

} // namespace earmark
