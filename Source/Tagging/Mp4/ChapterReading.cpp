// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/ChapterReading.h"

#include "Foundation/Timestamp.h"
#include "Tagging/Lint/RawChapters.h"
#include "Tagging/Mp4/ChapterSamples.h"
#include "Tagging/PieceTableStream.h"
#include "Tagging/TagLibText.h"

#include <taglib/mp4file.h>

#include <algorithm>

namespace earmark::mp4
{

namespace
{

/** A list, and as what titles of it were guessed. */
struct ReadList
{
    StoredList list;
    std::optional<LegacyEncoding> guess = {};

    void setTitle (Chapter& chapter, StoredName name)
    {
        chapter.title = std::move (name.text);
        guess = name.guess ? name.guess : guess;
    }
};

ReadList listFrom (std::string_view form, const TagLib::MP4::ChapterList& chapters)
{
    // A damaged list can hold any number.
    constexpr long long latestMs = maxHours * 3600 * 1000;
    ReadList read { { std::string (form), {} } };

    for (const auto& chapter : chapters)
        read.list.chapters.push_back (
            { .start = Position::fromMilliseconds (std::clamp<long long> (chapter.startTime(), 0, latestMs)),
              .title = fromTagLib (chapter.title()) });

    return read;
}

/** The list in the order of the file. */
void addUncleanTitles (const std::vector<raw::NeroEntry>& entries, ReadList& nero)
{
    auto& chapters = nero.list.chapters;

    for (std::size_t i = 0; i < std::min (entries.size(), chapters.size()); ++i)
        if (chapters[i].title.empty())
            nero.setTitle (chapters[i], storedName (entries[i].title));
}

/** Samples belong to the chapter that begins with them. */
void attach (std::vector<ChapterExtra> extras, ReadList& quickTime)
{
    auto& chapters = quickTime.list.chapters;

    for (auto& extra : extras)
    {
        const auto start = Position::fromMilliseconds (extra.startMs);
        auto chapter = std::ranges::lower_bound (chapters, start, {}, &Chapter::start);
        const bool isThere = chapter != chapters.end() && chapter->start == start;

        // TagLib drops a first chapter whose title it cannot read.
        if (! isThere && extra.startMs == 0 && extra.title && ! chapters.empty())
            chapter = chapters.insert (chapters.begin(), Chapter {});
        else if (! isThere)
            continue;

        if (extra.title && chapter->title.empty())
            quickTime.setTitle (*chapter, std::move (*extra.title));

        if (const auto end = Position::fromMilliseconds (extra.endMs); ! chapter->end && end > start)
            chapter->end = end;

        if (extra.link && ! chapter->link)
            chapter->link = Link { std::move (*extra.link), {} };

        if (extra.image && ! chapter->image)
            chapter->image = std::move (*extra.image);
    }
}

} // namespace

Result<ChapterLists> readChapters (const Movie& movie, const std::shared_ptr<const ByteSource>& source)
{
    PieceTable table (source);
    PieceTableStream stream (table);
    TagLib::MP4::File file (&stream, false);

    auto quickTime = listFrom (quickTimeForm, file.qtChapters()),
         nero = listFrom (neroForm, file.neroChapters());

    if (stream.error())
        return std::unexpected (*stream.error());

    addUncleanTitles (raw::neroEntries (movie.moov).value_or (std::vector<raw::NeroEntry> {}), nero);
    sortChapters (nero.list.chapters);
    sortChapters (quickTime.list.chapters);
    attach (chapterExtras (movie, *source), quickTime);
    ChapterLists read;

    for (auto* list : { &quickTime, &nero })
    {
        if (list->guess)
            read.notices.push_back (noticeOfGuesses (list->list.form, *list->guess));

        if (! list->list.chapters.empty())
            read.lists.push_back (std::move (list->list));
    }

    return read;
}

} // namespace earmark::mp4
