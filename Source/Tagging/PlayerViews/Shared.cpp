// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PlayerViews/Shared.h"

#include <algorithm>

namespace earmark::views
{

PlayerView unknown()
{
    return { {}, "What it makes of such a file is not known.", PlayerView::Kind::unknown };
}

PlayerView ignored (std::string_view why)
{
    return { {}, std::string (why), PlayerView::Kind::ignored };
}

PlayerView viewOf (const std::vector<Chapter>& chapters)
{
    PlayerView view;

    for (const auto& chapter : chapters)
        view.chapters.push_back ({ .startMs = chapter.start.milliseconds (Rounding::down),
                                   .title = chapter.title,
                                   .link = chapter.link ? std::optional (chapter.link->url) : std::nullopt,
                                   .hasPicture = chapter.image.has_value() });

    return view;
}

const StoredList* listOf (const FileFacts& facts, std::string_view form)
{
    const auto found = std::ranges::find (facts.reading.lists, form, &StoredList::form);
    return found == facts.reading.lists.end() ? nullptr : &*found;
}

PlayerView quickTimeTrack (const FileFacts& facts)
{
    const auto* list = listOf (facts, "QuickTime");
    return list == nullptr ? ignored ("It reads the chapter track only, and there is none.")
                           : viewOf (list->chapters);
}

PlayerView neroList (const FileFacts& facts)
{
    const auto* list = listOf (facts, "Nero");
    return list == nullptr ? ignored ("There is no such list.") : viewOf (list->chapters);
}

} // namespace earmark::views
