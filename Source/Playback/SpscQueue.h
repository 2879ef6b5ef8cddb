// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <span>
#include <vector>

namespace earmark
{

/** A queue of plain values between two threads: one writes, one reads; on either side several may take turns, where a lock of theirs
    or whoever calls them orders that. Memory is taken when it is made and never again; nobody waits. Indices count from the first value
    ever written, so that both sides can talk about places in the stream. */
template <class T>
class SpscQueue
{
public:
    explicit SpscQueue (std::size_t capacity) : values (capacity) {}

    std::size_t capacity() const { return values.size(); }

    //==================================================================================================
    // The writing thread

    std::size_t space() const
    {
        return values.size()
               - (written.load (std::memory_order_relaxed) - taken.load (std::memory_order_acquire));
    }

    std::size_t writeIndex() const { return written.load (std::memory_order_relaxed); }

    /** Needs as much space. */
    void write (std::span<const T> more)
    {
        const auto at = written.load (std::memory_order_relaxed);

        for (std::size_t i = 0; i < more.size(); ++i)
            values[(at + i) % values.size()] = more[i];

        written.store (at + more.size(), std::memory_order_release);
    }

    //==================================================================================================
    // The reading thread

    std::size_t available() const
    {
        return written.load (std::memory_order_acquire) - taken.load (std::memory_order_relaxed);
    }

    std::size_t readIndex() const { return taken.load (std::memory_order_relaxed); }

    /** `offset` must be below available(). */
    const T& peek (std::size_t offset = 0) const { return values[(readIndex() + offset) % values.size()]; }

    /** At most available(). */
    void drop (std::size_t count) { taken.store (readIndex() + count, std::memory_order_release); }

    //==================================================================================================
    // Any thread

    /** Or was so a moment ago, where another thread writes or reads meanwhile. To look at the values is still the reading thread's. */
    bool isEmpty() const
    {
        // Their difference would wrap where values come and go between the two loads.
        return written.load (std::memory_order_relaxed) == taken.load (std::memory_order_relaxed);
    }

private:
    std::vector<T> values;
    std::atomic<std::size_t> written = 0;
    std::atomic<std::size_t> taken = 0;
};

} // namespace earmark
