// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Matroska/ChapterEdit.h"

#include "Tagging/Matroska/NestedChapters.h"

#include <algorithm>

namespace earmark::mkv
{

namespace
{

constexpr std::uint64_t nsPerMs = 1'000'000;

std::string number (Id id, std::uint64_t value)
{
    return renderElement (id, numberBytes (value));
}

/** Whether a rest of so many bytes can be left as room: none, or an empty element, which takes two. */
bool canBeLeft (std::uint64_t rest)
{
    return rest != 1;
}

/** A part and the room that follows it. */
struct Place
{
    std::uint64_t begin = 0, size = 0;
    std::size_t widthOfRoom =
        1; ///< how the room spells its size; kept, so that it looks as before when it comes back
};

Place placeOf (const Segment& segment, std::size_t index)
{
    const auto& part = segment.parts[index];
    Place place { part.begin, part.whole() };

    if (index + 1 < segment.parts.size() && segment.parts[index + 1].id == Id::empty)
    {
        place.size += segment.parts[index + 1].whole();
        place.widthOfRoom = segment.parts[index + 1].sizeWidth;
    }

    return place;
}

std::string filled (std::string element, const Place& place)
{
    if (const auto rest = place.size - element.size(); rest > 0)
        element += renderRoom (rest, place.widthOfRoom);

    return element;
}

/** The SeekHead with an entry for the chapters, or without one, in the same place. */
Result<std::string> newSeekHead (const ByteSource& source,
                                 const Segment& segment,
                                 std::size_t index,
                                 std::optional<std::uint64_t> chaptersAt)
{
    const auto& part = segment.parts[index];
    auto head = readSeekHead (source, part);

    if (! head)
        return std::unexpected (head.error());

    const auto place = placeOf (segment, index);
    const auto entry =
        chaptersAt ? renderElement (Id::seek,
                                    renderElement (Id::seekId, numberBytes (std::uint64_t (Id::chapters)))
                                        + number (Id::seekPosition, segment.positionOf (*chaptersAt)))
                   : std::string {};
    std::string content;
    bool isPlaced = entry.empty();

    for (const auto& old : head->entries)
    {
        if (old.target != Id::chapters)
            content += old.raw;
        else if (! isPlaced)
        {
            content += entry;
            isPlaced = true;
        }
    }

    if (! isPlaced)
        content += entry;

    if (head->hasChecksum)
        content = renderElement (Id::checksum, checksumBytes (content)) + content;

    // A longer spelling of the size takes up a byte that would be too few for room.
    for (auto width = part.sizeWidth; width <= 8; ++width)
        if (auto element = renderElement (Id::seekHead, content, width);
            element.size() <= place.size && canBeLeft (place.size - element.size()))
            return filled (std::move (element), place);

    return failure (Error::Kind::unsupported,
                    "The file's index of its parts (SeekHead) has no room for chapters. Remux it once with "
                    "mkvmerge or FFmpeg, which leave some.");
}

/** What is written where. */
struct Changes
{
    std::vector<PieceTable::Change> all;
    std::optional<std::uint64_t> chaptersAt; ///< in the new file; nullopt where there are none
    std::uint64_t end = 0;                   ///< of the segment there
};

/** The old chapters go, and the new ones take their room where that is large enough, else the segment's end. */
Changes placeChapters (const Segment& segment, const std::string& chapters)
{
    Changes changes;
    changes.end = segment.element.end();

    for (std::size_t i = 0; i < segment.parts.size(); ++i)
    {
        const auto& part = segment.parts[i];

        if (part.id != Id::chapters)
            continue;

        if (part.end() == segment.element.end())
        {
            changes.all.push_back ({ part.begin, part.whole(), {} });
            changes.end -= part.whole();
            continue;
        }

        const auto place = placeOf (segment, i);
        const bool fits = ! chapters.empty() && ! changes.chaptersAt && chapters.size() <= place.size
                          && canBeLeft (place.size - chapters.size());
        changes.all.push_back ({ place.begin, place.size, filled (fits ? chapters : std::string {}, place) });

        if (fits)
            changes.chaptersAt = place.begin;
    }

    if (! chapters.empty() && ! changes.chaptersAt)
    {
        changes.chaptersAt = changes.end;
        changes.all.push_back ({ segment.element.end(), 0, chapters });
        changes.end += chapters.size();
    }

    return changes;
}

/** So that players find them, or look for none. */
Result<void> putIntoIndex (const ByteSource& source, const Segment& segment, Changes& changes)
{
    const auto head = std::ranges::find (segment.parts, Id::seekHead, &Element::id);

    if (head == segment.parts.end() && ! changes.chaptersAt)
        return {};

    if (head == segment.parts.end())
        return failure (
            Error::Kind::unsupported,
            "The file has no index of its parts (SeekHead), so that players would not find chapters. "
            "Remux it once with mkvmerge or FFmpeg.");

    const auto index = std::size_t (head - segment.parts.begin());
    return newSeekHead (source, segment, index, changes.chaptersAt)
        .transform (
            [&] (std::string&& fresh)
            { changes.all.push_back ({ head->begin, placeOf (segment, index).size, std::move (fresh) }); });
}

Result<void> putSize (const Segment& segment, Changes& changes)
{
    const auto size = changes.end - segment.element.content;

    if (fewestFor (size) > segment.element.sizeWidth)
        return failure (Error::Kind::tooLarge, "The file's size no longer fits into its header.");

    changes.all.push_back ({ segment.element.content - segment.element.sizeWidth,
                             segment.element.sizeWidth,
                             sizeBytes (size, segment.element.sizeWidth) });
    return {};
}

} // namespace

std::vector<NestedChapter> treeOf (const ChapterPlan& plan, Nesting nesting)
{
    std::vector<NestedChapter> tree;

    for (const auto& planned : plan.chapters)
    {
        const auto level = planned.source == nullptr || nesting == Nesting::none ? 0 : planned.source->level;
        const auto deepest = tree.empty() ? 0 : std::min (tree.back().depth + 1, deepestChapter);
        tree.push_back ({ &planned, std::clamp (level, 0, deepest), planned.endMs });
    }

    // From behind, so that a child's end is known when its parent's is asked for.
    for (auto i = tree.size(); i-- > 0;)
        for (auto k = i + 1; k < tree.size() && tree[k].depth > tree[i].depth; ++k)
            tree[i].endMs = std::max (tree[i].endMs, tree[k].endMs);

    return tree;
}

std::string renderChapters (const std::vector<NestedChapter>& tree)
{
    // What stands in each chapter that is still open, and at the bottom in the edition.
    std::vector<std::string> open (1);

    const auto close = [&] (int depth)
    {
        while (open.size() > std::size_t (depth) + 1)
        {
            const auto atom = renderElement (Id::chapter, open.back());
            open.pop_back();
            open.back() += atom;
        }
    };

    for (std::size_t i = 0; i < tree.size(); ++i)
    {
        const auto& chapter = *tree[i].planned;
        const bool isHidden = chapter.source != nullptr && ! chapter.source->inContents;
        const auto display =
            renderElement (Id::chapterString, chapter.title) + renderElement (Id::chapterLanguage, "und");
        close (tree[i].depth);
        open.push_back (number (Id::chapterUid, i + 1)
                        + number (Id::chapterStart, std::uint64_t (chapter.startMs) * nsPerMs)
                        + number (Id::chapterEnd, std::uint64_t (tree[i].endMs) * nsPerMs)
                        + (isHidden ? number (Id::chapterHidden, 1) : std::string {})
                        + renderElement (Id::chapterDisplay, display));
    }

    close (0);
    return renderElement (Id::chapters, renderElement (Id::edition, open.front()));
}

Result<PieceTable> replaceChapters (const std::shared_ptr<const ByteSource>& source,
                                    const Segment& segment,
                                    const std::string& chapters)
{
    if (segment.isLive)
        return failure (Error::Kind::unsupported,
                        "It was written as a live stream, whose parts do not say how long they are. Remux it "
                        "once with mkvmerge or FFmpeg.");

    if (segment.find (Id::checksum) != nullptr)
        return failure (Error::Kind::unsupported,
                        "The whole file has a checksum, which chapters would make wrong.");

    auto changes = placeChapters (segment, chapters);

    if (auto found = putIntoIndex (*source, segment, changes); ! found)
        return std::unexpected (found.error());

    if (auto fits = putSize (segment, changes); ! fits)
        return std::unexpected (fits.error());

    PieceTable table (source);
    table.replaceAll (std::move (changes.all));
    return table;
}

} // namespace earmark::mkv
