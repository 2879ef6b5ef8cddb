// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Movies.h"

#include "Support/Must.h"
#include "Support/TemporaryFolder.h"

#include <algorithm>
#include <cstring>
#include <fstream>

namespace earmark::tests
{

namespace
{

constexpr std::uint64_t sampleSize = 100, samplesInChunk = 2;

std::string n16 (std::uint64_t v)
{
    return boxNumber (v, 2);
}

std::string n32 (std::uint64_t v)
{
    return boxNumber (v, 4);
}

std::string n64 (std::uint64_t v)
{
    return boxNumber (v, 8);
}

bool fits32 (std::uint64_t v)
{
    return v <= 0xFFFFFFFF;
}

std::string movieHeader (std::uint32_t timescale, std::uint64_t duration, std::uint32_t next)
{
    const auto rest = n32 (0x10000) + n16 (0x100) + std::string (10, '\0') + n32 (0x10000)
                      + std::string (12, '\0') + n32 (0x10000) + std::string (12, '\0') + n32 (0x40000000)
                      + std::string (24, '\0') + n32 (next);

    if (fits32 (duration))
        return fullBox ("mvhd", 0, 0, n32 (0) + n32 (0) + n32 (timescale) + n32 (duration) + rest);

    return fullBox ("mvhd", 1, 0, n64 (0) + n64 (0) + n32 (timescale) + n64 (duration) + rest);
}

std::string trackHeader (std::uint32_t id, std::uint64_t duration)
{
    const auto rest = std::string (8, '\0') + n16 (0) + n16 (0) + n16 (0x100) + n16 (0) + n32 (0x10000)
                      + std::string (12, '\0') + n32 (0x10000) + std::string (12, '\0') + n32 (0x40000000)
                      + n32 (0) + n32 (0);

    if (fits32 (duration))
        return fullBox ("tkhd", 0, 7, n32 (0) + n32 (0) + n32 (id) + n32 (0) + n32 (duration) + rest);

    return fullBox ("tkhd", 1, 7, n64 (0) + n64 (0) + n32 (id) + n32 (0) + n64 (duration) + rest);
}

std::string mediaHeader (std::uint64_t duration)
{
    if (fits32 (duration))
        return fullBox (
            "mdhd", 0, 0, n32 (0) + n32 (0) + n32 (44100) + n32 (duration) + n16 (0x55C4) + n16 (0));

    return fullBox ("mdhd", 1, 0, n64 (0) + n64 (0) + n32 (44100) + n64 (duration) + n16 (0x55C4) + n16 (0));
}

/** No two chunks hold the same bytes. */
std::string chunkBytes (std::size_t index)
{
    std::string bytes (std::size_t (sampleSize * samplesInChunk), '\0');

    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = char ((index * 7 + i * 3 + 1) % 251);

    return bytes;
}

} // namespace

std::string boxNumber (std::uint64_t value, int bytes)
{
    std::string text;

    for (int i = bytes - 1; i >= 0; --i)
        text += char (value >> (8 * i) & 0xFF);

    return text;
}

std::string box (std::string_view type, std::string_view payload)
{
    return n32 (payload.size() + 8) + std::string (type) + std::string (payload);
}

std::string fullBox (std::string_view type, int version, std::uint32_t flags, std::string_view payload)
{
    return box (type, boxNumber (std::uint64_t (version), 1) + boxNumber (flags, 3) + std::string (payload));
}

Result<void> SparseSource::read (std::uint64_t offset, char* into, std::size_t count) const
{
    if (offset > total || count > total - offset)
        return failure (
            Error::Kind::malformed, "The data ends before what it announces.", Place::atByte (offset));

    std::memset (into, 0, count);

    for (const auto& [begin, bytes] : parts)
    {
        const auto from = std::max (begin, offset);
        const auto to = std::min (begin + bytes.size(), offset + count);

        if (from < to)
            std::memcpy (into + (from - offset), bytes.data() + (from - begin), std::size_t (to - from));
    }

    return {};
}

void writeSparse (const PieceTable& table, const std::filesystem::path& path)
{
    writeBytes (path, {});
    std::filesystem::resize_file (path, table.size());
    std::fstream stream (path, std::ios::binary | std::ios::in | std::ios::out);
    std::uint64_t at = 0;

    const auto put = [&] (std::uint64_t offset, std::string_view bytes)
    {
        stream.seekp (std::streamoff (offset));
        stream.write (bytes.data(), std::streamsize (bytes.size()));
    };

    for (const auto& piece : table.pieces())
    {
        if (piece.origin == PieceTable::Piece::Origin::added)
            put (at, table.addedBytes (piece));
        else
            for (const auto& [begin, bytes] : dynamic_cast<const SparseSource&> (table.source()).content())
            {
                const auto from = std::max (begin, piece.offset);
                const auto to = std::min (begin + bytes.size(), piece.offset + piece.length);

                if (from < to)
                    put (at + (from - piece.offset),
                         std::string_view (bytes).substr (std::size_t (from - begin),
                                                          std::size_t (to - from)));
            }

        at += piece.length;
    }

    REQUIRE (stream.good());
}

std::string
MiniMovie::goodTable (const std::vector<std::uint64_t>& positions, bool wide, std::string_view format)
{
    const auto count = positions.size();
    const auto entry = std::string (6, '\0') + n16 (1) + std::string (8, '\0') + n16 (1) + n16 (16) + n32 (0)
                       + n32 (44100u << 16);
    std::string offsets;

    for (const auto position : positions)
        offsets += wide ? n64 (position) : n32 (position);

    return box ("stbl",
                fullBox ("stsd", 0, 0, n32 (1) + box (format, entry))
                    + fullBox ("stts", 0, 0, n32 (1) + n32 (count * samplesInChunk) + n32 (1024))
                    + fullBox ("stsc", 0, 0, n32 (1) + n32 (1) + n32 (samplesInChunk) + n32 (1))
                    + fullBox ("stsz", 0, 0, n32 (sampleSize) + n32 (count * samplesInChunk))
                    + fullBox (wide ? "co64" : "stco", 0, 0, n32 (count) + offsets));
}

std::string MiniMovie::trak (const Track& track, std::uint64_t payload, const std::string& table) const
{
    std::vector<std::uint64_t> positions;

    for (const auto chunk : track.chunks)
        positions.push_back (payload + chunk);

    const auto samples = table.empty() ? goodTable (positions, wideOffsets, track.format) : table;
    const auto handlerBox = fullBox ("hdlr", 0, 0, n32 (0) + track.handler + std::string (13, '\0'));
    const auto reference = box ("dinf", fullBox ("dref", 0, 0, n32 (1) + fullBox ("url ", 0, 1, {})));
    const auto media = box ("mdia",
                            mediaHeader (seconds * 44100) + handlerBox
                                + box ("minf", fullBox ("smhd", 0, 0, n32 (0)) + reference + samples));
    return box ("trak", trackHeader (track.id, seconds * movieTimescale) + track.inside + media);
}

std::string MiniMovie::moov (std::uint64_t payload) const
{
    auto tracks = trak ({ trackId, handler, sampleFormat, chunks, insideTrack }, payload, sampleTable);

    for (const auto& track : moreTracks)
        tracks += trak (track, payload, {});

    return box ("moov",
                movieHeader (movieTimescale, seconds * movieTimescale, nextTrackId) + tracks + insideMoov);
}

std::shared_ptr<SparseSource> MiniMovie::source() const
{
    const auto front = box ("ftyp", "M4A " + n32 (0) + "M4A mp42") + inFront;
    const auto header = mdat == Mdat::wide    ? n32 (1) + "mdat" + n64 (mdatPayload + 16)
                        : mdat == Mdat::toEnd ? n32 (0) + "mdat"
                                              : n32 (mdatPayload + 8) + "mdat";

    // The size of moov does not depend on the positions in it.
    const auto moovSize = moov (0).size();
    const auto payload = front.size() + (moovFirst ? moovSize + behindMoov.size() : 0) + header.size();
    const auto movie = moov (payload);
    const auto mdatEnd = payload + mdatPayload;
    auto source = std::make_shared<SparseSource> (mdatEnd + (moovFirst ? 0 : moovSize + behindMoov.size())
                                                  + atEnd.size());

    if (moovFirst)
    {
        source->put (0, front + movie + behindMoov + header);
        source->put (mdatEnd, atEnd);
    }
    else
    {
        source->put (0, front + header);
        source->put (mdatEnd, movie + behindMoov + atEnd);
    }

    std::size_t number = 0;

    const auto putChunks = [&] (const std::vector<std::uint64_t>& positions)
    {
        for (const auto position : positions)
            if (position + sampleSize * samplesInChunk <= mdatPayload)
                source->put (payload + position, chunkBytes (number++));
    };

    putChunks (chunks);

    for (const auto& track : moreTracks)
        putChunks (track.chunks);

    return source;
}

std::string MiniMovie::bytes() const
{
    const auto made = source();
    return must (made->read (0, std::size_t (made->size())));
}

} // namespace earmark::tests
