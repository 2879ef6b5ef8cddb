// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/RestoreStore.h"

#include "Foundation/Bytes.h"
#include "Foundation/File.h"
#include "Foundation/UserFolders.h"

#include <algorithm>
#include <format>
#include <string_view>
#include <vector>

// A record says how the old file is put together: runs of the new file, and bytes that only the old one had.
//
//   "EARMARK-RESTORE1" | path | size of the new file | check of what was new in it | runs | bytes
//   run: 0 (of the new file) or 1 (of the bytes) | offset | length
//
// Numbers are 64-bit big-endian; path and bytes are preceded by their length, runs by their number.

namespace earmark
{

namespace
{

namespace fs = std::filesystem;
using Piece = PieceTable::Piece;

constexpr std::string_view magic = "EARMARK-RESTORE1";
constexpr std::string_view suffix = ".restore";

/** The store may exceed its limits by about one part in this many, for the sake of speed. */
constexpr std::uint64_t overshoot = 64;

/** FNV-1a (draft-eastlake-fnv): tells files apart; nobody attacks it here. */
class Checksum
{
public:
    void add (std::string_view bytes)
    {
        for (const char c : bytes)
            value = (value ^ static_cast<unsigned char> (c)) * 0x100000001B3ull;
    }

    std::uint64_t result() const { return value; }

private:
    std::uint64_t value = 0xCBF29CE484222325ull;
};

struct Run
{
    bool fromNewFile;
    std::uint64_t offset;
    std::uint64_t length;
};

struct Record
{
    std::string path;
    std::uint64_t newSize = 0;
    std::uint64_t checksum = 0;
    std::vector<Run> runs;
    std::string bytes;

    /** Of all in the new file that did not come from the old one. */
    template <class Read>
    static Result<std::uint64_t>
    checksumOf (const std::vector<Run>& runs, std::uint64_t newSize, const Read& read)
    {
        Checksum sum;
        std::uint64_t at = 0;

        const auto add = [&] (std::uint64_t from, std::uint64_t to) -> Result<void>
        {
            std::string text (std::size_t (to - from), '\0');

            if (auto done = read (from, text.data(), text.size()); ! done)
                return done;

            sum.add (text);
            return {};
        };

        for (const auto& run : runs)
        {
            if (! run.fromNewFile)
                continue;

            if (auto done = add (at, run.offset); ! done)
                return std::unexpected (done.error());

            at = run.offset + run.length;
        }

        if (auto done = add (at, newSize); ! done)
            return std::unexpected (done.error());

        return sum.result();
    }

    std::string render() const
    {
        std::string text (magic);
        text += bytes::big64 (path.size()) + path + bytes::big64 (newSize) + bytes::big64 (checksum)
                + bytes::big64 (runs.size());

        for (const auto& run : runs)
            text += bytes::big64 (run.fromNewFile ? 0 : 1) + bytes::big64 (run.offset)
                    + bytes::big64 (run.length);

        return text + bytes::big64 (this->bytes.size()) + this->bytes;
    }

