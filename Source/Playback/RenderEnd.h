// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include <cstdint>

namespace earmark
{

/** Tells from the number of blocks that were rendered faster than real time that a render has ended. Hosts say so in different ways or
    not at all, so that what counts is that no further block comes. A value; to be asked again and again. */
class RenderEnd
{
public:
    /** So many times in a row without a new block are the end. */
    static constexpr int quietAsks = 20;

    /** True once at each end. */
    bool take (std::uint32_t blocks) noexcept
    {
        if (blocks != known)
        {
            known = blocks;
            quiet = 0;
            rendering = true;
            return false;
        }

        if (! rendering || ++quiet < quietAsks)
            return false;

        rendering = false;
        return true;
    }

    bool isRendering() const noexcept { return rendering; }

private:
    std::uint32_t known = 0;
    int quiet = 0;
    bool rendering = false;
};

} // namespace earmark
