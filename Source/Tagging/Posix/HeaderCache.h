// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace earmark
{

/** Blocks of a file that short reads have asked for. A plan, its audits and TagLib come by the same headers several times, each after
    all the others: of a file with thousands of parts, no window of bytes holds them until then. Takes at most 0.6 MB. */
class HeaderCache
{
public:
    /** A header and what stands at its beginning. */
    static constexpr std::size_t blockSize = 64;

    /** False when not all of it is known; `count` at most blockSize. */
    bool get (std::uint64_t offset, char* into, std::size_t count) const
    {
        if (slots.empty() || count > blockSize)
            return false;

        while (count > 0)
        {
            const auto& slot = slotOf (offset / blockSize);
            const auto skip = std::size_t (offset % blockSize);
            const auto n = std::min (count, blockSize - skip);

            if (slot.number != offset / blockSize)
                return false;

            std::memcpy (into, slot.bytes.data() + skip, n);
            offset += n;
            into += n;
            count -= n;
        }

        return true;
    }

    /** Whole blocks from `offset` on, which must be the beginning of one; what is left over is not kept. */
    void put (std::uint64_t offset, std::string_view bytes)
    {
        if (slots.empty())
            slots.resize (slotCount);

        for (; bytes.size() >= blockSize; bytes.remove_prefix (blockSize), offset += blockSize)
        {
            auto& slot = slots[indexOf (offset / blockSize)];
            slot.number = offset / blockSize;
            std::memcpy (slot.bytes.data(), bytes.data(), blockSize);
        }
    }

private:
    static constexpr std::size_t slotCount = 8192;

    struct Slot
    {
        std::uint64_t number = UINT64_MAX; // of the block
        std::array<char, blockSize> bytes;
    };

    /** Parts often have the same length, so that their numbers are multiples of one: the factor (2^64 over the golden ratio) spreads them. */
    static std::size_t indexOf (std::uint64_t number)
    {
        return std::size_t (number * 0x9E3779B97F4A7C15u >> 51);
    }

    const Slot& slotOf (std::uint64_t number) const { return slots[indexOf (number)]; }

    std::vector<Slot> slots;
};

} // namespace earmark