    static std::optional<Record> parse (std::string_view text)
    {
        if (! text.starts_with (magic))
            return {};

        text.remove_prefix (magic.size());
        bool good = true;

        const auto number = [&]
        {
            good = good && text.size() >= 8;
            const auto value = good ? bytes::u64 (text, 0) : 0;
            text.remove_prefix (good ? 8 : 0);
            return value;
        };

        const auto string = [&]
        {
            const auto size = number();
            good = good && size <= text.size();
            const auto value = std::string (text.substr (0, good ? std::size_t (size) : 0));
            text.remove_prefix (value.size());
            return value;
        };

        Record record;
        record.path = string();
        record.newSize = number();
        record.checksum = number();

        for (auto left = number(); good && left > 0; --left)
        {
            const auto fromNewFile = number() == 0;
            const auto offset = number();
            record.runs.push_back ({ fromNewFile, offset, number() });
        }

        record.bytes = string();

        for (const auto& run : record.runs)
        {
            const auto limit = run.fromNewFile ? record.newSize : record.bytes.size();
            good = good && run.offset <= limit && run.length <= limit - run.offset;
        }

        return good ? std::optional (std::move (record)) : std::nullopt;
    }
};

/** The inverse of an edit: the old file in terms of the new one. Runs of the original keep their order in every edit. */
Result<Record> inverseOf (const PieceTable& edit)
{
    Record record { .path = {}, .newSize = edit.size() };
    std::uint64_t newOffset = 0, oldOffset = 0;

    const auto keepBytes = [&] (std::uint64_t to) -> Result<void>
    {
        if (to == oldOffset)
            return {};

        auto old = edit.source().read (oldOffset, std::size_t (to - oldOffset));

        if (! old)
            return std::unexpected (old.error());

        record.runs.push_back ({ false, record.bytes.size(), to - oldOffset });
        record.bytes += *old;
        return {};
    };

    for (const auto& piece : edit.pieces())
    {
        if (piece.origin == Piece::Origin::source)
        {
            if (piece.offset < oldOffset)
                return failure (Error::Kind::unsupported, "The edit changes the order of the file.");

            if (auto done = keepBytes (piece.offset); ! done)
                return std::unexpected (done.error());

            record.runs.push_back ({ true, newOffset, piece.length });
            oldOffset = piece.offset + piece.length;
        }

        newOffset += piece.length;
    }

    if (auto done = keepBytes (edit.source().size()); ! done)
        return std::unexpected (done.error());

    const auto sum =
        Record::checksumOf (record.runs,
                            record.newSize,
                            [&] (auto at, auto* into, auto count) { return edit.read (at, into, count); });

    if (! sum)
        return std::unexpected (sum.error());

    record.checksum = *sum;
    return record;
}

} // namespace

RestoreStore::RestoreStore (fs::path where, Limits bounds) : folder (std::move (where)), limits (bounds) {}

RestoreStore RestoreStore::ofUser()
{
    return RestoreStore (userStateFolder() / "restore");
}

std::uint64_t RestoreStore::nameOf (const fs::path& file)
{
    Checksum name;
    name.add (toUtf8 (file));
    return name.result();
}

fs::path RestoreStore::recordFor (const fs::path& file) const
{
    return folder / std::format ("{:016x}{}", nameOf (file), suffix);
}

Result<void> RestoreStore::remember (const PieceTable& edit, const fs::path& file) const
{
    std::error_code code;
    fs::create_directories (folder, code);
    auto record = inverseOf (edit);

    if (! record)
        return std::unexpected (record.error());

    if (record->bytes.size() > limits.bytes)
        return failure (Error::Kind::tooLarge, "What the write replaces is too large to be remembered.");

    record->path = toUtf8 (file);
    auto written = writeFile (recordFor (file), record->render());

    // Looking at every record costs more than writing one: the names, which are as good as random, choose who pays for it.
    const auto turn = std::max<std::uint64_t> (1, limits.records / overshoot);

    if (written && (nameOf (file) % turn == 0 || record->bytes.size() > limits.bytes / overshoot))
        forgetOldest();

    return written;
}

void RestoreStore::forgetOldest() const
{
    struct Entry
    {
        fs::path path;
        fs::file_time_type time;
        std::uint64_t size;
    };

    std::vector<Entry> entries;
    std::uint64_t total = 0;
    std::error_code code;

    for (fs::directory_iterator i (folder, code), end; ! code && i != end; i.increment (code))
    {
        if (i->path().extension() != suffix)
            continue;

        entries.push_back ({ i->path(), i->last_write_time (code), i->file_size (code) });
        total += entries.back().size;
    }

    std::ranges::sort (entries, {}, &Entry::time);

    for (std::size_t i = 0;
         i < entries.size() && (entries.size() - i > limits.records || total > limits.bytes);
         ++i)
    {
        fs::remove (entries[i].path, code);
        total -= entries[i].size;
    }
}

Result<PieceTable> RestoreStore::takeBack (const std::shared_ptr<const ByteSource>& current,
                                           const fs::path& file) const
{
    const auto text = readFile (recordFor (file), limits.bytes + (1u << 20));

    if (! text)
        return failure (Error::Kind::notFound,
                        "Nothing is remembered of it: Earmark has not written it, or too long ago.");

    const auto record = Record::parse (*text);

    if (! record || record->path != toUtf8 (file))
        return failure (Error::Kind::notFound, "What was remembered of it is damaged.");

    const auto changed =
        failure (Error::Kind::conflict,
                 "It has been changed since Earmark wrote it; taking that write back would harm it.");

    if (current->size() != record->newSize)
        return changed;

    const auto sum = Record::checksumOf (record->runs,
                                         record->newSize,
                                         [&] (auto at, auto* into, auto count)
                                         { return current->read (at, into, count); });

    if (! sum)
        return std::unexpected (sum.error());

    if (*sum != record->checksum)
        return changed;

    // From the end, so that the places of what comes before stay those of the current file.
    PieceTable old (current);
    auto end = current->size();
    std::string between;

    for (auto run = record->runs.rbegin(); run != record->runs.rend(); ++run)
    {
        if (! run->fromNewFile)
        {
            between.insert (0, record->bytes, run->offset, run->length);
            continue;
        }

        const auto runEnd = run->offset + run->length;

        if (runEnd > end)
            return failure (Error::Kind::notFound, "What was remembered of it is damaged.");

        old.replace (runEnd, end - runEnd, between);
        between.clear();
        end = run->offset;
    }

    old.replace (0, end, between);
    return old;
}

} // namespace earmark
