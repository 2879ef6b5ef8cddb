// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Mp4/SampleTable.h"

#include "Foundation/Bytes.h"
#include "Tagging/Mp4/TimedHeader.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace earmark::mp4
{

namespace
{

/** Number of entries of a table atom of fixed-size entries, checked against its length. */
std::optional<std::uint32_t> entryCount (const Atom* atom, std::size_t countAt, std::size_t entrySize)
{
    if (atom == nullptr || atom->payload.size() < countAt + 4)
        return {};

    const auto count = bytes::u32 (atom->payload, countAt);
    return count <= (atom->payload.size() - countAt - 4) / entrySize ? std::optional (count) : std::nullopt;
}

/** The sizes of a track's samples: all the same, or a table of 32 bits each, or one of 4, 8 or 16 bits. */
class SampleSizes
{
public:
    static std::optional<SampleSizes> of (const Atom& table)
    {
        const auto* full = table.find ("stsz");
        const auto* compact = table.find ("stz2");
        const auto* atom = full != nullptr ? full : compact;

        if (atom == nullptr || atom->payload.size() < 12)
            return {};

        SampleSizes sizes (atom->payload);
        sizes.fixed = full != nullptr ? bytes::u32 (atom->payload, 4) : 0;
        sizes.bits = full != nullptr ? 32 : bytes::u8 (atom->payload, 7);
        sizes.samples = bytes::u32 (atom->payload, 8);

        const bool known = full != nullptr || sizes.bits == 4 || sizes.bits == 8 || sizes.bits == 16;
        const auto needed = (std::uint64_t (sizes.samples) * sizes.bits + 7) / 8;
        return known && (sizes.fixed != 0 || needed <= atom->payload.size() - 12) ? std::optional (sizes)
                                                                                  : std::nullopt;
    }

    std::uint32_t count() const { return samples; }

    std::uint64_t sum (std::uint64_t first, std::uint64_t last) const
    {
        if (fixed != 0)
            return (last - first) * fixed;

        std::uint64_t total = 0;

        for (auto i = first; i < last; ++i)
            total += sizeOf (std::size_t (i));

        return total;
    }

private:
    explicit SampleSizes (std::string_view payload) : bytesOfAtom (payload) {}

    std::string_view bytesOfAtom;
    std::uint32_t fixed = 0, bits = 32, samples = 0;

    std::uint32_t sizeOf (std::size_t i) const
    {
        switch (bits)
        {
            case 4:
                return std::uint32_t (bytes::u8 (bytesOfAtom, 12 + i / 2)) >> (i % 2 == 0 ? 4 : 0) & 15u;
            case 8:
                return bytes::u8 (bytesOfAtom, 12 + i);
            case 16:
                return bytes::u16 (bytesOfAtom, 12 + 2 * i);
            default:
                return bytes::u32 (bytesOfAtom, 12 + 4 * i);
        }
    }
};

/** What chunks a track has, and which samples [first, last) lie in each. */
struct Chunk
{
    std::uint64_t offset;
    std::uint64_t first, last;
};

struct Tables
{
    SampleSizes sizes;
    std::vector<Chunk> chunks;
};

Result<Tables> tablesOf (const Atom& trak)
{
    const auto* table = trak.at ("mdia", "minf", "stbl");

    if (table == nullptr)
        return damaged ("sample table");

    const auto* runs = table->find ("stsc");
    const auto* wideOffsets = table->find ("co64");
    const auto* offsets = wideOffsets != nullptr ? wideOffsets : table->find ("stco");
    const std::size_t offsetSize = wideOffsets != nullptr ? 8 : 4;

    const auto sizes = SampleSizes::of (*table);
    const auto chunkCount = entryCount (offsets, 4, offsetSize);
    const auto runCount = entryCount (runs, 4, 12);

    // Two tables of offsets could say different things to different players.
    if (! sizes || ! chunkCount || ! runCount || (wideOffsets != nullptr && table->find ("stco") != nullptr))
        return damaged ("sample table");

    Tables tables { *sizes, {} };
    tables.chunks.reserve (*chunkCount);
    std::uint32_t run = 0;
    std::uint64_t sample = 0;

    for (std::uint32_t chunk = 0; chunk < *chunkCount; ++chunk)
    {
        // A run names the first chunk (from 1) that it holds for.
        while (run + 1 < *runCount && bytes::u32 (runs->payload, 8 + 12 * (run + 1)) <= chunk + 1)
            ++run;

        const auto at = 8 + offsetSize * chunk;
        const auto offset =
            offsetSize == 8 ? bytes::u64 (offsets->payload, at) : bytes::u32 (offsets->payload, at);
        const std::uint64_t samples = *runCount == 0 ? 0 : bytes::u32 (runs->payload, 8 + 12 * run + 4);
        const auto last = std::min<std::uint64_t> (sizes->count(), sample + samples);
        tables.chunks.push_back ({ offset, std::min (sample, last), last });
        sample = last;
    }

    return tables;
}

} // namespace

Result<std::vector<Extent>> chunksOf (const Atom& trak)
{
    return tablesOf (trak).transform (
        [] (const Tables& tables)
        {
            std::vector<Extent> extents;
            extents.reserve (tables.chunks.size());

            for (const auto& chunk : tables.chunks)
                extents.push_back ({ chunk.offset, tables.sizes.sum (chunk.first, chunk.last) });

            return extents;
        });
}

std::int64_t leadMs (const Atom& trak, std::uint32_t movieTimescale)
{
    const auto* list = trak.at ("edts", "elst");
    const bool wide = list != nullptr && ! list->payload.empty() && bytes::u8 (list->payload, 0) == 1;
    const std::size_t half = wide ? 8 : 4, size = 2 * half + 4; // duration, time in the media, rate
    const auto count = entryCount (list, 4, size).value_or (0);
    std::uint64_t lead = 0;

    for (std::size_t at = 8; at < 8 + count * size; at += size)
    {
        const auto duration = wide ? bytes::u64 (list->payload, at) : bytes::u32 (list->payload, at);
        const bool isEmpty = wide ? bytes::u64 (list->payload, at + half) == UINT64_MAX
                                  : bytes::u32 (list->payload, at + half) == UINT32_MAX;

        if (! isEmpty || duration > UINT64_MAX - lead)
            break;

        lead += duration;
    }

    return toDuration (lead, movieTimescale).milliseconds (Rounding::nearest);
}

Result<std::vector<Sample>> samplesOf (const Atom& trak, std::size_t limit)
{
    const auto tables = tablesOf (trak);

    if (! tables)
        return std::unexpected (tables.error());

    const auto header = timedHeader (trak.at ("mdia", "mdhd"));
    const auto* times = trak.at ("mdia", "minf", "stbl", "stts");
    const auto runs = entryCount (times, 4, 8);

    if (! header || ! runs)
        return damaged ("table of times");

    std::vector<Sample> samples;
    std::uint64_t ticks = 0;
    std::uint32_t run = 0, inRun = 0;

    const auto now = [&]
    { return toDuration (ticks, header->timescale).milliseconds (Rounding::nearest); }; // as TagLib

    for (const auto& chunk : tables->chunks)
    {
        auto offset = chunk.offset;

        for (auto i = chunk.first; i < chunk.last && samples.size() < limit; ++i)
        {
            const auto size = tables->sizes.sum (i, i + 1);
            samples.push_back ({ { offset, size }, now(), 0 });
            offset += size;

            while (run < *runs && inRun >= bytes::u32 (times->payload, 8 + 8 * run))
            {
                ++run;
                inRun = 0;
            }

            if (run < *runs)
            {
                ticks += bytes::u32 (times->payload, 8 + 8 * run + 4);
                ++inRun;
            }

            samples.back().endMs = now();
        }
    }

    return samples;
}

} // namespace earmark::mp4
