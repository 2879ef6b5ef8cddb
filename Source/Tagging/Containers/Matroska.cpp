// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Model/Outline.h"
#include "Tagging/Cover.h"
#include "Tagging/Losses.h"
#include "Tagging/Matroska/ChapterEdit.h"
#include "Tagging/Matroska/NestedChapters.h"
#include "Tagging/PieceTableStream.h"
#include "Tagging/TagLibText.h"

#include <taglib/matroskachapter.h>
#include <taglib/matroskachapteredition.h>
#include <taglib/matroskachapters.h>
#include <taglib/matroskafile.h>

#include <algorithm>
#include <array>
#include <format>

// Matroska and WebM: one edition of chapters, edited in place without moving any other part. TagLib reads it back.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 4> suffixes { ".mka", ".mkv", ".webm", ".weba" };
constexpr std::string_view form = "Matroska";

bool sniff (const ByteSource& source)
{
    const auto header = source.read (0, 4);
    return header && bytes::u32 (*header, 0) == std::uint32_t (mkv::Id::header);
}

Chapter chapterFrom (const TagLib::Matroska::Chapter& read)
{
    Chapter chapter { .start = mkv::positionFrom (read.timeStart()), .inContents = ! read.isHidden() };

    if (read.timeEnd() > read.timeStart())
        chapter.end = mkv::positionFrom (read.timeEnd());

    if (! read.displayList().isEmpty())
        chapter.title = fromTagLib (read.displayList().front().string());

    return chapter;
}

/** Each edition is a list; players show the first one. */
Result<std::vector<StoredList>> readEditions (const std::shared_ptr<const ByteSource>& source,
                                              const mkv::Segment& segment)
{
    auto nested = mkv::nestedChapters (*source, segment);

    if (! nested)
        return std::unexpected (nested.error());

    PieceTable table (source);
    PieceTableStream stream (table);
    TagLib::Matroska::File file (&stream, false);
    std::vector<StoredList> lists;

    if (const auto* chapters = file.chapters())
    {
        std::size_t index = 0;

        for (const auto& edition : chapters->chapterEditionList())
        {
            StoredList list { lists.empty() ? std::string (form)
                                            : std::format ("{} edition {}", form, lists.size() + 1),
                              {} };

            for (const auto& chapter : edition.chapterList())
                list.chapters.push_back (chapterFrom (chapter));

            // Behind those they stand in, which comes first where both begin at the same time.
            if (index < nested->size())
                list.chapters.append_range ((*nested)[index]);

            ++index;
            sortChapters (list.chapters);

            if (! list.chapters.empty())
                lists.push_back (std::move (list));
        }
    }

    if (stream.error())
        return std::unexpected (*stream.error());

    return lists;
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    const auto segment = mkv::readSegment (*source);

    if (! segment)
        return std::unexpected (segment.error());

    ContainerReading reading;
    reading.length = segment->length;
    reading.episode.title = segment->title;
    return readEditions (source, *segment)
        .transform (
            [&] (std::vector<StoredList> lists)
            {
                reading.lists = std::move (lists);
                return std::move (reading);
            });
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto segment = mkv::readSegment (*source);

    if (! segment)
        return std::unexpected (segment.error());

    if (! segment->length)
        return failure (Error::Kind::unsupported,
                        "The file does not say how long it is; remux it once with mkvmerge or FFmpeg.");

    const auto plan = planChapters (outline, *segment->length);

    if (! plan)
        return std::unexpected (plan.error());

    const auto nesting =
        options.profile.limits == Profile::Limits::ofContainer ? mkv::Nesting::asLevels : mkv::Nesting::none;
    const auto tree = mkv::treeOf (*plan, nesting);
    auto table = mkv::replaceChapters (source, *segment, mkv::renderChapters (tree));

    if (! table)
        return std::unexpected (table.error());

    StoredList expected { std::string (form), {} };

    for (const auto& chapter : tree)
        expected.chapters.push_back ({ .start = Position::fromMilliseconds (chapter.planned->startMs),
                                       .end = Position::fromMilliseconds (chapter.endMs),
                                       .title = chapter.planned->title });

    ContainerEdit edit { .result = std::move (*table),
                         .expected = { std::move (expected) },
                         .changes = {},
                         .notices = plan->notices };
    std::ranges::copy (
        lossesOf (*plan,
                  "a Matroska file",
                  { .ends = true, .hidden = true, .levels = nesting == mkv::Nesting::asLevels }),
        std::back_inserter (edit.notices));

    if (const auto title = collapseSpaces (outline.episode.title);
        options.episodeTags != EpisodeTags::keep && ! title.empty() && title != segment->title)
        edit.notices.push_back (
            { Notice::Grade::ignored, "Title and album of a Matroska file are left as they are.", {} });

    if (coverToWrite (outline.episode, options.episodeTags, edit.notices))
        edit.notices.push_back (
            { Notice::Grade::ignored,
              "The cover is not written: a Matroska file has it as an attachment, which mkvpropedit can add.",
              {} });

    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    const auto segment = mkv::readSegment (*source);

    if (! segment)
        return std::unexpected (segment.error());

    ContainerEdit edit { .result = PieceTable (source), .expected = {}, .changes = {}, .notices = {} };

    if (segment->find (mkv::Id::chapters) == nullptr)
        return edit;

    auto table = mkv::replaceChapters (source, *segment, {});

    if (! table)
        return std::unexpected (table.error());

    edit.result = std::move (*table);
    return edit;
}

