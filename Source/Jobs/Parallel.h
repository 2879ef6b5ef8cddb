// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace earmark
{

/** Calls `work` for each index below `count`, on several threads, each index once and in rising order of their beginnings; returns when
    all are done. `work` must not throw and must stand being called at once for different indices. */
void inParallel (std::size_t count, unsigned workers, const std::function<void (std::size_t)>& work);

/** How many for work that waits for the disk more than it computes, as a durable write does: four for each core, while that is no more
    than 16. Measured by `./dev bench batch`: with one for each core, the disk stands still half of the time. */
unsigned workersForDisk();

} // namespace earmark
