// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Techniques/Writing.h"

#include "Foundation/Text.h"

namespace earmark
{

std::string oneLine (std::string_view text)
{
    return collapseSpaces (toValidUtf8 (text));
}

Position writtenEnd (const Outline& outline, std::size_t index)
{
    const auto range = rangeOf (outline, index, {});
    return range.end > range.start ? range.end : range.start + Duration::fromMilliseconds (1);
}

std::string imageAddress (const Chapter& chapter)
{
    const auto* linked = chapter.image ? std::get_if<LinkedImage> (&*chapter.image) : nullptr;
    return linked != nullptr ? linked->url : std::string {};
}

} // namespace earmark
