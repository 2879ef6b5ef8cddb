// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include <algorithm>
#include <array>

namespace earmark
{

extern const Container mp3Container;
extern const Container mp4Container;

std::span<const Container* const> containers()
{
    // MPEG audio has the weakest signature and is tried last.
    static constexpr std::array table {
        &mp4Container,
        &mp3Container,
    };

    return table;
}

const Container* containerOf (const ByteSource& source)
{
    const auto found =
        std::ranges::find_if (containers(), [&] (const Container* c) { return c->sniff (source); });
    return found == containers().end() ? nullptr : *found;
}

} // namespace earmark
