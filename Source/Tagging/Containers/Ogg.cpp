// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Bytes.h"
#include "Tagging/Id3/LeadingTag.h"
#include "Tagging/Ogg/Headers.h"
#include "Tagging/Xiph/ChapterComments.h"
#include "Tagging/Xiph/CueSheet.h"
#include "Tagging/Xiph/Pictures.h"

#include <algorithm>
#include <array>
#include <format>

// Ogg Vorbis and Opus: chapters as comments in the second header, on the pages that are there.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 3> suffixes { ".ogg", ".oga", ".opus" };
constexpr std::string_view cueSheetForm = "CUESHEET comment";

struct Opened
{
    ogg::OggFile file;
    xiph::Comments comments;

    std::vector<StoredList> cueSheets() const
    {
        std::vector<StoredList> sheets;

        if (auto tracks = xiph::chaptersFromCueComment (comments); ! tracks.empty())
            sheets.push_back ({ std::string (cueSheetForm), std::move (tracks) });

        return sheets;
    }
};

Result<Opened> open (const ByteSource& source)
{
    auto file = ogg::readHeaders (source);

    if (! file)
        return std::unexpected (file.error());

    auto comments = commentsOf (*file);

    if (! comments)
        return std::unexpected (comments.error());

    return Opened { std::move (*file), std::move (*comments) };
}

bool sniff (const ByteSource& source)
{
    const auto page = source.read (id3::sizeOfLeadingTag (source), 4);
    return page && *page == "OggS";
}

void tellLeadingTag (const ogg::OggFile& file, Notices& notices)
{
    if (file.begin > 0)
        notices.push_back (
            { Notice::Grade::ignored,
              "The file begins with an ID3v2 tag, which has no place in an Ogg file: it is not "
              "read, and stays as it is.",
              {} });
}

ContainerReading readingOf (const Opened& ogg)
{
    ContainerReading reading;
    reading.episode = xiph::readEpisode (ogg.comments);

    if (auto chapters = xiph::readChapters (ogg.comments); ! chapters.empty())
        reading.lists.push_back ({ std::string (xiph::chapterForm), std::move (chapters) });

    reading.notices = xiph::noticesOfReading (ogg.comments);
    tellLeadingTag (ogg.file, reading.notices);
    std::ranges::move (ogg.cueSheets(), std::back_inserter (reading.lists));
    return reading;
}

/** The last page says how long the file is, if it is one of the first stream, which only a walk through all of them can tell. */
Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    const auto ogg = open (*source);

    if (! ogg)
        return std::unexpected (ogg.error());

    const auto chained = ogg::isChain (*source, ogg->file);

    if (! chained)
        return std::unexpected (chained.error());

    auto reading = readingOf (*ogg);

    if (*chained)
        reading.notices.push_back ({ Notice::Grade::warning, ogg::sentenceAboutChains(), {} });
    else
        reading.length = ogg->file.length;

    return reading;
}

Result<ContainerReading> readWithoutLength (const std::shared_ptr<const ByteSource>& source)
{
    return open (*source).transform (readingOf);
}

