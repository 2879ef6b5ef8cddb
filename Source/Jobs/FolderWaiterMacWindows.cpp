// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/FolderWaiter.h"

#include <thread>

namespace earmark
{

namespace
{

class Sleep final : public FolderWaiter
{
public:
    void wait (std::chrono::milliseconds longest) override { std::this_thread::sleep_for (longest); }
};

} // namespace

std::unique_ptr<FolderWaiter> makeFolderWaiter (const std::filesystem::path&)
{
    return std::make_unique<Sleep>();
}

bool isBeingWritten (const std::filesystem::path&)
{
    return false;
}

} // namespace earmark
