// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Container.h"

#include "Foundation/Bytes.h"
#include "Foundation/Text.h"
#include "Tagging/Losses.h"
#include "Tagging/MediaTime.h"
#include "Tagging/Riff/Cues.h"
#include "Tagging/Riff/Id3Chunk.h"

#include <algorithm>
#include <array>

// WAV, Broadcast Wave and their 64-bit forms: the chapters twice, as an ID3v2.3 tag for players and as cue points with labels
// for editors, both from the same plan.

namespace earmark
{

namespace
{

constexpr std::array<std::string_view, 4> suffixes { ".wav", ".wave", ".bwf", ".rf64" };
constexpr std::string_view cueForm = "cue points";

struct WaveFile
{
    riff::ChunkFile file;
    riff::Id3Chunk id3;
    riff::CueSource cues;
    std::int64_t sampleRate = 0;
    std::optional<Duration> length;
};

/** Only a look at the list's type tells; REAPER spells "list" in small letters. */
std::vector<std::uint64_t> placesOfAdtl (const ByteSource& source, const riff::ChunkFile& file)
{
    std::vector<std::uint64_t> places;

    for (const auto& chunk : file.chunks)
        if (equalsIgnoringCase (chunk.id, "LIST") && chunk.size >= 4)
            if (const auto type = source.read (chunk.content(), 4); type && *type == "adtl")
                places.push_back (chunk.begin);

    return places;
}

/** How many samples the audio has: by blocks where a block is a sample, by "fact" where it is compressed, else by its rate. */
void measure (const ByteSource& source, WaveFile& wave)
{
    constexpr std::uint16_t pcm = 1, ieeeFloat = 3, extensible = 0xFFFE;
    const auto* format = wave.file.find ("fmt ");
    const auto* data = wave.file.find ("data");
    const auto text = format == nullptr || format->size < 16
                          ? std::string {}
                          : source.read (format->content(), 16).value_or ({});

    if (text.empty())
        return;

    const auto tag = bytes::little<std::uint16_t> (text, 0);
    const auto byteRate = bytes::little<std::uint32_t> (text, 8);
    const auto block = bytes::little<std::uint16_t> (text, 12);
    wave.sampleRate = bytes::little<std::uint32_t> (text, 4);

    if (data == nullptr || wave.sampleRate == 0)
        return;

    const auto* fact = wave.file.find ("fact");
    const auto samples =
        fact == nullptr || fact->size < 4 ? std::string {} : source.read (fact->content(), 4).value_or ({});

    const auto rate = std::uint64_t (wave.sampleRate);
    wave.length = (tag == pcm || tag == ieeeFloat || tag == extensible) && block > 0
                      ? mediaTime (data->size / block, rate)
                  : ! samples.empty() ? mediaTime (bytes::little<std::uint32_t> (samples, 0), rate)
                                      : mediaTime (data->size, byteRate);
}

bool isCue (const riff::Chunk& chunk)
{
    return chunk.id == "cue ";
}

auto isAdtl (std::vector<std::uint64_t> places)
{
    return [places = std::move (places)] (const riff::Chunk& chunk)
    { return std::ranges::binary_search (places, chunk.begin); };
}

Result<riff::CueSource> readCueSource (const ByteSource& source, const riff::ChunkFile& file)
{
    riff::CueSource cues;
    const auto adtl = isAdtl (placesOfAdtl (source, file));
    const auto cue = std::ranges::find_if (file.chunks, isCue);

    if (cue != file.chunks.end())
    {
        auto content = riff::contentOf (source, *cue);

        if (! content)
            return std::unexpected (content.error());

        cues.cue = std::move (*content);
    }

    // Further lists are those of a second program, and short.
    constexpr std::uint64_t mostFurther = 16u << 20;
    std::uint64_t further = 0;

    for (const auto& chunk : file.chunks)
    {
        if (! adtl (chunk))
            continue;

        further += cues.adtl.empty() ? 0 : chunk.size;

        if (further > mostFurther)
            break;

        auto content = riff::contentOf (source, chunk);

        if (! content)
            return std::unexpected (content.error());

        cues.adtl.push_back (std::move (*content));
    }

    // Nobody's chapters depend on it alone.
    if (const auto* sampler = file.find ("smpl"); sampler != nullptr && ! cues.cue.empty())
        cues.sampler = riff::contentOf (source, *sampler).value_or ({});

    return cues;
}

Result<WaveFile> open (const ByteSource& source)
{
    auto file = riff::readChunks (source);

    if (! file)
        return std::unexpected (file.error());

    auto id3 = riff::readId3 (source, *file);

    if (! id3)
        return std::unexpected (id3.error());

    auto cues = readCueSource (source, *file);

    if (! cues)
        return std::unexpected (cues.error());

    WaveFile wave { std::move (*file), std::move (*id3), std::move (*cues) };
    measure (source, wave);
    return wave;
}

bool sniff (const ByteSource& source)
{
    constexpr std::array<std::string_view, 3> magics { "RIFF", "RF64", "BW64" };
    const auto header = source.read (0, 12);
    return header && header->ends_with ("WAVE")
           && std::ranges::contains (magics, std::string_view (*header).substr (0, 4));
}

Result<ContainerReading> read (const std::shared_ptr<const ByteSource>& source)
{
    const auto wave = open (*source);

    if (! wave)
        return std::unexpected (wave.error());

    ContainerReading reading;
    reading.length = wave->length;

    if (wave->id3.tag)
        id3::addTag (*wave->id3.tag, reading);

    if (auto chapters = riff::chaptersFromCues (wave->cues, wave->sampleRate); ! chapters.empty())
        reading.lists.push_back ({ std::string (cueForm), std::move (chapters) });

    return reading;
}

std::optional<std::string> contentUnlessEmpty (std::size_t chapters, const std::string& content)
{
    return chapters == 0 ? std::nullopt : std::optional (content);
}

/** Puts both forms in place of the old ones. */
Result<ContainerEdit> replaceChapters (const std::shared_ptr<const ByteSource>& source,
                                       const WaveFile& wave,
                                       const ChapterPlan& plan,
                                       const Episode& episode,
                                       const WriteOptions& options)
{
    const auto cues = riff::renderCues (plan, wave.sampleRate);
    ContainerEdit edit {
        .result = PieceTable (source), .expected = {}, .changes = {}, .notices = plan.notices
    };
    std::vector<riff::Replacement> replacements {
        { "cue ", isCue, contentUnlessEmpty (cues.written, cues.cue) },
        { "LIST", isAdtl (placesOfAdtl (*source, wave.file)), contentUnlessEmpty (cues.written, cues.adtl) }
    };

    // A tag without chapters stays as it is when chapters go.
    if (! plan.chapters.empty() || wave.id3.hasChapters())
    {
        auto tag = riff::replaceId3 (wave.id3, "id3 ", plan, episode, options, edit);

        if (! tag)
            return std::unexpected (tag.error());

        replacements.push_back (std::move (*tag));
    }

    auto table = riff::replaceChunks (source, wave.file, replacements);

    if (! table)
        return std::unexpected (table.error());

    edit.result = std::move (*table);

    if (cues.written > 0)
        edit.expected = { id3::expectedList (plan),
                          { std::string (cueForm),
                            riff::chaptersFromCues ({ cues.cue, { cues.adtl }, wave.cues.sampler },
                                                    wave.sampleRate) } };

    noticeLoss (edit.notices,
                std::ptrdiff_t (plan.chapters.size() - cues.written),
                { "{} chapter begins too late for cue points, which count samples with 32 bits; it is in the "
                  "ID3 tag only.",
                  "{} chapters begin too late for cue points, which count samples with 32 bits; they are in "
                  "the ID3 tag only." });

    return edit;
}

Result<ContainerEdit>
write (const std::shared_ptr<const ByteSource>& source, const Outline& outline, const WriteOptions& options)
{
    const auto wave = open (*source);

    if (! wave)
        return std::unexpected (wave.error());

    if (auto whole = riff::mustHaveEnd (wave->file); ! whole)
        return std::unexpected (whole.error());

    if (! wave->length)
        return failure (Error::Kind::unsupported, "It does not say how its audio is stored.");

    const auto plan = planChapters (outline, *wave->length);

    if (! plan)
        return std::unexpected (plan.error());

    auto edit = replaceChapters (source, *wave, *plan, outline.episode, options);

    if (edit)
        std::ranges::copy (id3::lossesOf (outline, options.profile), std::back_inserter (edit->notices));

    return edit;
}

Result<ContainerEdit> strip (const std::shared_ptr<const ByteSource>& source)
{
    const auto wave = open (*source);

    if (! wave)
        return std::unexpected (wave.error());

    // Of a file that is cut off nobody knows what its lost end held.
    if (! wave->file.isOpenEnded && ! wave->id3.hasChapters() && wave->cues.cue.empty()
        && wave->cues.adtl.empty())
        return ContainerEdit { .result = PieceTable (source), .expected = {}, .changes = {}, .notices = {} };

    return replaceChapters (source, *wave, {}, {}, {});
}

Result<Inventory> inventory (const std::shared_ptr<const ByteSource>& source)
{
    const auto wave = open (*source);

    if (! wave)
        return std::unexpected (wave.error());

    Inventory inventory;
    const auto adtl = isAdtl (placesOfAdtl (*source, wave->file));
    const auto isOurs = [&] (const riff::Chunk& chunk)
    { return isCue (chunk) || adtl (chunk) || wave->id3.isAt (chunk); };

    if (auto added = riff::addItems (*source, wave->file, isOurs, inventory); ! added)
        return std::unexpected (added.error());

    riff::addItems (wave->id3, inventory);
    return inventory;
}

} // namespace

extern const Container wavContainer;

constexpr Container wavContainer {
    .id = "wav",
    .name = "WAV",
    .suffixes = suffixes,
    .carries = "title, end, summary, points, link, picture, hidden",
    .sniff = sniff,
    .read = read,
    .write = write,
    .strip = strip,
    .inventory = inventory,
};

} // namespace earmark