/** What an index says, entry by entry: which part, and whether it is where it should be. */
Result<std::string>
seekHeadText (const ByteSource& source, const mkv::Segment& segment, const mkv::Element& part)
{
    const auto head = mkv::readSeekHead (source, part);

    if (! head)
        return std::unexpected (head.error());

    std::string text;

    for (const auto& entry : head->entries)
    {
        const auto isThere = std::ranges::any_of (
            segment.parts,
            [&] (const mkv::Element& p)
            { return p.id == entry.target && segment.positionOf (p.begin) == entry.position; });

        if (entry.target != mkv::Id::chapters || ! isThere)
            text += std::format ("{:X} {};", std::uint32_t (entry.target), isThere ? "right" : "wrong");
    }

    return text;
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    constexpr std::uint64_t large = 64u << 10;
    const auto segment = mkv::readSegment (*source);

    if (! segment)
        return std::unexpected (segment.error());

    // The header and the segment's id, as far as its size.
    const auto sizeAt = segment->element.content - segment->element.sizeWidth;
    Inventory inventory { .items = {}, .media = { { 0, sizeAt } } };

    for (const auto& part : segment->parts)
    {
        const auto name = std::format ("part {:X}", std::uint32_t (part.id));

        if (part.id == mkv::Id::chapters || part.id == mkv::Id::empty)
            continue;

        if (part.id == mkv::Id::seekHead)
        {
            auto text = seekHeadText (*source, *segment, part);

            if (! text)
                return std::unexpected (text.error());

            inventory.items.push_back ({ name, std::move (*text) });
        }
        else if (part.id == mkv::Id::cluster || part.whole() > large)
        {
            // By its position, too: indices and clusters name it.
            inventory.items.push_back (
                { name, std::format ("{} bytes at {}", part.whole(), segment->positionOf (part.begin)) });
            inventory.media.push_back ({ part.begin, part.whole() });
        }
        else if (auto content = source->read (part.begin, std::size_t (part.whole())))
            inventory.items.push_back (
                { name, std::format ("at {}: {}", segment->positionOf (part.begin), *content) });
        else
            return std::unexpected (content.error());
    }

    inventory.media.push_back ({ segment->element.end(), source->size() - segment->element.end() });
    return inventory;
}

} // namespace

extern const Container matroskaContainer;

constexpr Container matroskaContainer {
    .id = "matroska",
    .name = "Matroska, WebM",
    .suffixes = suffixes,
    .carries = "title, end, hidden",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
};

} // namespace earmark
