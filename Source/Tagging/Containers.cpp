// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include <algorithm>
#include <array>

namespace earmark
{

extern const Container aacContainer;
extern const Container aiffContainer;
extern const Container flacContainer;
extern const Container matroskaContainer;
extern const Container mp3Container;
extern const Container mp4Container;
extern const Container oggContainer;
extern const Container wavContainer;

std::span<const Container* const> containers()
{
    // Streams of frames have the weakest signatures and are tried last; MP3 also takes whatever begins with an ID3 tag.
    static constexpr std::array table {
        &mp4Container, &wavContainer,      &aiffContainer, &flacContainer,
        &oggContainer, &matroskaContainer, &aacContainer,  &mp3Container,
    };

    return table;
}

const Container* containerOf (const ByteSource& source)
{
    const auto found =
        std::ranges::find_if (containers(), [&] (const Container* c) { return c->sniff (source); });
    return found == containers().end() ? nullptr : *found;
}

Result<ContainerReading> readLists (const Container& container,
                                    const std::shared_ptr<const ByteSource>& source)
{
    return container.readWithoutLength ? container.readWithoutLength (source) : container.read (source);
}

Result<Inventory> inventoryFor (const Container& container,
                                const ContainerEdit& edit,
                                const std::shared_ptr<const ByteSource>& source)
{
    const bool isPaged = edit.renumbersPages && container.pagedInventory != nullptr;
    return isPaged ? container.pagedInventory (source) : container.inventory (source);
}

} // namespace earmark
