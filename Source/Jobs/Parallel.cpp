// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace earmark
{

unsigned workersForDisk()
{
    const auto cores = std::max (1u, std::thread::hardware_concurrency());
    return std::max (cores, std::min (4 * cores, 16u));
}

void inParallel (std::size_t count, unsigned workers, const std::function<void (std::size_t)>& work)
{
    std::atomic<std::size_t> next { 0 };
    const auto run = [&]
    {
        for (auto i = next++; i < count; i = next++)
            work (i);
    };

    // The calling thread is one of them.
    const auto others = std::min<std::size_t> (std::max (1u, workers), std::max<std::size_t> (count, 1)) - 1;
    std::vector<std::jthread> threads;

    for (std::size_t i = 0; i < others; ++i)
        threads.emplace_back (run);

    run();
}

} // namespace earmark
