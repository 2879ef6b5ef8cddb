// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

namespace earmark
{

/** Holds a file against other holders, in this process or another, until it goes; when the process dies the system lets go of it. */
class FileLock
{
public:
    /** Makes the file if it is not there. Null when somebody holds it, or it cannot be made. */
    static std::unique_ptr<FileLock> tryToHold (const std::filesystem::path&);

    ~FileLock();
    FileLock (const FileLock&) = delete;
    FileLock& operator= (const FileLock&) = delete;

private:
    explicit FileLock (std::intptr_t h) : handle (h) {}

    const std::intptr_t handle; // a descriptor, on Windows a HANDLE
};

} // namespace earmark
