// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace earmark
{

/** Calls `work` for each index below `count`, on several threads, each index once and in rising order of their beginnings; returns when
    all are done. `work` must not throw and must stand being called at once for different indices. */
void inParallel (std::size_t count, unsigned workers, const std::function<void (std::size_t)>& work);

/** As many as the machine runs at once. */
unsigned usualWorkers();

} // namespace earmark
