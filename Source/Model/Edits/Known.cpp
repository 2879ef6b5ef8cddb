// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edits/Perform.h"

namespace earmark::edits
{

Error unknownChapter()
{
    return { Error::Kind::notFound, "The chapter is not in the document any more.", {} };
}

Result<Ids> knownIds (const Chapters& chapters, const std::vector<ChapterId>& ids)
{
    Ids wanted (ids.begin(), ids.end());
    const auto found =
        std::ranges::count_if (chapters, [&] (const Chapter& c) { return wanted.contains (c.id); });

    if (std::size_t (found) != wanted.size())
        return std::unexpected (unknownChapter());

    return wanted;
}

} // namespace earmark::edits
