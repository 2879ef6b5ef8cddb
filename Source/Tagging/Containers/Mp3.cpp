// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Text.h"
#include "Foundation/Timestamp.h"
#include "Tagging/ChapterPlan.h"
#include "Tagging/Id3/ChapterFrames.h"
#include "Tagging/Id3/Version3.h"
#include "Tagging/Mp3Length.h"

#include <algorithm>
#include <array>
#include <format>

// MP3: an ID3v2.3 tag in front of the frames. TagLib renders the chapter frames; every other frame stays as it is.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 2> suffixes { ".mp3", ".mp2" };
constexpr std::string_view form = "ID3v2 CHAP";

/** Range clones of file systems work in blocks of this size: the audio moves by a multiple of it, where it moves at all. */
constexpr std::uint64_t moveUnit = 4096;

/** The bytes that are audio as far as the length goes: not ID3v1, APEv2 or Lyrics3 at the end. */
std::uint64_t endOfAudio (const ByteSource& source)
{
    constexpr std::uint64_t id3v1Size = 128, apeFooterSize = 32;
    auto end = source.size();

    if (end >= id3v1Size)
        if (const auto tag = source.read (end - id3v1Size, 3); tag && *tag == "TAG")
            end -= id3v1Size;

    if (end >= apeFooterSize)
    {
        if (const auto footer = source.read (end - apeFooterSize, apeFooterSize);
            footer && footer->starts_with ("APETAGEX"))
        {
            const auto little32 = [&] (std::size_t at)
            {
                std::uint32_t value = 0;

                for (std::size_t i = 4; i-- > 0;)
                    value = value << 8 | static_cast<unsigned char> ((*footer)[at + i]);

                return value;
            };

            const bool hasHeader = (little32 (20) & 0x80000000u) != 0;

            // One that claims more than there is, is no tag.
            if (const auto size = std::uint64_t (little32 (12)) + (hasHeader ? apeFooterSize : 0);
                size <= end)
                end -= size;
        }
    }

    return end;
}

struct Mp3File
{
    PieceTable table;
    std::optional<id3::RawTag> tag;
    std::uint64_t tagSize = 0;

    static Result<Mp3File> open (const std::shared_ptr<const ByteSource>& source)
    {
        PieceTable table (source);
        auto tag = id3::readTag (table, 0);

        if (! tag)
            return std::unexpected (tag.error());

        const auto size = *tag ? (*tag)->size : 0;
        return Mp3File { std::move (table), std::move (*tag), size };
    }

    Result<Mp3Length> measure() const
    {
        return measureMp3 (table.source(), tagSize, endOfAudio (table.source()));
    }
};

bool isChapterFrame (const id3::RawFrame& frame)
{
    return frame.id == "CHAP" || frame.id == "CTOC";
}

bool sniff (const ByteSource& source)
{
    const auto begin = source.read (0, 3);

    if (begin && *begin == "ID3")
        return true;

    // A tag may be missing and junk may come first, but then frames must follow soon.
    constexpr std::uint64_t sample = 64u << 10;
    const auto length = measureMp3 (source, 0, std::min (source.size(), sample));
    return length && length->frames > 2 && length->begin < 4096;
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    const auto file = Mp3File::open (source);

    if (! file)
        return std::unexpected (file.error());

    ContainerReading reading;

    if (const auto length = file->measure())
        reading.length = length->length();
    else
        reading.notices.push_back ({ Notice::Grade::warning, length.error().message, {} });

    if (file->tag)
    {
        auto outline = id3::readChapters (*file->tag);
        reading.episode = outline.episode;

        if (! outline.chapters.empty())
            reading.lists.push_back ({ std::string (form), std::move (outline.chapters) });
    }

    return reading;
}

std::string itemName (std::string_view frame)
{
    return std::format ("frame {}", frame);
}

void putText (std::vector<id3::RawFrame>& frames,
              std::string_view id,
              std::string_view name,
              const std::string& text,
              ContainerEdit& edit,
              EpisodeTags policy)
{
    if (text.empty() || policy == EpisodeTags::keep)
        return;

    const auto frame = id3::renderText (id, collapseSpaces (toValidUtf8 (text)));
    const auto old = std::ranges::find (frames, id, &id3::RawFrame::id);

    if (old == frames.end())
        frames.insert (frames.begin(), frame);
    else if (old->body == frame.body
             || (policy == EpisodeTags::fillEmpty && ! trim (id3::readText (*old)).empty()))
        return;
    else
        *old = frame;

    edit.changes.push_back (std::format ("{} is set to '{}'", name, text));
    edit.changedItems.push_back (itemName (id));
}

