// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/FallingStarts.h"

#include <cstddef>

namespace earmark
{

Notices doubtsAboutFalling (std::span<const Chapter> chapters)
{
    std::size_t falling = 0;

    for (std::size_t i = 1; i < chapters.size(); ++i)
        falling += chapters[i].start < chapters[i - 1].start ? 1u : 0u;

    if (falling * 3 < chapters.size() || falling < 2)
        return {};

    return { { Notice::Grade::warning,
               "Many times are smaller than the one before: are they the lengths of the parts, not their "
               "starts?",
               {} } };
}

} // namespace earmark
