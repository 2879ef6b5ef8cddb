// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace earmark
{

/** The newest of some plain value: one thread writes and never waits, any may read. Readers get a whole value, never half of
    one; one that meets a writer looks again. */
template <class T>
    requires std::is_trivially_copyable_v<T>
class Mailbox
{
public:
    Mailbox() { write (T()); }

    void write (const T& value) noexcept
    {
        std::array<std::uint64_t, count> raw {};
        std::memcpy (raw.data(), &value, sizeof (T));

        // Odd while it is written. Words that are released carry the odd number to whoever sees one of them.
        const auto before = number.load (std::memory_order_relaxed);
        number.store (before + 1, std::memory_order_relaxed);

        for (std::size_t i = 0; i < count; ++i)
            words[i].store (raw[i], std::memory_order_release);

        number.store (before + 2, std::memory_order_release);
    }

    T read() const noexcept
    {
        std::array<std::uint64_t, count> raw {};

        while (true)
        {
            const auto before = number.load (std::memory_order_acquire);

            for (std::size_t i = 0; i < count; ++i)
                raw[i] = words[i].load (std::memory_order_acquire);

            if (before % 2 == 0 && number.load (std::memory_order_relaxed) == before)
                break;
        }

        T value;
        std::memcpy (static_cast<void*> (&value), raw.data(), sizeof (T));
        return value;
    }

private:
    static constexpr std::size_t count = (sizeof (T) + 7) / 8;

    std::atomic<std::uint32_t> number = 0;
    std::array<std::atomic<std::uint64_t>, count> words {};
};

} // namespace earmark
