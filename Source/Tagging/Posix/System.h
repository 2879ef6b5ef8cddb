// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <sys/stat.h>

// What Linux and macOS do each in its own way, as thin as can be: failures are -1 or false, with errno.

namespace earmark::system
{

/** A new file in a folder that has no name, so that nothing stays of it when the process dies; -1 with EOPNOTSUPP where the
    system or the file system knows no such thing. */
int openNameless (const std::filesystem::path& folder);

/** Gives such a file its name. */
bool giveName (int file, const std::filesystem::path& name);

/** Makes sure that a file can grow to this size. Fails with ENOSPC, EDQUOT or EFBIG where it cannot; any other errno means
    that nobody knows. */
bool reserve (int file, std::uint64_t size);

/** Whether parts of one file can be shared with another one instead of copied, in whole blocks of cloneBlock. */
bool canClone (int from, int to, std::uint64_t sizeOfFrom);
bool clone (int from, std::uint64_t offset, std::uint64_t length, int to, std::uint64_t position);

inline constexpr std::uint64_t cloneBlock = 4096;

/** Lets the disk begin to write what is there, without waiting for it. */
void startWriting (int file, std::uint64_t offset, std::uint64_t length);

/** Lets the system free the memory that holds what was read of a file. */
void forget (int file);

/** Returns when all of the file is on the disk. */
bool flush (int file);

/** Extended attributes and access lists, as far as they may be set. */
void copyAttributes (int from, int to);

/** When the content was last changed. */
timespec changeTime (const struct stat&);

} // namespace earmark::system
