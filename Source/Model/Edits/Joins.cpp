// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edits/Perform.h"

#include <map>

namespace earmark::edits
{

Result<void> perform (Document& document, const SplitChapter& edit)
{
    auto& chapters = document.outline.chapters;
    const auto after = std::ranges::upper_bound (chapters, edit.at, {}, &Chapter::start);

    if (after == chapters.begin() || (after - 1)->start == edit.at)
        return failure (Error::Kind::wrongUsage, "There is no chapter to split here.");

    auto second = *(after - 1);
    (after - 1)->end = second.end ? std::optional (std::min (*second.end, edit.at)) : std::nullopt;
    second = Chapter { .id = ChapterId (document.nextId++),
                       .start = edit.at,
                       .end = second.end && *second.end > edit.at ? second.end : std::nullopt,
                       .title = edit.title,
                       .level = second.level,
                       .kind = second.kind,
                       .inContents = second.inContents };
    chapters.insert (after, std::move (second));
    return {};
}

namespace
{

void append (std::string& text, const std::string& more)
{
    if (! text.empty() && ! more.empty())
        text += '\n';

    text += more;
}

} // namespace

Result<void> perform (Document& document, const MergeChapters& edit)
{
    auto& chapters = document.outline.chapters;
    const auto ids = knownIds (chapters, edit.ids);

    if (! ids)
        return std::unexpected (ids.error());

    const auto isOne = [&] (const Chapter& c) { return ids->contains (c.id); };
    const auto first = std::ranges::find_if (chapters, isOne);
    const auto last = std::find_if_not (first, chapters.end(), isOne);

    if (last - first != std::ptrdiff_t (ids->size()) || ids->size() < 2)
        return failure (Error::Kind::wrongUsage, "Only neighbouring chapters can be merged.");

    for (auto c = first + 1; c != last; ++c)
    {
        append (first->summary, c->summary);
        first->points.insert (first->points.end(), c->points.begin(), c->points.end());
        first->link = first->link ? first->link : c->link;
        first->image = first->image ? first->image : c->image;
    }

    first->end = (last - 1)->end;
    chapters.erase (first + 1, last);
    return {};
}

namespace
{

/** A chapter of the same title is the same chapter, whatever else of it is another: in order, where several have it. */
void keepIdentities (const Chapters& mine, Chapters& theirs)
{
    std::multimap<std::string_view, ChapterId> known; // keeps the order of equals

    for (const auto& chapter : mine)
        if (! chapter.title.empty())
            known.emplace (chapter.title, chapter.id);

    for (auto& chapter : theirs)
        if (const auto same = known.lower_bound (chapter.title);
            same != known.end() && same->first == chapter.title)
        {
            chapter.id = same->second;
            known.erase (same);
        }
}

} // namespace

Result<void> perform (Document& document, const ReplaceOutline& edit)
{
    using Mode = ReplaceOutline::Mode;

    auto& mine = document.outline.chapters;
    auto theirs = edit.outline.chapters;
    sortChapters (theirs);

    for (auto& chapter : theirs)
        chapter.id = ChapterId (document.nextId++);

    if (edit.mode == Mode::all)
    {
        keepIdentities (mine, theirs);
        document.outline = { edit.outline.episode, std::move (theirs) };
        return {};
    }

    const auto paired = std::min (mine.size(), theirs.size());

    for (std::size_t i = 0; i < paired; ++i)
    {
        auto& times = edit.mode == Mode::keepMyTimes ? mine[i] : theirs[i];
        auto merged = edit.mode == Mode::keepMyTimes ? theirs[i] : mine[i];
        merged.id = mine[i].id;
        merged.locked = mine[i].locked;
        merged.start = mine[i].locked ? mine[i].start : times.start;
        merged.end = mine[i].locked ? mine[i].end : times.end;
        mine[i] = std::move (merged);
    }

    mine.insert (mine.end(), theirs.begin() + std::ptrdiff_t (paired), theirs.end());
    sortChapters (mine);
    return {};
}

} // namespace earmark::edits
