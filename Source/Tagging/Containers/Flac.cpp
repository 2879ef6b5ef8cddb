// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Tagging/Cover.h"
#include "Tagging/Flac/Blocks.h"
#include "Tagging/Id3/LeadingTag.h"
#include "Tagging/Xiph/ChapterComments.h"
#include "Tagging/Xiph/CueSheet.h"
#include "Tagging/Xiph/Pictures.h"

#include <algorithm>
#include <array>
#include <format>

// FLAC: chapters as Vorbis comments. An embedded cue sheet is read, and left alone unless it is to be taken out.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 1> suffixes { ".flac" };
constexpr std::string_view cueBlockForm = "CUESHEET block", cueCommentForm = "CUESHEET comment";

/** In the inventory. */
std::string blockName (std::uint8_t type)
{
    return std::format ("block of type {}", type);
}

struct Opened
{
    flac::FlacFile file;
    xiph::Comments comments;
    std::vector<StoredList> cueSheets;
};

Result<Opened> open (const ByteSource& source)
{
    auto file = flac::readBlocks (source);

    if (! file)
        return std::unexpected (file.error());

    auto comments = flac::readComments (source, *file);

    if (! comments)
        return std::unexpected (comments.error());

    Opened opened { std::move (*file), std::move (*comments), {} };

    if (const auto* block = opened.file.find (flac::BlockType::cueSheet))
    {
        const auto content = contentOf (source, *block);

        if (! content)
            return std::unexpected (content.error());

        if (auto tracks = xiph::chaptersFromCueBlock (*content, opened.file.sampleRate); ! tracks.empty())
            opened.cueSheets.push_back ({ std::string (cueBlockForm), std::move (tracks) });
    }

    if (auto tracks = xiph::chaptersFromCueComment (opened.comments); ! tracks.empty())
        opened.cueSheets.push_back ({ std::string (cueCommentForm), std::move (tracks) });

    return opened;
}

bool sniff (const ByteSource& source)
{
    const auto signature = source.read (id3::sizeOfLeadingTag (source), 4);
    return signature && *signature == "fLaC";
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    auto flac = open (*source);

    if (! flac)
        return std::unexpected (flac.error());

    ContainerReading reading;
    reading.length = flac->file.length;
    reading.episode = xiph::readEpisode (flac->comments);

    if (auto chapters = xiph::readChapters (flac->comments); ! chapters.empty())
        reading.lists.push_back ({ std::string (xiph::chapterForm), std::move (chapters) });

    reading.notices = xiph::noticesOfReading (flac->comments);
    std::ranges::move (flac->cueSheets, std::back_inserter (reading.lists));
    return reading;
}

/** FFmpeg and mpv list both, one after the other, wherever they differ or not. */
Notices cueSheetNotices (const std::vector<StoredList>& cueSheets)
{
    Notices notices;

    for (const auto& sheet : cueSheets)
        notices.push_back (
            { Notice::Grade::warning,
              std::format (
                  "The file also has a {} with {} tracks, which stays: players that read both (FFmpeg, "
                  "mpv) will list its tracks among the chapters. Take it out if it is not wanted.",
                  sheet.form,
                  sheet.chapters.size()),
              {} });

    return notices;
}

/** Content of the block of pictures that the file gets; empty where it gets none. */
Result<std::string> newPicture (const ByteSource& source,
                                const Opened& flac,
                                const Episode& episode,
                                EpisodeTags policy,
                                ContainerEdit& edit)
{
    const auto cover = coverToWrite (episode, policy, edit.notices);

    if (! cover)
        return std::string {};

    if (xiph::holdsPicture (flac.comments, *cover->bytes))
        return std::string {};

    auto block = xiph::renderPicture (*cover);
    bool hasPicture = xiph::hasPicture (flac.comments);

    for (const auto& old : flac.file.blocks)
    {
        if (! old.is (flac::BlockType::picture))
            continue;

        const auto content = contentOf (source, old);

        if (! content)
            return std::unexpected (content.error());

        if (content->ends_with (*cover->bytes))
            return std::string {};

        hasPicture = true;
    }

    if (hasPicture)
    {
        edit.notices.push_back (coverStays (policy));
        return std::string {};
    }

    noteCover (blockName (std::uint8_t (flac::BlockType::picture)), edit);
    return block;
}

