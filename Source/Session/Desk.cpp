// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Desk.h"

#include <algorithm>

namespace earmark
{

const Chapter* Desk::find (ChapterId id) const
{
    const auto found = std::ranges::find (chapters(), id, &Chapter::id);
    return found != chapters().end() ? &*found : nullptr;
}

std::optional<Position> Desk::endOfAudio() const
{
    const auto& media = document().media;
    return media ? std::optional (Position (media->length)) : std::nullopt;
}

} // namespace earmark