/** Writes the plan's chapters, or none, over the old ones. */
Result<ContainerEdit> replaceChapters (const std::shared_ptr<const ByteSource>& source,
                                       const Opened& ogg,
                                       const ChapterPlan& plan,
                                       const Episode& episode,
                                       EpisodeTags policy)
{
    ContainerEdit edit {
        .result = PieceTable (source), .expected = {}, .changes = {}, .notices = plan.notices
    };
    auto comments = ogg.comments;
    tellLeadingTag (ogg.file, edit.notices);

    if (auto done = xiph::replaceChapters (comments, plan); ! done)
        return std::unexpected (done.error());

    putEpisode (comments, episode, policy, edit);
    putCover (comments, episode, policy, edit);
    auto replaced = ogg::replaceComments (source, ogg.file, comments);

    if (! replaced)
        return std::unexpected (replaced.error());

    edit.result = std::move (replaced->result);
    edit.renumbersPages = replaced->renumbersPages;

    if (edit.renumbersPages)
        edit.changes.push_back (
            "the pages of audio get other numbers, since the comments need more or fewer pages");

    if (! plan.chapters.empty())
        edit.expected.push_back (xiph::expectedList (plan));

    std::ranges::move (ogg.cueSheets(), std::back_inserter (edit.expected));
    return edit;
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto ogg = open (*source);

    if (! ogg)
        return std::unexpected (ogg.error());

    if (auto one = ogg::mustBeOneStream (*source, ogg->file); ! one)
        return std::unexpected (one.error());

    if (! ogg->file.length)
        return failure (Error::Kind::malformed,
                        "It is cut off or damaged: no page says where its audio ends.");

    const auto plan = planChapters (outline, *ogg->file.length);

    if (! plan)
        return std::unexpected (plan.error());

    auto edit = replaceChapters (source, *ogg, *plan, outline.episode, options.episodeTags);

    if (edit)
        std::ranges::copy (xiph::noticesFor (*plan), std::back_inserter (edit->notices));

    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    const auto ogg = open (*source);

    if (! ogg)
        return std::unexpected (ogg.error());

    if (auto one = ogg::mustBeOneStream (*source, ogg->file); ! one)
        return std::unexpected (one.error());

    return replaceChapters (source, *ogg, {}, {}, EpisodeTags::keep);
}

Result<Inventory> headersOnly (const Opened& ogg, const ByteSource& source)
{
    Inventory inventory { .items = {}, .media = { { 0, ogg.file.pages.front().begin } } };
    addItems (ogg.comments, inventory);
    inventory.items.push_back ({ "setup of the decoder", ogg.file.setup });

    // The pages must follow each other without a gap, as the first one is numbered.
    const auto first = ogg::readPage (source, ogg.file.begin).value_or (ogg::Page {}).number;

    for (std::uint32_t i = 0; i < ogg.file.pages.size(); ++i)
        if (ogg.file.pages[i].number != first + 1 + i)
            inventory.items.push_back ({ "page of the headers with a wrong number", std::to_string (i) });

    return inventory;
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    const auto ogg = open (*source);

    if (! ogg)
        return std::unexpected (ogg.error());

    return headersOnly (*ogg, *source)
        .transform (
            [&] (Inventory found)
            {
                found.media.push_back ({ ogg->file.audio, source->size() - ogg->file.audio });
                return found;
            });
}

/** Every page of audio apart, without number and checksum, which are proven instead. */
Result<Inventory> pagedInventory (const std::shared_ptr<const ByteSource>& source)
{
    const auto ogg = open (*source);

    if (! ogg)
        return std::unexpected (ogg.error());

    auto found = headersOnly (*ogg, *source);

    if (! found)
        return found;

    auto at = ogg->file.audio, rest = at;
    auto number = ogg->file.pages.back().number;
    std::size_t index = 0;

    for (; const auto page = ogg::readPage (*source, at); at = page->end(), ++index)
    {
        auto text = source->read (at, std::size_t (page->size));

        if (! text)
            return std::unexpected (text.error());

        text->replace (ogg::checksumAt, 4, 4, '\0');

        if (page->number != ++number)
            found->items.push_back (
                { "page with a wrong number",
                  std::format ("{}: {} off", index, std::int64_t (page->number) - std::int64_t (number)) });

        if (ogg::checksumOf (*text) != page->checksum)
            found->items.push_back ({ "page with a wrong checksum", std::to_string (index) });

        number = page->number;
        found->media.push_back ({ rest, at + ogg::numberAt - rest });
        rest = at + ogg::afterChecksum;
    }

    found->media.push_back ({ rest, source->size() - rest });
    return found;
}

} // namespace

extern const Container oggContainer;

constexpr Container oggContainer {
    .id = "ogg",
    .name = "Ogg Vorbis, Opus",
    .suffixes = suffixes,
    .carries = "title, link",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
    .pagedInventory = pagedInventory,
    .readWithoutLength = readWithoutLength,
};

} // namespace earmark
