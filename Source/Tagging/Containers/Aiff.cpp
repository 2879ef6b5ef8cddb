// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Bytes.h"
#include "Tagging/Losses.h"
#include "Tagging/MediaTime.h"
#include "Tagging/Riff/Id3Chunk.h"
#include "Tagging/Riff/Marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

// AIFF and AIFF-C: the chapters twice, as an ID3v2.3 tag for players and as markers for editors, both from the same plan.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 3> suffixes { ".aif", ".aiff", ".aifc" };
constexpr std::string_view markForm = "markers";

struct AiffFile
{
    riff::ChunkFile file;
    riff::Id3Chunk id3;
    std::string marks; ///< content of the first MARK

    /** An instrument's loops begin and end at markers, by their ids. */
    bool loopsUseMarks = false;

    std::int64_t sampleRate = 0;
    std::optional<Duration> length;

    bool isOurs (const riff::Chunk& chunk) const
    {
        return id3.isAt (chunk) || (chunk.id == "MARK" && ! loopsUseMarks);
    }
};

/** An 80-bit number of IEEE 754, as far as it is a sample rate; 0 where it is none. */
std::int64_t sampleRateFrom (std::string_view text)
{
    constexpr int bias = 16383, mantissaBits = 63;
    const auto exponent = int (bytes::u16 (text, 0) & 0x7FFF) - bias - mantissaBits;
    const auto rate = std::ldexp (double (bytes::u64 (text, 2)), exponent);
    return rate >= 1 && rate <= 10'000'000 ? std::int64_t (std::llround (rate)) : 0;
}

void measure (const ByteSource& source, AiffFile& aiff)
{
    constexpr std::size_t needed = 18;
    const auto* common = aiff.file.find ("COMM");
    const auto text = common == nullptr || common->size < needed
                          ? std::string {}
                          : source.read (common->content(), needed).value_or ({});

    if (text.empty())
        return;

    aiff.sampleRate = sampleRateFrom (std::string_view (text).substr (8));

    if (aiff.sampleRate > 0)
        aiff.length = mediaTime (bytes::u32 (text, 2), std::uint64_t (aiff.sampleRate));
}

/** Whether one of the two loops of "INST" is played at all. */
bool hasLoops (const ByteSource& source, const riff::ChunkFile& file)
{
    constexpr std::size_t sustain = 8, release = 14, needed = 20;
    const auto* instrument = file.find ("INST");

    if (instrument == nullptr || instrument->size < needed)
        return false;

    const auto text = source.read (instrument->content(), needed);
    return text && (bytes::u16 (*text, sustain) != 0 || bytes::u16 (*text, release) != 0);
}

Result<AiffFile> open (const ByteSource& source)
{
    auto file = riff::readChunks (source);

    if (! file)
        return std::unexpected (file.error());

    auto id3 = riff::readId3 (source, *file);

    if (! id3)
        return std::unexpected (id3.error());

    const auto* mark = file->find ("MARK");
    auto marks = mark == nullptr ? std::string {} : riff::contentOf (source, *mark);

    if (! marks)
        return std::unexpected (marks.error());

    const bool loops = mark != nullptr && hasLoops (source, *file);
    AiffFile aiff { std::move (*file), std::move (*id3), std::move (*marks), loops };
    measure (source, aiff);
    return aiff;
}

bool sniff (const ByteSource& source)
{
    const auto header = source.read (0, 12);
    return header && header->starts_with ("FORM")
           && (header->ends_with ("AIFF") || header->ends_with ("AIFC"));
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    const auto aiff = open (*source);

    if (! aiff)
        return std::unexpected (aiff.error());

    ContainerReading reading;
    reading.length = aiff->length;

    if (aiff->id3.tag)
        id3::addTag (*aiff->id3.tag, reading);

    auto marks = aiff->loopsUseMarks ? riff::MarkReading {} : riff::readMarks (aiff->marks, aiff->sampleRate);

    if (! marks.chapters.empty())
        reading.lists.push_back ({ std::string (markForm), std::move (marks.chapters) });

    if (marks.guess)
        reading.notices.push_back (noticeOfGuesses (markForm, *marks.guess));

    return reading;
}

