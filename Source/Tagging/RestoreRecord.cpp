// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/RestoreRecord.h"

#include "Foundation/Bytes.h"

// How it lies on the disk:
//
//   "EARMARK-RESTORE1" | path | size of the new file | check of what was new in it | runs | bytes
//   run: 0 (of the new file) or 1 (of the bytes) | offset | length
//
// Numbers are 64-bit big-endian; path and bytes are preceded by their length, runs by their number.

namespace earmark
{

namespace
{

constexpr std::string_view magic = "EARMARK-RESTORE1";

template <class NewFile>
Result<std::uint64_t> checksumOf (const RestoreRecord& record, const NewFile& file)
{
    Checksum sum;
    std::uint64_t at = 0;

    const auto add = [&] (std::uint64_t from, std::uint64_t to) -> Result<void>
    {
        std::string text (std::size_t (to - from), '\0');

        if (auto done = file.read (from, text.data(), text.size()); ! done)
            return done;

        sum.add (text);
        return {};
    };

    for (const auto& run : record.runs)
    {
        if (! run.fromNewFile)
            continue;

        if (auto done = add (at, run.offset); ! done)
            return std::unexpected (done.error());

        at = run.offset + run.length;
    }

    if (auto done = add (at, record.newSize); ! done)
        return std::unexpected (done.error());

    return sum.result();
}

} // namespace

std::string RestoreRecord::render() const
{
    std::string text (magic);
    text += bytes::big64 (path.size()) + path + bytes::big64 (newSize) + bytes::big64 (checksum)
            + bytes::big64 (runs.size());

    for (const auto& run : runs)
        text +=
            bytes::big64 (run.fromNewFile ? 0 : 1) + bytes::big64 (run.offset) + bytes::big64 (run.length);

    return text + bytes::big64 (bytes.size()) + bytes;
}

std::optional<RestoreRecord> RestoreRecord::parse (std::string_view text)
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

    RestoreRecord record;
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

    std::uint64_t reached = 0; // runs of the new file are in its order

    for (const auto& run : record.runs)
    {
        const auto limit = run.fromNewFile ? record.newSize : record.bytes.size();
        good = good && run.offset <= limit && run.length <= limit - run.offset
               && (! run.fromNewFile || run.offset >= reached);
        reached = run.fromNewFile ? run.offset + run.length : reached;
    }

    return good ? std::optional (std::move (record)) : std::nullopt;
}

Result<RestoreRecord> RestoreRecord::inverseOf (const PieceTable& edit)
{
    RestoreRecord record { .path = {}, .newSize = edit.size() };
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
        if (piece.origin == PieceTable::Piece::Origin::source)
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

    const auto sum = checksumOf (record, edit);

    if (! sum)
        return std::unexpected (sum.error());

    record.checksum = *sum;
    return record;
}

Result<PieceTable> RestoreRecord::appliedTo (const std::shared_ptr<const ByteSource>& newFile) const
{
    const auto changed =
        failure (Error::Kind::conflict,
                 "It has been changed since Earmark wrote it; taking that write back would harm it.");

    if (newFile->size() != newSize)
        return changed;

    const auto sum = checksumOf (*this, *newFile);

    if (! sum)
        return std::unexpected (sum.error());

    if (*sum != checksum)
        return changed;

    // From the end, so that the places of what comes before stay those of the current file.
    PieceTable old (newFile);
    auto end = newFile->size();
    std::string between;

    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
    {
        if (! run->fromNewFile)
        {
            between.insert (0, bytes, run->offset, run->length);
            continue;
        }

        const auto runEnd = run->offset + run->length;
        old.replace (runEnd, end - runEnd, between);
        between.clear();
        end = run->offset;
    }

    old.replace (0, end, between);
    return old;
}

} // namespace earmark
