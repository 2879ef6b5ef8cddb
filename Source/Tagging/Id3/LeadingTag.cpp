// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Id3/LeadingTag.h"

#include "Foundation/Bytes.h"
#include "Tagging/Id3/TagsBehind.h"

#include <algorithm>

namespace earmark::id3
{

namespace
{

/** Whether another tag follows the first one, or, as v2.4 allows, stands at the end. */
bool hasSecondTag (const TaggedStream& file)
{
    constexpr std::uint64_t headerSize = 10;
    const auto& source = file.source();
    const auto hasMark = [&] (std::uint64_t at, std::string_view mark)
    {
        if (at > source.size() || source.size() - at < headerSize)
            return false;

        const auto text = source.read (at, mark.size());
        return text && *text == mark;
    };

    return (file.tag && hasMark (file.begin, "ID3"))
           || (file.end >= file.begin + headerSize && hasMark (file.end - headerSize, "3DI"));
}

void tellSecondTag (const TaggedStream& file, Notices& notices)
{
    if (hasSecondTag (file))
        notices.push_back (
            { Notice::Grade::warning,
              "The file has another ID3v2 tag behind the first one or at its end, which is "
              "not read and stays as it is: some players show its chapters, too. A tag editor can "
              "join them.",
              {} });
}

/** What is to be said of the episode in the ID3v2 tag, so that what another tag says goes on being shown. */
Episode episodeFor (const TaggedStream& file,
                    const Episode& episode,
                    const WriteOptions& options,
                    ContainerEdit& edit)
{
    const bool saysSomething = ! episode.title.empty() || ! episode.show.empty();

    if (! saysSomething || options.episodeTags == EpisodeTags::keep || isNamedInFront (file)
        || ! isNamedBehind (file))
        return episode;

    if (options.episodeTags == EpisodeTags::replace)
    {
        edit.notices.push_back ({ Notice::Grade::warning,
                                  "The file has only an ID3v1 or APE tag; with a title in an ID3v2 tag, many "
                                  "players no longer show what else the other one says.",
                                  {} });
        return episode;
    }

    auto left = episode;
    left.title.clear();
    left.show.clear();
    edit.notices.push_back (
        { Notice::Grade::ignored,
          "Title and album stay those of its ID3v1 or APE tag, which many players no longer "
          "show where an ID3v2 tag has a title.",
          {} });
    return left;
}

} // namespace

Result<TaggedStream> TaggedStream::open (const std::shared_ptr<const ByteSource>& source)
{
    PieceTable table (source);
    auto tag = readTag (table, 0);

    if (! tag)
        return std::unexpected (tag.error());

    const auto begin = *tag ? (*tag)->size : 0;
    return TaggedStream { std::move (table), std::move (*tag), begin, beginOfTagsBehind (*source) };
}

std::uint64_t sizeOfLeadingTag (const ByteSource& source)
{
    constexpr std::size_t headerSize = 10;
    const auto header = source.read (0, headerSize);

    if (! header || ! header->starts_with ("ID3") || (bytes::u32 (*header, 6) & 0x80808080u) != 0)
        return 0;

    const bool hasFooter = bytes::u8 (*header, 3) == 4 && (bytes::u8 (*header, 5) & 0x10) != 0;
    return headerSize + bytes::synchsafe (*header, 6) + (hasFooter ? headerSize : 0);
}

ContainerReading readingOf (const TaggedStream& file)
{
    ContainerReading reading;

    if (file.tag)
        addTag (*file.tag, reading);

    tellSecondTag (file, reading.notices);
    return reading;
}

Result<ContainerEdit>
writeChapters (const TaggedStream& file, const Outline& outline, Duration length, const WriteOptions& options)
{
    const auto plan = planChapters (outline, length);

    if (! plan)
        return std::unexpected (plan.error());

    ContainerEdit edit {
        .result = file.table, .expected = { expectedList (*plan) }, .changes = {}, .notices = plan->notices
    };
    const auto tag =
        replaceChapters (file.tag, *plan, episodeFor (file, outline.episode, options, edit), options, edit);

    if (! tag)
        return std::unexpected (tag.error());

    edit.result.replace (0, file.begin, *tag);
    tellSecondTag (file, edit.notices);
    std::ranges::copy (lossesOf (outline, options.profile), std::back_inserter (edit.notices));
    return edit;
}

Result<ContainerEdit> stripChapters (const TaggedStream& file)
{
    ContainerEdit edit { .result = file.table, .expected = {}, .changes = {}, .notices = {} };
    tellSecondTag (file, edit.notices);

    // Without chapters nothing is touched, not even the version of the tag.
    if (! file.tag || std::ranges::none_of (file.tag->frames, isChapterFrame))
        return edit;

    const auto tag = removeChapters (*file.tag, edit);

    if (! tag)
        return std::unexpected (tag.error());

    edit.result.replace (0, file.begin, *tag);
    return edit;
}

Result<Inventory> inventoryOf (const TaggedStream& file)
{
    Inventory inventory { .items = {}, .media = { { file.begin, file.source().size() - file.begin } } };

    if (file.tag)
        addItems (*file.tag, inventory);

    return inventory;
}

} // namespace earmark::id3
