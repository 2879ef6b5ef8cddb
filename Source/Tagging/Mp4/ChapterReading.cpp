// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/ChapterReading.h"

#include "Foundation/Bytes.h"
#include "Foundation/Timestamp.h"
#include "Tagging/Lint/RawChapters.h"
#include "Tagging/Mp4/ChapterSamples.h"
#include "Tagging/PieceTableStream.h"
#include "Tagging/TagLibText.h"

#include <taglib/mp4file.h>

#include <algorithm>
#include <ranges>

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

/** A damaged list can hold any number. */
Position positionFrom (long long ms)
{
    constexpr long long latestMs = maxHours * 3600 * 1000;
    return Position::fromMilliseconds (std::clamp<long long> (ms, 0, latestMs));
}

ReadList listFrom (std::string_view form, const TagLib::MP4::ChapterList& chapters)
{
    ReadList read { { std::string (form), {} } };

    for (const auto& chapter : chapters)
        read.list.chapters.push_back (
            { .start = positionFrom (chapter.startTime()), .title = fromTagLib (chapter.title()) });

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

/** TagLib lets an atom of size zero reach to the end of the file, which none but those at the top level do. What stands there is no list. */
bool endsWithSizelessList (const Atom& moov)
{
    constexpr std::size_t typeAt = 4;
    return std::ranges::any_of (moov.children,
                                [] (const Atom& child)
                                {
                                    return child.type == "udta" && child.tail.size() > typeAt
                                           && child.tail.substr (typeAt).starts_with ("chpl");
                                });
}

/** The list of another udta than the first, into which TagLib does not look; as many entries as the list counts, and no more than the count
    of one byte can tell, since that is how TagLib reads the others. */
void addListOfLaterUserData (const Atom& moov, const std::vector<raw::NeroEntry>& entries, ReadList& nero)
{
    const auto* list = raw::neroList (moov);
    constexpr std::size_t countAt = 8, countInVersion0At = 4;

    if (list == nullptr || list->payload.size() <= countAt || moov.at ("udta", "chpl") != nullptr)
        return;

    const auto isVersion0 = bytes::u8 (list->payload, 0) == 0;
    const auto count = bytes::u8 (list->payload, isVersion0 ? countInVersion0At : countAt);

    for (const auto& entry : entries | std::views::take (count))
    {
        auto& chapter = nero.list.chapters.emplace_back();
        chapter.start = positionFrom (entry.startMs);
        nero.setTitle (chapter, storedName (entry.title));
    }
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

/** From the time of their track to that of the movie. Source: ISO/IEC 14496-12, 8.6.6; FFmpeg does the same (libavformat/mov.c), TagLib does
    not. */
void moveBy (std::int64_t leadMs, std::vector<Chapter>& chapters)
{
    const auto moved = [&] (Position place)
    { return positionFrom (place.milliseconds (Rounding::nearest) + leadMs); };

    if (leadMs == 0)
        return;

    for (auto& chapter : chapters)
    {
        chapter.start = moved (chapter.start);

        if (chapter.end)
            chapter.end = moved (*chapter.end);
    }
}

} // namespace

Result<ChapterLists> readChapters (const Movie& movie, const std::shared_ptr<const ByteSource>& source)
{
    PieceTable table (source);

    // TagLib is shown no tags that are none of an MP4's.
    if (movie.end() < source->size())
        table.remove (movie.end(), source->size() - movie.end());

    PieceTableStream stream (table);
    TagLib::MP4::File file (&stream, false);

    auto quickTime = listFrom (quickTimeForm, file.qtChapters()),
         nero = listFrom (neroForm, file.neroChapters());

    if (stream.error())
        return std::unexpected (*stream.error());

    if (raw::neroList (movie.moov) == nullptr && endsWithSizelessList (movie.moov))
        nero.list.chapters.clear();

    const auto entries = raw::neroEntries (movie.moov).value_or (std::vector<raw::NeroEntry> {});
    addUncleanTitles (entries, nero);
    addListOfLaterUserData (movie.moov, entries, nero);

    if (quickTime.list.chapters.empty())
        quickTime.list.chapters = chaptersWithFarTitles (movie, *source);

    sortChapters (nero.list.chapters);
    sortChapters (quickTime.list.chapters);
    attach (chapterExtras (movie, *source), quickTime);
    moveBy (titlesLeadMs (movie), quickTime.list.chapters);
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
