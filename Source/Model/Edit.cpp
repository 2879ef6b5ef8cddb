// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edit.h"

#include "Model/Ends.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace earmark
{

namespace
{

using Chapters = std::vector<Chapter>;

template <class... Functions>
struct Overload : Functions...
{
    using Functions::operator()...;
};

Error unknownChapter()
{
    return { Error::Kind::notFound, "The chapter is not in the document any more.", {} };
}

using Ids = std::unordered_set<ChapterId>;

/** The ids as a set; fails when one of them is unknown. */
Result<Ids> knownIds (const Chapters& chapters, const std::vector<ChapterId>& ids)
{
    const Ids wanted (ids.begin(), ids.end());
    const auto found =
        std::ranges::count_if (chapters, [&] (const Chapter& c) { return wanted.contains (c.id); });

    if (std::size_t (found) != wanted.size())
        return std::unexpected (unknownChapter());

    return wanted;
}

/** Finds a chapter by id and lets the function change it. */
template <class Change>
Result<void> change (Chapters& chapters, ChapterId id, const Change& function)
{
    const auto chapter = std::ranges::find (chapters, id, &Chapter::id);

    if (chapter == chapters.end())
        return std::unexpected (unknownChapter());

    return function (std::size_t (chapter - chapters.begin()));
}

/** Keeps a start between those of its neighbours. */
Position clampBetweenNeighbours (const Chapters& chapters, std::size_t i, Position to)
{
    const auto low = i > 0 ? chapters[i - 1].start : Position();
    return std::min (std::max (to, low),
                     i + 1 < chapters.size() ? std::max (low, chapters[i + 1].start) : std::max (to, low));
}

void moveStart (Chapter& chapter, Position to)
{
    // A stated end that still lies behind the new start stays: the end of the chapter did not change.
    chapter.start = to;

    if (chapter.end && *chapter.end < to)
        chapter.end = to;
}

Result<void> perform (Document& document, const AddChapter& edit)
{
    auto& chapters = document.outline.chapters;
    auto chapter = edit.chapter;
    chapter.id = ChapterId (document.nextId++);
    chapter.start = std::max (chapter.start, Position());
    chapters.insert (std::ranges::upper_bound (chapters, chapter.start, {}, &Chapter::start),
                     std::move (chapter));
    return {};
}

Result<void> perform (Document& document, const RemoveChapters& edit)
{
    auto& chapters = document.outline.chapters;
    return knownIds (chapters, edit.ids)
        .transform ([&] (const Ids& ids)
                    { std::erase_if (chapters, [&] (const Chapter& c) { return ids.contains (c.id); }); });
}

Result<void> perform (Document& document, const SetField& edit)
{
    auto& chapters = document.outline.chapters;
    return change (chapters,
                   edit.id,
                   [&] (std::size_t i) -> Result<void>
                   {
                       auto& c = chapters[i];
                       std::visit (Overload { [&] (const SetField::Title& f) { c.title = f.value; },
                                              [&] (const SetField::Summary& f) { c.summary = f.value; },
                                              [&] (const SetField::Points& f) { c.points = f.value; },
                                              [&] (const SetField::LinkTo& f) { c.link = f.value; },
                                              [&] (const SetField::Picture& f) { c.image = f.value; },
                                              [&] (const SetField::Level& f)
                                              { c.level = std::max (0, f.value); },
                                              [&] (const SetField::Kind& f) { c.kind = f.value; },
                                              [&] (const SetField::InContents& f) { c.inContents = f.value; },
                                              [&] (const SetField::Locked& f) { c.locked = f.value; } },
                                   edit.field);
                       return {};
                   });
}

Result<void> perform (Document& document, const SetEnd& edit)
{
    auto& chapters = document.outline.chapters;
    return change (chapters,
                   edit.id,
                   [&] (std::size_t i) -> Result<void>
                   {
                       chapters[i].end = edit.end;
                       return {};
                   });
}

std::vector<bool> lockedOnes (const Chapters& chapters)
{
    std::vector<bool> locked;

    for (const auto& chapter : chapters)
        locked.push_back (chapter.locked);

    return locked;
}

Result<void> perform (Document& document, const MoveChapter& edit)
{
    auto& chapters = document.outline.chapters;
    return change (chapters,
                   edit.id,
                   [&] (std::size_t i) -> Result<void>
                   {
                       if (chapters[i].locked)
                           return failure (Error::Kind::wrongUsage,
                                           "The chapter is locked; unlock it to move it.");

                       if (edit.neighbours == Neighbours::clamp)
                       {
                           moveStart (chapters[i], clampBetweenNeighbours (chapters, i, edit.to));
                           return {};
                       }

                       moveStart (chapters[i], std::max (edit.to, Position()));

                       for (auto j = i; j-- > 0 && ! chapters[j].locked;)
                           moveStart (chapters[j], std::min (chapters[j].start, chapters[j + 1].start));

                       restoreOrder (chapters, lockedOnes (chapters));
                       return {};
                   });
}

Result<void> perform (Document& document, const NudgeChapters& edit)
{
    auto& chapters = document.outline.chapters;
    const auto ids = knownIds (chapters, edit.ids);

    if (! ids)
        return std::unexpected (ids.error());

    const auto forwards = edit.by > Duration();

    // From the side they move towards, so that a block of neighbours keeps its shape.
    for (std::size_t n = 0; n < chapters.size(); ++n)
    {
        const auto i = forwards ? chapters.size() - 1 - n : n;

        if (ids->contains (chapters[i].id) && ! chapters[i].locked)
            moveStart (chapters[i], clampBetweenNeighbours (chapters, i, chapters[i].start + edit.by));
    }

    return {};
}

Result<void> perform (Document& document, const SnapChapters& edit)
{
    auto& chapters = document.outline.chapters;
    std::unordered_map<ChapterId, Position> places;
    std::vector<ChapterId> ids;

    for (const auto& [id, to] : edit.targets)
    {
        places.insert_or_assign (id, to);
        ids.push_back (id);
    }

    if (const auto known = knownIds (chapters, ids); ! known)
        return std::unexpected (known.error());

    std::vector<bool> stays;

    for (auto& chapter : chapters)
    {
        const auto place = places.find (chapter.id);
        stays.push_back (chapter.locked || place == places.end());

        if (! stays.back())
            moveStart (chapter, place->second);
    }

    restoreOrder (chapters, stays);
    return {};
}

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

void append (std::string& text, const std::string& more)
{
    if (! text.empty() && ! more.empty())
        text += '\n';

    text += more;
}

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

Result<void> perform (Document& document, const ShiftChapters& edit)
{
    const auto moves = [&] (const Chapter& c)
    {
        return std::visit (Overload { [] (const ShiftChapters::All&) { return true; },
                                      [&] (const ShiftChapters::From& from)
                                      { return c.start >= from.position; },
                                      [&] (const ShiftChapters::Within& within)
                                      { return within.range.contains (c.start); } },
                           edit.scope);
    };

    retime (document.outline.chapters, [&] (Position p) { return p + edit.by; }, moves);
    return {};
}

Result<void> perform (Document& document, const StretchChapters& edit)
{
    return TimeMap::through (edit.pins).transform (
        [&] (const TimeMap& map)
        { retime (document.outline.chapters, map, [] (const Chapter&) { return true; }); });
}

Result<void> perform (Document& document, const InsertTime& edit)
{
    if (edit.length <= Duration())
        return failure (Error::Kind::wrongUsage, "The inserted stretch must have a length.");

    retime (
        document.outline.chapters,
        [&] (Position p) { return p < edit.at ? p : p + edit.length; },
        [] (const Chapter&) { return true; });
    return {};
}

Result<void> perform (Document& document, const RemoveTime& edit)
{
    if (edit.range.length() <= Duration())
        return failure (Error::Kind::wrongUsage, "The removed stretch must have a length.");

    auto& outline = document.outline;
    Chapters kept;

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        const auto range = rangeOf (outline, i, {});
        const bool goes =
            edit.range.start <= range.start && range.end <= edit.range.end && range.length() > Duration();

        if (! goes || outline.chapters[i].locked)
            kept.push_back (outline.chapters[i]);
    }

    outline.chapters = std::move (kept);
    retime (
        outline.chapters,
        [&] (Position p)
        { return p < edit.range.start ? p : std::max (edit.range.start, p - edit.range.length()); },
        [] (const Chapter&) { return true; });
    return {};
}

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

Result<void> perform (Document& document, const SetEpisode& edit)
{
    document.outline.episode = edit.episode;
    return {};
}

void settleEnds (const Chapters& before, Chapters& after, const Edit& edit)
{
    const auto* replace = std::get_if<ReplaceOutline> (&edit);

    if (replace != nullptr && replace->mode == ReplaceOutline::Mode::all)
        return; // as its reader found it

    const bool restatesEnds = replace != nullptr || std::holds_alternative<SetEnd> (edit);
    earmark::settleEnds (before, after, restatesEnds ? MeetingEnds::asStated : MeetingEnds::keepMeeting);
}

} // namespace

