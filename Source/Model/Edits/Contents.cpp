// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/Edits/Perform.h"

namespace earmark::edits
{

Chapter numbered (Document& document, const AddChapter& edit)
{
    auto chapter = edit.chapter;
    chapter.id = ChapterId (document.nextId++);
    chapter.start = std::max (chapter.start, Position());
    return chapter;
}

Result<void> perform (Document& document, const AddChapter& edit)
{
    auto& chapters = document.outline.chapters;
    auto chapter = numbered (document, edit);
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

namespace
{

/** Players list no ad breaks; a chapter that is none any more is in the list again. */
void setKind (Chapter& chapter, Chapter::Kind kind)
{
    const auto isAd = kind == Chapter::Kind::adBreak;

    if (isAd != (chapter.kind == Chapter::Kind::adBreak))
        chapter.inContents = ! isAd;

    chapter.kind = kind;
}

} // namespace

void set (Chapter& c, const SetField::Field& field)
{
    std::visit (Overload { [&] (const SetField::Title& f) { c.title = f.value; },
                           [&] (const SetField::Summary& f) { c.summary = f.value; },
                           [&] (const SetField::Points& f) { c.points = f.value; },
                           [&] (const SetField::LinkTo& f) { c.link = f.value; },
                           [&] (const SetField::Picture& f) { c.image = f.value; },
                           [&] (const SetField::Level& f) { c.level = std::max (0, f.value); },
                           [&] (const SetField::Kind& f) { setKind (c, f.value); },
                           [&] (const SetField::InContents& f) { c.inContents = f.value; },
                           [&] (const SetField::Locked& f) { c.locked = f.value; } },
                field);
}

Result<void> perform (Document& document, const SetField& edit)
{
    auto& chapters = document.outline.chapters;
    return change (chapters,
                   edit.id,
                   [&] (std::size_t i) -> Result<void>
                   {
                       set (chapters[i], edit.field);
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

Result<void> perform (Document& document, const SetEpisode& edit)
{
    document.outline.episode = edit.episode;
    return {};
}

} // namespace earmark::edits
