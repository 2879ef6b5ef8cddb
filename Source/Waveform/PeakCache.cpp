// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Waveform/PeakCache.h"

#include "Foundation/File.h"
#include "Foundation/UserFolders.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <format>
#include <fstream>
#include <random>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".peaks";
constexpr std::size_t bytesPerPeak = 6;

/** FNV-1a over words of eight bytes: against accidents, not against people. */
class Checksum
{
public:
    void add (std::string_view bytes)
    {
        while (bytes.size() >= 8)
        {
            std::uint64_t word = 0;
            std::memcpy (&word, bytes.data(), 8);
            mix (word);
            bytes.remove_prefix (8);
        }

        for (const char c : bytes)
            mix (static_cast<unsigned char> (c));
    }

    void add (std::uint64_t number) { mix (number); }

    std::uint64_t result() const { return hash; }

private:
    std::uint64_t hash = 0xCBF29CE484222325u;

    void mix (std::uint64_t word)
    {
        hash = (hash ^ word) * 0x100000001B3u;
        hash ^= hash >> 29; // high bits of a word would never reach the low ones otherwise
    }
};

struct Header
{
    std::array<char, 8> magic { 'E', 'a', 'r', 'P', 'e', 'a', 'k', '1' };
    std::uint64_t sampleRate = 0;
    std::uint64_t length = 0;
    std::uint64_t checksum = 0; ///< of the peaks
};

/** In the byte order of this machine, as the entries are not for others. */
void append (std::string& bytes, Peak peak)
{
    std::array<char, bytesPerPeak> raw {};
    std::memcpy (raw.data(), &peak.low, 2);
    std::memcpy (raw.data() + 2, &peak.high, 2);
    std::memcpy (raw.data() + 4, &peak.rms, 2);
    bytes.append (raw.data(), raw.size());
}

Peak peakAt (std::string_view bytes, std::size_t index)
{
    Peak peak;
    const auto* raw = bytes.data() + index * bytesPerPeak;
    std::memcpy (&peak.low, raw, 2);
    std::memcpy (&peak.high, raw + 2, 2);
    std::memcpy (&peak.rms, raw + 4, 2);
    return peak;
}

std::uint64_t checksumOf (std::string_view bytes)
{
    Checksum sum;
    sum.add (bytes);
    return sum.result();
}

} // namespace

PeakCache::PeakCache (fs::path where, std::uint64_t bound) : folder (std::move (where)), maxBytes (bound) {}

PeakCache PeakCache::ofUser()
{
    return PeakCache (userCacheFolder() / "peaks");
}

Result<std::string> PeakCache::keyOf (const fs::path& path)
{
    std::error_code code;
    const auto size = fs::file_size (path, code);

    if (code)
        return std::unexpected (openError (code));

    const auto changed = fs::last_write_time (path, code).time_since_epoch().count();
    std::ifstream file (path, std::ios::binary);
    Checksum sum;
    sum.add (size);
    sum.add (std::uint64_t (changed));
    constexpr std::uint64_t edge = 65536, sample = 4096, places = 16;

    const auto addFrom = [&] (std::uint64_t at, std::uint64_t count)
    {
        std::string bytes (std::size_t (count), '\0');
        file.clear();
        file.seekg (std::streamoff (at));
        file.read (bytes.data(), std::streamsize (count));
        bytes.resize (std::size_t (std::max<std::streamsize> (file.gcount(), 0)));
        sum.add (bytes);
    };

    addFrom (0, edge);

    for (std::uint64_t i = 1; i < places; ++i)
        addFrom (size / places * i, sample);

    addFrom (size > edge ? size - edge : 0, edge);
    return std::format ("{:016x}{:012x}", sum.result(), size);
}

fs::path PeakCache::fileFor (const std::string& key) const
{
    return folder / (key + std::string (suffix));
}

std::optional<PeakMap> PeakCache::find (const std::string& key) const
{
    const auto path = fileFor (key);
    const auto bytes = readFile (path, std::size_t (maxBytes));
    Header header, expected;

    if (! bytes || bytes->size() < sizeof (Header))
        return std::nullopt;

    std::memcpy (&header, bytes->data(), sizeof (Header));
    const auto peaks = std::string_view (*bytes).substr (sizeof (Header));
    const auto count = peaks.size() / bytesPerPeak;

    if (header.magic != expected.magic || peaks.size() % bytesPerPeak != 0
        || count != (header.length + PeakMap::samplesPerPeak - 1) / PeakMap::samplesPerPeak
        || header.checksum != checksumOf (peaks))
        return std::nullopt;

    PeakMap map { int (header.sampleRate), std::int64_t (header.length), true, {} };

    for (std::size_t first = 0; first < count; first += std::size_t (PeakMap::peaksPerChunk))
    {
        std::vector<Peak> finest;
        finest.reserve (std::size_t (PeakMap::peaksPerChunk));

        for (auto i = first; i < std::min (count, first + std::size_t (PeakMap::peaksPerChunk)); ++i)
            finest.push_back (peakAt (peaks, i));

        map.chunks.push_back (makeChunk (std::move (finest)));
    }

    // The time of change says when it was last of use; where it cannot be set, it goes earlier.
    std::error_code ignored;
    fs::last_write_time (path, fs::file_time_type::clock::now(), ignored);
    return map;
}

void PeakCache::store (const std::string& key, const PeakMap& map) const
{
    if (! map.complete || std::ranges::contains (map.chunks, nullptr))
        return;

    Header header;
    header.sampleRate = std::uint64_t (map.sampleRate);
    header.length = std::uint64_t (map.length);
    std::string bytes (sizeof (Header), '\0');

    for (const auto& chunk : map.chunks)
        for (const auto peak : chunk->levels[0])
            append (bytes, peak);

    header.checksum = checksumOf (std::string_view (bytes).substr (sizeof (Header)));
    std::memcpy (bytes.data(), &header, sizeof (Header));

    if (bytes.size() > maxBytes)
        return;

    std::error_code code;
    fs::create_directories (folder, code);

    // A name of its own, since another process may be storing the same.
    std::random_device random;
    const auto draft = folder / std::format ("{}-{:08x}.draft", key, random());

    if (! writeFile (draft, bytes))
        return;

    fs::rename (draft, fileFor (key), code);

    if (code)
        fs::remove (draft, code);

    makeRoom();
}

void PeakCache::makeRoom() const
{
    struct Entry
    {
        fs::file_time_type used;
        std::uint64_t size;
        fs::path path;
    };

    std::vector<Entry> entries;
    std::uint64_t total = 0;
    std::error_code code;
    const auto now = fs::file_time_type::clock::now();

    for (fs::directory_iterator i (folder, code), end; ! code && i != end; i.increment (code))
    {
        // Any of them may vanish between two questions.
        std::error_code gone;
        const auto size = i->file_size (gone);
        const auto used = gone ? now : i->last_write_time (gone);

        if (gone)
            continue;

        const auto name = i->path().extension();

        if (name == suffix)
        {
            entries.push_back ({ used, size, i->path() });
            total += size;
        }
        else if ((name == ".draft" || name == ".earmark-part") && now - used > std::chrono::hours (1))
        {
            fs::remove (i->path(), gone); // left by a process that was killed
        }
    }

    std::ranges::sort (entries, {}, &Entry::used);

    for (const auto& entry : entries)
    {
        if (total <= maxBytes)
            break;

        fs::remove (entry.path, code);
        total -= entry.size;
    }
}

} // namespace earmark
