// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

namespace earmark
{

/** Sleeps until something may have happened in a folder. What happened is for the caller to find out: events can be lost, doubled and
    late, and some file systems have none. */
class FolderWaiter
{
public:
    virtual ~FolderWaiter() = default;

    /** Returns at the first event, or after that time. */
    virtual void wait (std::chrono::milliseconds) = 0;
};

std::unique_ptr<FolderWaiter> makeFolderWaiter (const std::filesystem::path&);

/** Whether somebody has the file open for writing; false also where the system does not tell. */
bool isBeingWritten (const std::filesystem::path&);

} // namespace earmark