/** Puts the chapters in place of the old ones, or behind the other frames. */
Result<ContainerEdit> replaceChapters (Mp3File file,
                                       std::vector<id3::RawFrame> chapters,
                                       std::vector<StoredList> expected,
                                       const Episode& episode,
                                       EpisodeTags policy)
{
    ContainerEdit edit {
        .result = file.table, .expected = std::move (expected), .changes = {}, .notices = {}
    };
    std::vector<id3::RawFrame> frames;
    std::string rest;

    if (file.tag)
    {
        auto kept = id3::toVersion3 (*file.tag);

        if (! kept)
            return std::unexpected (kept.error());

        frames = std::move (*kept);
        rest = file.tag->rest;

        if (file.tag->version == 4)
            edit.changes.push_back ("the tag becomes ID3v2.3, which every player reads");

        if (file.tag->hasExtendedHeader)
            edit.notices.push_back ({ Notice::Grade::ignored,
                                      "The tag's extended header (a checksum of the old tag) is not kept.",
                                      {} });
    }

    const auto first = std::ranges::find_if (frames, isChapterFrame);
    const auto place = first - frames.begin();
    std::erase_if (frames, isChapterFrame);
    frames.insert (frames.begin() + place,
                   std::make_move_iterator (chapters.begin()),
                   std::make_move_iterator (chapters.end()));
    putText (frames, "TALB", "the album", episode.show, edit, policy);
    putText (frames, "TIT2", "the title", episode.title, edit, policy);

    // An empty tag is no tag: a file that had none gets its old bytes back when the chapters go.
    if (frames.empty() && rest.empty())
    {
        edit.result.remove (0, file.tagSize);
        return edit;
    }

    const auto needed = id3::renderedSize (frames, rest);
    const auto size = needed + (file.tagSize % moveUnit + moveUnit - needed % moveUnit) % moveUnit;

    if (size > id3::maxTagSize)
        return failure (Error::Kind::tooLarge,
                        "The tag would be larger than the 256 MB that ID3 allows; use smaller pictures.");

    edit.result.replace (0, file.tagSize, id3::renderVersion3 (frames, rest, size));
    return edit;
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    auto file = Mp3File::open (source);

    if (! file)
        return std::unexpected (file.error());

    const auto length = file->measure();

    if (! length)
        return failure (length.error().kind, "It is no MP3: it holds no MPEG audio frames.");

    const auto plan = planChapters (outline, length->length());

    if (! plan)
        return std::unexpected (plan.error());

    StoredList expected { std::string (form), {} };

    for (const auto& chapter : plan->chapters)
        expected.chapters.push_back ({ .start = Position::fromMilliseconds (chapter.startMs),
                                       .end = Position::fromMilliseconds (chapter.endMs),
                                       .title = chapter.title });

    auto edit = replaceChapters (std::move (*file),
                                 id3::renderChapters (*plan),
                                 { std::move (expected) },
                                 outline.episode,
                                 options.episodeTags);

    if (! edit)
        return edit;

    edit->notices.insert (edit->notices.begin(), plan->notices.begin(), plan->notices.end());

    const auto linked = std::ranges::count_if (
        outline.chapters,
        [] (const Chapter& c) { return c.image && std::holds_alternative<LinkedImage> (*c.image); });

    if (linked > 0)
        edit->notices.push_back (
            { Notice::Grade::ignored,
              std::format (
                  "{} of the chapters have a picture's web address; only pictures themselves go into an MP3.",
                  linked),
              {} });

    const auto tolerance = Duration::fromMilliseconds (200);

    if (length->stated
        && (*length->stated > length->walked + tolerance || *length->stated + tolerance < length->walked))
        edit->notices.push_back ({ Notice::Grade::warning,
                                   std::format ("The file's header says {}, but its audio lasts {}: it was "
                                                "cut or joined, and players may seek to the wrong place.",
                                                formatTime (*length->stated),
                                                formatTime (length->walked)),
                                   {} });
    else if (length->variableBitRate && ! length->stated)
        edit->notices.push_back (
            { Notice::Grade::warning,
              "It has a variable bit rate without a seek table: players may jump to the wrong place. Export "
              "it again with a Xing header, or with a constant bit rate.",
              {} });

    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    auto file = Mp3File::open (source);

    if (! file)
        return std::unexpected (file.error());

    // Without chapters nothing is touched, not even the version of the tag.
    if (! file->tag || std::ranges::none_of (file->tag->frames, isChapterFrame))
        return ContainerEdit { .result = file->table, .expected = {}, .changes = {}, .notices = {} };

    return replaceChapters (std::move (*file), {}, {}, {}, EpisodeTags::keep);
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    const auto file = Mp3File::open (source);

    if (! file)
        return std::unexpected (file.error());

    Inventory inventory { .items = {}, .media = { { file->tagSize, source->size() - file->tagSize } } };

    if (! file->tag)
        return inventory;

    // A frame of a v2.4 tag is compared in the form that v2.3 gives it; that its values are the same, write() has checked.
    const auto frames = id3::toVersion3 (*file->tag);

    if (! frames)
        return std::unexpected (frames.error());

    for (const auto& frame : *frames)
        if (! isChapterFrame (frame))
            inventory.items.push_back (
                { itemName (frame.id), std::to_string (frame.flags) + ':' + frame.body });

    if (! file->tag->rest.empty())
        inventory.items.push_back ({ "bytes behind the frames", file->tag->rest });

    return inventory;
}

} // namespace

extern const Container mp3Container;

constexpr Container mp3Container {
    .id = "mp3",
    .name = "MP3",
    .suffixes = suffixes,
    .carries = "title, end, summary, points, link, picture, hidden",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
};

} // namespace earmark
