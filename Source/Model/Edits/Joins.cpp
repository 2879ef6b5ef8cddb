// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Differences.h"
#include "Model/Edits/Perform.h"

#include <map>

namespace earmark::edits
{

Result<void> perform (Document& document, const SplitChapter& edit)
{
    auto& chapters = document.outline.chapters;
    const auto after = std::ranges::upper_bound (chapters, edit.at, {}, &Chapter::start);

    if (after == chapters.begin() || (after - 1)->start == edit.at)
        return failure (
            Error::Kind::wrongUsage,
            "There is no chapter to split here: put the playhead behind the beginning of one first.");

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

/** One chapter of two lists that are joined: of mine, of theirs, or of both. */
struct Row
{
    std::optional<std::size_t> mine, theirs; ///< indices
};

/** Chapters of one title belong together; what is left between two of those does in its order. */
std::vector<Row> rowsOf (const Chapters& mine, const Chapters& theirs)
{
    auto pairs = pairByTitle (mine, theirs);
    pairs.emplace_back (mine.size(), theirs.size()); // so that what is behind the last is between two of them
    std::vector<Row> rows;
    std::size_t m = 0, t = 0;

    for (const auto& [nextOfMine, nextOfTheirs] : pairs)
    {
        while (m < nextOfMine && t < nextOfTheirs)
            rows.push_back ({ m++, t++ });

        while (m < nextOfMine)
            rows.push_back ({ m++, {} });

        while (t < nextOfTheirs)
            rows.push_back ({ {}, t++ });

        if (m < mine.size())
            rows.push_back ({ m++, t++ });
    }

    return rows;
}

Chapter joined (const Chapter& mine, const Chapter& theirs, ReplaceOutline::Mode mode)
{
    const auto isMyTime = mode == ReplaceOutline::Mode::keepMyTimes;
    const auto& times = isMyTime || mine.locked ? mine : theirs;
    auto chapter = isMyTime ? theirs : mine;
    chapter.id = mine.id;
    chapter.locked = mine.locked;
    chapter.start = times.start;
    chapter.end = times.end;
    return chapter;
}

/** Keeps the chapters that are new between their neighbours, whose times are not those of the new list. */
void holdNewOnes (const std::vector<Row>& rows, const Chapters& theirs, Chapters& chapters)
{
    for (auto i = chapters.size(); i-- > 1;)
        if (! rows[i - 1].mine)
            chapters[i - 1].start = std::min (chapters[i - 1].start, chapters[i].start);

    for (std::size_t i = 1; i < chapters.size(); ++i)
        if (! rows[i].mine)
            chapters[i].start = std::max (chapters[i].start, chapters[i - 1].start);

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        auto& end = chapters[i].end;

        if (rows[i].mine || ! end)
            continue;

        const auto follower = *rows[i].theirs + 1;

        if (i + 1 < rows.size() && rows[i + 1].theirs == follower && *end == theirs[follower].start)
            end = chapters[i + 1].start;

        end = std::max (*end, chapters[i].start);
    }
}

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

    const auto rows = rowsOf (mine, theirs);
    Chapters chapters;

    for (const auto& [m, t] : rows)
        chapters.push_back (! t ? mine[*m] : ! m ? theirs[*t] : joined (mine[*m], theirs[*t], edit.mode));

    if (edit.mode == Mode::keepMyTimes)
        holdNewOnes (rows, theirs, chapters);

    sortChapters (chapters);
    mine = std::move (chapters);
    return {};
}

} // namespace earmark::edits
