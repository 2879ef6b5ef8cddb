// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Posix/Copier.h"

#include "Tagging/Posix/System.h"
#include "Tagging/Posix/WriteFailure.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <format>
#include <unistd.h>

namespace earmark
{

namespace
{

class Copier
{
public:
    Copier (const PieceTable& edited, int sourceFile, int draftFile, const ReplaceOptions& replaceOptions)
        : table (edited), source (sourceFile), draft (draftFile), options (replaceOptions)
    {}

    Result<void> run()
    {
        canClone = system::canClone (source, draft, table.source().size());

        // A full disk must be known before anything is copied. Clones take no space of their own.
        if (! canClone && table.size() > 0 && ! system::reserve (draft, table.size())
            && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
            return writeFailure (errno);

        for (const auto& piece : table.pieces())
        {
            const auto done = piece.origin == PieceTable::Piece::Origin::added
                                  ? write (table.addedBytes (piece))
                                  : copy (piece.offset, piece.length);

            if (! done)
                return done;
        }

        system::startWriting (draft, flushed, position - flushed);
        return ::ftruncate (draft, off_t (position)) == 0 ? Result<void> {} : writeFailure (errno);
    }

private:
    const PieceTable& table;
    const int source;
    const int draft;
    const ReplaceOptions& options;
    std::uint64_t position = 0;
    std::uint64_t flushed = 0;
    bool canClone = false;
    std::string buffer;

    Result<void> write (std::string_view bytes)
    {
        while (! bytes.empty())
        {
            const auto n = ::pwrite (draft, bytes.data(), bytes.size(), off_t (position));

            if (n < 0 && errno == EINTR)
                continue;

            if (n < 0)
                return writeFailure (errno);

            bytes.remove_prefix (std::size_t (n));
            position += std::uint64_t (n);
        }

        // Early write-back lets the disk work while we read; the final fsync then has little left to do.
        constexpr std::uint64_t writeBackUnit = 2u << 20;

        if (position - flushed >= writeBackUnit)
        {
            system::startWriting (draft, flushed, position - flushed);
            flushed = position;
        }

        if (options.progress && ! options.progress (position))
            return failure (Error::Kind::conflict, "Cancelled; the file is as it was.");

        return {};
    }

    Result<void> copyThroughBuffer (std::uint64_t offset, std::uint64_t length)
    {
        // Of the sizes from 64 KB to 4 MB the fastest on ext4, whose page cache takes large pieces at once where they are aligned.
        constexpr std::size_t blockSize = 1u << 20;
        buffer.resize (blockSize);

        while (length > 0)
        {
            const auto upToBoundary = blockSize - position % blockSize;
            const auto n = ::pread (source,
                                    buffer.data(),
                                    std::size_t (std::min<std::uint64_t> (upToBoundary, length)),
                                    off_t (offset));

            if (n < 0 && errno == EINTR)
                continue;

            if (n < 0)
                return failure (
                    Error::Kind::unreadable,
                    std::format ("The disk cannot read the original ({}).", std::strerror (errno)),
                    Place::atByte (offset));

            if (n == 0)
                return failure (Error::Kind::conflict,
                                "The original became shorter while it was read; nothing was replaced.");

            if (auto done = write (std::string_view (buffer).substr (0, std::size_t (n))); ! done)
                return done;

            offset += std::uint64_t (n);
            length -= std::uint64_t (n);
        }

        return {};
    }

    Result<void> copy (std::uint64_t offset, std::uint64_t length)
    {
        constexpr std::uint64_t smallestClone = 64u << 10;

        if (canClone && length >= smallestClone
            && offset % system::cloneBlock == position % system::cloneBlock)
        {
            const auto head = (system::cloneBlock - offset % system::cloneBlock) % system::cloneBlock;

            if (auto done = copyThroughBuffer (offset, head); ! done)
                return done;

            offset += head;
            length -= head;

            // Only a clone that reaches the end of the source may end inside a block.
            const auto whole = offset + length == table.source().size()
                                   ? length
                                   : length / system::cloneBlock * system::cloneBlock;

            if (system::clone (source, offset, whole, draft, position))
            {
                offset += whole;
                length -= whole;
                position += whole;
                flushed = position;
            }
        }

        return copyThroughBuffer (offset, length);
    }
};

} // namespace

Result<void> copyInto (int draft, const PieceTable& table, int source, const ReplaceOptions& options)
{
    return Copier (table, source, draft, options).run();
}

} // namespace earmark
