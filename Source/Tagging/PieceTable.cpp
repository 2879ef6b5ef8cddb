// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PieceTable.h"

#include <algorithm>
#include <cassert>

namespace earmark
{

PieceTable::PieceTable (std::shared_ptr<const ByteSource> source)
    : original (std::move (source)), total (original->size())
{
    if (total > 0)
        table.push_back ({ Piece::Origin::source, 0, total });
}

std::string_view PieceTable::addedBytes (const Piece& piece) const
{
    return std::string_view (added).substr (piece.offset, piece.length);
}

Result<void> PieceTable::read (std::uint64_t at, char* into, std::size_t count) const
{
    if (at > total || count > total - at)
        return failure (Error::Kind::malformed,
                        "The file ends before what it announces: it is cut off or damaged.",
                        Place::atByte (at));

    std::uint64_t begin = 0;

    for (const auto& piece : table)
    {
        if (count == 0)
            break;

        if (at < begin + piece.length)
        {
            const auto skip = at - begin;
            const auto n = std::size_t (std::min<std::uint64_t> (count, piece.length - skip));

            if (piece.origin == Piece::Origin::added)
                std::copy_n (added.data() + piece.offset + skip, n, into);
            else if (auto done = original->read (piece.offset + skip, into, n); ! done)
                return done;

            at += n;
            into += n;
            count -= n;
        }

        begin += piece.length;
    }

    return {};
}

/** Makes a piece begin at `at` and returns its index. */
std::size_t PieceTable::splitAt (std::uint64_t at)
{
    std::uint64_t begin = 0;

    for (std::size_t i = 0; i < table.size(); ++i)
    {
        if (at == begin)
            return i;

        if (at < begin + table[i].length)
        {
            const auto head = at - begin;
            auto tail = table[i];
            tail.offset += head;
            tail.length -= head;
            table[i].length = head;
            table.insert (table.begin() + std::ptrdiff_t (i) + 1, tail);
            return i + 1;
        }

        begin += table[i].length;
    }

    return table.size();
}

void PieceTable::replace (std::uint64_t at, std::uint64_t removed, std::string_view bytes)
{
    assert (at <= total && removed <= total - at);

    const auto first = splitAt (at);
    const auto last = splitAt (at + removed);
    table.erase (table.begin() + std::ptrdiff_t (first), table.begin() + std::ptrdiff_t (last));

    if (! bytes.empty())
    {
        table.insert (table.begin() + std::ptrdiff_t (first),
                      { Piece::Origin::added, added.size(), bytes.size() });
        added += bytes;
    }

    total = total - removed + bytes.size();
}

Result<bool> PieceTable::equalsSource() const
{
    if (total != original->size())
        return false;

    constexpr std::size_t blockSize = 1u << 20;
    std::uint64_t at = 0;
    std::string a, b;

    for (const auto& piece : table)
    {
        const bool unmoved = piece.origin == Piece::Origin::source && piece.offset == at;

        for (std::uint64_t done = 0; ! unmoved && done < piece.length; done += blockSize)
        {
            const auto n = std::size_t (std::min<std::uint64_t> (blockSize, piece.length - done));
            a.resize (n);
            b.resize (n);

            if (auto got = read (at + done, a.data(), n); ! got)
                return std::unexpected (got.error());

            if (auto got = original->read (at + done, b.data(), n); ! got)
                return std::unexpected (got.error());

            if (a != b)
                return false;
        }

        at += piece.length;
    }

    return true;
}

} // namespace earmark
