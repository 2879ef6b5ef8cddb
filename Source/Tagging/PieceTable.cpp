// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PieceTable.h"

#include <algorithm>
#include <cassert>

namespace earmark
{

PieceTable::PieceTable (std::shared_ptr<const ByteSource> source) : original (std::move (source))
{
    appendSource (0, original->size());
}

PieceTable PieceTable::nothingOf (std::shared_ptr<const ByteSource> source)
{
    PieceTable table (std::move (source));
    table.table.clear();
    table.begins.clear();
    table.total = 0;
    return table;
}

void PieceTable::push (Piece piece)
{
    if (piece.length == 0)
        return;

    table.push_back (piece);
    begins.push_back (total);
    total += piece.length;
}

void PieceTable::appendSource (std::uint64_t offset, std::uint64_t length)
{
    assert (offset <= original->size() && length <= original->size() - offset);

    if (! table.empty() && table.back().origin == Piece::Origin::source
        && table.back().offset + table.back().length == offset)
    {
        table.back().length += length;
        total += length;
        return;
    }

    push ({ Piece::Origin::source, offset, length });
}

void PieceTable::append (std::string_view bytes)
{
    push ({ Piece::Origin::added, added.size(), bytes.size() });
    added += bytes;
}

std::size_t PieceTable::pieceAt (std::uint64_t at) const
{
    assert (at < total);
    return std::size_t (std::ranges::upper_bound (begins, at) - begins.begin()) - 1;
}

void PieceTable::findBegins (std::size_t from)
{
    begins.resize (table.size());

    for (auto i = from; i < table.size(); ++i)
        begins[i] = i == 0 ? 0 : begins[i - 1] + table[i - 1].length;
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

    for (auto i = count == 0 ? table.size() : pieceAt (at); count > 0; ++i)
    {
        const auto& piece = table[i];
        const auto skip = at - begins[i];
        const auto n = std::size_t (std::min<std::uint64_t> (count, piece.length - skip));

        if (piece.origin == Piece::Origin::added)
            std::copy_n (added.data() + piece.offset + skip, n, into);
        else if (auto done = original->read (piece.offset + skip, into, n); ! done)
            return done;

        at += n;
        into += n;
        count -= n;
    }

    return {};
}

/** Makes a piece begin at `at` and returns its index. */
std::size_t PieceTable::splitAt (std::uint64_t at)
{
    if (at == total)
        return table.size();

    const auto i = pieceAt (at);

    if (at == begins[i])
        return i;

    auto tail = table[i];
    const auto head = at - begins[i];
    tail.offset += head;
    tail.length -= head;
    table[i].length = head;
    table.insert (table.begin() + std::ptrdiff_t (i) + 1, tail);
    findBegins (i + 1);
    return i + 1;
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

    findBegins (first);
    total = total - removed + bytes.size();
}

void PieceTable::replaceAll (std::vector<Change> changes)
{
    // From the back, so that places in front stay.
    std::ranges::stable_sort (changes, {}, &Change::at);

    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        replace (change->at, change->removed, change->bytes);
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
