// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/PieceTable.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// MP4 files by hand: unusual ones, huge ones that take no room, and wrong ones.

namespace earmark::tests
{

std::string boxNumber (std::uint64_t value, int bytes);
std::string box (std::string_view type, std::string_view payload);
std::string fullBox (std::string_view type, int version, std::uint32_t flags, std::string_view payload);

/** Bytes of which most are zero and take no memory. */
class SparseSource final : public ByteSource
{
public:
    explicit SparseSource (std::uint64_t bytes) : total (bytes) {}

    void put (std::uint64_t offset, std::string bytes) { parts[offset] = std::move (bytes); }

    std::uint64_t size() const override { return total; }

    using ByteSource::read;
    Result<void> read (std::uint64_t offset, char* into, std::size_t count) const override;

    const std::map<std::uint64_t, std::string>& content() const { return parts; }

private:
    std::uint64_t total;
    std::map<std::uint64_t, std::string> parts; // without overlap
};

/** Makes a file with holes of an edited sparse source. */
void writeSparse (const PieceTable&, const std::filesystem::path&);

/** An MP4 with one audio track whose samples are two for each chunk, 100 bytes each. */
struct MiniMovie
{
    enum class Mdat
    {
        plain,
        wide, ///< with a 64-bit size
        toEnd ///< with size 0
    };

    bool moovFirst = true;
    Mdat mdat = Mdat::plain;
    bool wideOffsets = false;

    /** Of the chunks, inside the payload of mdat. */
    std::vector<std::uint64_t> chunks { 0, 200, 400 };
    std::uint64_t mdatPayload = 600;

    std::uint32_t trackId = 1;
    std::uint32_t nextTrackId = 2;
    std::uint32_t movieTimescale = 600;
    std::uint64_t seconds = 60;

    std::string handler = "soun";
    std::string sampleFormat = "mp4a";

    // Whole atoms, put in as they are.
    std::string inFront, behindMoov, atEnd, insideMoov, insideTrack;

    /** Further tracks, with chunks of the same kind. */
    struct Track
    {
        std::uint32_t id;
        std::string handler;
        std::string format;
        std::vector<std::uint64_t> chunks;
        std::string inside = {};
    };

    std::vector<Track> moreTracks;

    /** The track's sample table, where it is not to be the right one. */
    std::string sampleTable;

    std::shared_ptr<SparseSource> source() const;

    /** Of small ones. */
    std::string bytes() const;

    /** What the table is, with these absolute positions. */
    static std::string
    goodTable (const std::vector<std::uint64_t>& positions, bool wide, std::string_view format);

private:
    std::string moov (std::uint64_t payload) const;
    std::string trak (const Track&, std::uint64_t payload, const std::string& table) const;
};

} // namespace earmark::tests
