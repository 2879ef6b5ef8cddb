// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Document.h"

namespace earmark
{

Document makeDocument (Outline outline)
{
    Document document;
    document.outline = std::move (outline);
    sortChapters (document.outline.chapters);

    for (auto& chapter : document.outline.chapters)
        chapter.id = ChapterId (document.nextId++);

    return document;
}

} // namespace earmark