Result<ContainerEdit> replaceChapters (const std::shared_ptr<const ByteSource>& source,
                                       const AiffFile& aiff,
                                       const ChapterPlan& plan,
                                       const Episode& episode,
                                       const WriteOptions& options)
{
    ContainerEdit edit {
        .result = PieceTable (source), .expected = {}, .changes = {}, .notices = plan.notices
    };
    std::vector<riff::Replacement> replacements;

    if (! plan.chapters.empty())
        edit.expected.push_back (id3::expectedList (plan));

    if (! aiff.loopsUseMarks)
    {
        const auto marks = riff::renderMarks (plan, aiff.sampleRate);
        replacements.push_back ({ "MARK",
                                  [] (const riff::Chunk& chunk) { return chunk.id == "MARK"; },
                                  marks.written > 0 ? std::optional (marks.content) : std::nullopt });

        if (marks.written > 0)
            edit.expected.push_back (
                { std::string (markForm), riff::readMarks (marks.content, aiff.sampleRate).chapters });

        if (marks.written < plan.chapters.size())
            edit.notices.push_back (
                { Notice::Grade::ignored,
                  std::format ("{} chapters exceed what markers can count; they are in the ID3 tag only.",
                               plan.chapters.size() - marks.written),
                  {} });

        noticeLoss (
            edit.notices,
            std::ptrdiff_t (marks.cut),
            { "{} title is longer than the {} bytes of a marker's name and is cut there; the ID3 tag "
              "has it whole.",
              "{} titles are longer than the {} bytes of a marker's name and are cut there; the ID3 tag "
              "has them whole." },
            riff::maxMarkName);
    }
    else if (! plan.chapters.empty())
    {
        edit.notices.push_back ({ Notice::Grade::warning,
                                  "The file's markers belong to the loops of an instrument and stay as they "
                                  "are; the chapters are in the ID3 tag only.",
                                  {} });
    }

    // A tag without chapters stays as it is when chapters go.
    if (! plan.chapters.empty() || aiff.id3.hasChapters())
    {
        auto tag = riff::replaceId3 (aiff.id3, "ID3 ", plan, episode, options, edit);

        if (! tag)
            return std::unexpected (tag.error());

        replacements.push_back (std::move (*tag));
    }

    auto table = riff::replaceChunks (source, aiff.file, replacements);

    if (! table)
        return std::unexpected (table.error());

    edit.result = std::move (*table);
    return edit;
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto aiff = open (*source);

    if (! aiff)
        return std::unexpected (aiff.error());

    if (auto whole = riff::mustHaveEnd (aiff->file); ! whole)
        return std::unexpected (whole.error());

    if (! aiff->length)
        return failure (Error::Kind::unsupported, "It does not say how its audio is stored.");

    const auto plan = planChapters (outline, *aiff->length);

    if (! plan)
        return std::unexpected (plan.error());

    auto edit = replaceChapters (source, *aiff, *plan, outline.episode, options);

    if (edit)
        std::ranges::copy (id3::lossesOf (outline, options.profile), std::back_inserter (edit->notices));

    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    const auto aiff = open (*source);

    if (! aiff)
        return std::unexpected (aiff.error());

    // Of a file that is cut off nobody knows what its lost end held.
    if (! aiff->file.isOpenEnded && ! aiff->id3.hasChapters() && (aiff->marks.empty() || aiff->loopsUseMarks))
        return ContainerEdit { .result = PieceTable (source), .expected = {}, .changes = {}, .notices = {} };

    return replaceChapters (source, *aiff, {}, {}, {});
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    const auto aiff = open (*source);

    if (! aiff)
        return std::unexpected (aiff.error());

    Inventory inventory;

    if (auto added = riff::addItems (
            *source, aiff->file, [&] (const riff::Chunk& chunk) { return aiff->isOurs (chunk); }, inventory);
        ! added)
        return std::unexpected (added.error());

    riff::addItems (aiff->id3, inventory);
    return inventory;
}

} // namespace

extern const Container aiffContainer;

constexpr Container aiffContainer {
    .id = "aiff",
    .name = "AIFF",
    .suffixes = suffixes,
    .carries = "title, end, summary, points, link, picture, hidden",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
};

} // namespace earmark
