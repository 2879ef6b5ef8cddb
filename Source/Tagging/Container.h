// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Model/Outline.h"
#include "Tagging/Inventory.h"
#include "Tagging/PieceTable.h"
#include "Tagging/Profile.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace earmark
{

/** One list of chapters as a file carries it; some containers have several. */
struct StoredList
{
    std::string form; ///< "ID3v2 CHAP", "Nero", "QuickTime"
    std::vector<Chapter> chapters;
};

struct ContainerReading
{
    std::vector<StoredList> lists; ///< the one that a good player would use first
    Episode episode;               ///< from the file's own tags
    std::optional<Duration> length;
    Notices notices;
};

/** What becomes of the file's own title and album. */
enum class EpisodeTags
{
    fillEmpty, ///< set from the outline where the file has none
    replace,   ///< set from the outline wherever it has them
    keep
};

/** What becomes of a cue sheet inside of a FLAC file, which some players list beside the chapters. */
enum class CueSheets
{
    keep,
    remove
};

struct WriteOptions
{
    EpisodeTags episodeTags = EpisodeTags::fillEmpty;
    CueSheets cueSheets = CueSheets::keep;
    Profile profile;
};

/** The edited file, not yet written. */
struct ContainerEdit
{
    PieceTable result;
    std::vector<StoredList> expected;      ///< what reading the result must give
    std::vector<std::string> changes;      ///< what differs besides the chapters, in plain words
    std::vector<std::string> changedItems; ///< the same as names of inventory items
    Notices notices;

    /** Whether numbers and checksums change in the midst of the audio; the container then has a pagedInventory. */
    bool renumbersPages = false;

    /** It takes another edit back, which may have changed any item. */
    bool takesBack = false;
};

/** Which embedded pictures of chapters a kind of file takes. */
enum class ChapterPictures
{
    any,  ///< or none, which is told when they are left out
    alike ///< only baseline JPEGs of one size
};

/** A kind of audio file. To add one: a file in Containers/ that defines its Container, a line in Containers.cpp, a row in
    Lint/FileFacts.cpp where rules look into its structure, samples in tests/Tagging. The functions never write to the source. */
struct Container
{
    std::string_view id;   ///< "mp3"
    std::string_view name; ///< for people
    std::span<const std::string_view> suffixes;
    std::string_view carries; ///< for people: what a chapter can hold there
    ChapterPictures pictures = ChapterPictures::any;

    /** By the bytes, not the name. */
    bool (*sniff) (const ByteSource&);

    Result<ContainerReading> (*read) (const std::shared_ptr<const ByteSource>&);

    /** Replaces all chapters by those of the outline. */
    Result<ContainerEdit> (*write) (const std::shared_ptr<const ByteSource>&,
                                    const Outline&,
                                    const WriteOptions&);

    /** Takes all chapters out and leaves everything else. */
    Result<ContainerEdit> (*strip) (const std::shared_ptr<const ByteSource>&);

    /** What an edit must keep, found without the help of the code that edits. */
    Result<Inventory> (*inventory) (const std::shared_ptr<const ByteSource>&);

    /** The same for an edit that renumbers pages: the audio without the numbers and checksums of its pages, and an item for each
        page where they are wrong. Null where there are no pages. */
    Result<Inventory> (*pagedInventory) (const std::shared_ptr<const ByteSource>&) = nullptr;

    /** As read(), but without the length, where that costs a walk through all of the audio. Null where it costs nothing. */
    Result<ContainerReading> (*readWithoutLength) (const std::shared_ptr<const ByteSource>&) = nullptr;
};

/** As its read(), with the length only where that costs nothing. */
Result<ContainerReading> readLists (const Container&, const std::shared_ptr<const ByteSource>&);

/** What this edit must keep of a file, by the container's inventory or pagedInventory. */
Result<Inventory>
inventoryFor (const Container&, const ContainerEdit&, const std::shared_ptr<const ByteSource>&);

/** An edited file as a source, so that what reads files reads it too. */
class EditedSource final : public ByteSource
{
public:
    explicit EditedSource (PieceTable edited) : table (std::move (edited)) {}

    std::uint64_t size() const override { return table.size(); }

    using ByteSource::read;

    Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override
    {
        return table.read (offset, into, count);
    }

private:
    PieceTable table;
};

std::span<const Container* const> containers();

/** Null where the bytes are of no kind that Earmark knows. */
const Container* containerOf (const ByteSource&);

} // namespace earmark