/** Writes the plan's chapters, or none, over the old ones. */
Result<ContainerEdit> replaceChapters (const std::shared_ptr<const ByteSource>& source,
                                       const Opened& flac,
                                       const ChapterPlan& plan,
                                       const Episode& episode,
                                       const WriteOptions& options)
{
    ContainerEdit edit {
        .result = PieceTable (source), .expected = {}, .changes = {}, .notices = plan.notices
    };
    auto bare = flac.comments, wanted = flac.comments;

    if (auto done = xiph::replaceChapters (bare, {}); ! done)
        return std::unexpected (done.error());

    if (auto done = xiph::replaceChapters (wanted, plan); ! done)
        return std::unexpected (done.error());

    putEpisode (wanted, episode, options.episodeTags, edit);
    auto picture = newPicture (*source, flac, episode, options.episodeTags, edit);

    if (! picture)
        return std::unexpected (picture.error());

    flac::BlockChanges changes { .emptied = {}, .picture = std::move (*picture) };

    if (options.cueSheets == CueSheets::remove)
        for (const auto& sheet : flac.cueSheets)
        {
            edit.changes.push_back (std::format ("the {} is taken out", sheet.form));

            if (sheet.form == cueCommentForm)
            {
                removeComments (wanted, "CUESHEET", edit);
            }
            else
            {
                changes.emptied = flac::BlockType::cueSheet;
                edit.changedItems.push_back (blockName (std::uint8_t (flac::BlockType::cueSheet)));
            }
        }

    auto table = flac::replaceComments (source, flac.file, bare, wanted, changes);

    if (! table)
        return std::unexpected (table.error());

    // A file that had no comments at all gets a block of them with the first, and loses it with the last.
    if (flac.comments.vendor == flac::ourVendor)
        edit.changedItems.push_back ("name of the encoder");

    edit.result = std::move (*table);

    if (! plan.chapters.empty())
        edit.expected.push_back (xiph::expectedList (plan));

    if (options.cueSheets == CueSheets::keep)
        std::ranges::copy (flac.cueSheets, std::back_inserter (edit.expected));

    return edit;
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto flac = open (*source);

    if (! flac)
        return std::unexpected (flac.error());

    if (! flac->file.length)
        return failure (
            Error::Kind::unsupported,
            "The file does not say how long it is; save it again with `flac` or an editor first.");

    const auto plan = planChapters (outline, *flac->file.length);

    if (! plan)
        return std::unexpected (plan.error());

    auto edit = replaceChapters (source, *flac, *plan, outline.episode, options);

    if (edit)
    {
        edit->notices.append_range (xiph::noticesFor (*plan));

        if (options.cueSheets == CueSheets::keep)
            edit->notices.append_range (cueSheetNotices (flac->cueSheets));
    }

    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    const auto flac = open (*source);

    if (! flac)
        return std::unexpected (flac.error());

    const xiph::ChapterNames names (flac->comments);

    if (std::ranges::none_of (flac->comments.list,
                              [&] (const std::string& comment) { return names.own (comment); }))
        return ContainerEdit {
            .result = PieceTable (source), .expected = flac->cueSheets, .changes = {}, .notices = {}
        };

    return replaceChapters (source, *flac, {}, {}, { .episodeTags = EpisodeTags::keep, .profile = {} });
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    constexpr std::uint64_t large = 64u << 10;
    const auto file = flac::readBlocks (*source);

    if (! file)
        return std::unexpected (file.error());

    Inventory inventory;

    if (file->begin > 0)
        inventory.media.push_back ({ 0, file->begin });

    for (const auto& block : file->blocks)
    {
        if (block.is (flac::BlockType::padding))
            continue;

        // A picture may be new, and then it is no run of the file.
        const bool isByPlace = block.size > large && ! block.is (flac::BlockType::picture);
        const auto name = blockName (block.type);

        if (&block == file->find (flac::BlockType::comments))
        {
            const auto comments = flac::readComments (*source, *file);

            if (! comments)
                return std::unexpected (comments.error());

            addItems (*comments, inventory);
        }
        else if (isByPlace)
        {
            inventory.items.push_back ({ name, std::format ("{} bytes", block.size) });
            inventory.media.push_back ({ block.content(), block.size });
        }
        else if (auto content = contentOf (*source, block))
            inventory.items.push_back ({ name, std::move (*content) });
        else
            return std::unexpected (content.error());
    }

    inventory.media.push_back ({ file->audio, source->size() - file->audio });
    return inventory;
}

} // namespace

extern const Container flacContainer;

constexpr Container flacContainer {
    .id = "flac",
    .name = "FLAC",
    .suffixes = suffixes,
    .carries = "title, link",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
};

} // namespace earmark