Result<Document> apply (const Document& document, const Edit& edit)
{
    auto after = document;
    return std::visit ([&] (const auto& e) { return perform (after, e); }, edit)
        .transform (
            [&]
            {
                settleEnds (document.outline.chapters, after.outline.chapters, edit);
                return std::move (after);
            });
}

std::string label (const Edit& edit)
{
    const auto plural = [] (std::string_view verb, std::size_t n)
    { return std::string (verb) + (n == 1 ? " chapter" : " " + std::to_string (n) + " chapters"); };

    return std::visit (
        Overload { [] (const AddChapter&) -> std::string { return "Add chapter"; },
                   [&] (const RemoveChapters& e) { return plural ("Remove", e.ids.size()); },
                   [] (const SetField& e) -> std::string
                   {
                       constexpr std::array<const char*, std::variant_size_v<SetField::Field>> labels {
                           "Rename chapter", "Edit summary",         "Edit points",
                           "Change link",    "Change picture",       "Change level",
                           "Change kind",    "Change contents flag", "Change lock"
                       };
                       return labels[e.field.index()];
                   },
                   [] (const SetEnd&) -> std::string { return "Change end"; },
                   [] (const MoveChapter&) -> std::string { return "Move chapter"; },
                   [&] (const NudgeChapters& e) { return plural ("Nudge", e.ids.size()); },
                   [&] (const SnapChapters& e) { return plural ("Snap", e.targets.size()); },
                   [] (const SplitChapter&) -> std::string { return "Split chapter"; },
                   [&] (const MergeChapters& e) { return plural ("Merge", e.ids.size()); },
                   [] (const ShiftChapters& e) -> std::string
                   {
                       return e.scope.index() == 0   ? "Shift all chapters"
                              : e.scope.index() == 1 ? "Shift later chapters"
                                                     : "Shift chapters in range";
                   },
                   [] (const StretchChapters&) -> std::string { return "Stretch chapters"; },
                   [] (const InsertTime&) -> std::string { return "Insert time"; },
                   [] (const RemoveTime&) -> std::string { return "Remove time"; },
                   [] (const ReplaceOutline& e) -> std::string
                   { return e.mode == ReplaceOutline::Mode::all ? "Replace outline" : "Merge outline"; },
                   [] (const SetEpisode&) -> std::string { return "Edit episode"; } },
        edit);
}

std::vector<ChapterChange> changesBetween (const Document& before, const Document& after)
{
    using What = ChapterChange::What;

    std::map<ChapterId, const Chapter*> old;

    for (const auto& chapter : before.outline.chapters)
        old[chapter.id] = &chapter;

    std::vector<ChapterChange> changes;

    for (const auto& chapter : after.outline.chapters)
    {
        const auto found = old.find (chapter.id);

        if (found == old.end())
        {
            changes.push_back ({ chapter.id, What::added });
            continue;
        }

        auto atNewTime = *found->second;
        old.erase (found);

        if (atNewTime.start != chapter.start || atNewTime.end != chapter.end)
            changes.push_back ({ chapter.id, What::moved });

        atNewTime.start = chapter.start;
        atNewTime.end = chapter.end;

        if (atNewTime != chapter)
            changes.push_back ({ chapter.id, What::altered });
    }

    for (const auto& chapter : before.outline.chapters)
        if (old.contains (chapter.id))
            changes.push_back ({ chapter.id, What::removed });

    return changes;
}

} // namespace earmark
