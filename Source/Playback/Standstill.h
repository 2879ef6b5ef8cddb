// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>

namespace earmark
{

/** Tells from a number that is counted up now and again that nothing is added any more. Of blocks that are rendered faster than real time
    that is the end of a render, which hosts tell in different ways or not at all. A value; to be asked again and again. */
class Standstill
{
public:
    /** So many times in a row without anything new are a standstill. */
    static constexpr int quietAsks = 20;

    /** True once at each. */
    bool take (std::uint32_t count) noexcept
    {
        if (count != known)
        {
            known = count;
            quiet = 0;
            moving = true;
            return false;
        }

        if (! moving || ++quiet < quietAsks)
            return false;

        moving = false;
        return true;
    }

    /** Something came, and it goes on. */
    bool isMoving() const noexcept { return moving; }

    /** Nothing has come since the last one. */
    bool isStill (std::uint32_t count) const noexcept { return ! moving && count == known; }

private:
    std::uint32_t known = 0;
    int quiet = 0;
    bool moving = false;
};

} // namespace earmark
