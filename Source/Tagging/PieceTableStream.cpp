// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/PieceTableStream.h"

#include <algorithm>

namespace earmark
{

namespace
{

std::string_view view (const TagLib::ByteVector& bytes)
{
    return { bytes.data(), bytes.size() };
}

} // namespace

// The container is named by the caller; an empty name keeps TagLib from guessing by suffix.
TagLib::FileName PieceTableStream::name() const
{
    return "";
}

TagLib::ByteVector PieceTableStream::readBlock (std::size_t length)
{
    const auto left = std::max<TagLib::offset_t> (0, this->length() - position);
    const auto n = std::min (length, std::size_t (left));

    if (n == 0)
        return {};

    TagLib::ByteVector bytes (static_cast<unsigned int> (n));

    if (const auto done = table.read (std::uint64_t (position), bytes.data(), n); ! done)
    {
        firstError = firstError ? firstError : done.error();
        return {};
    }

    position += TagLib::offset_t (n);
    return bytes;
}

void PieceTableStream::writeBlock (const TagLib::ByteVector& bytes)
{
    if (position > length())
        table.insert (table.size(), std::string (std::size_t (position - length()), '\0'));

    const auto at = std::uint64_t (position);
    table.replace (at, std::min<std::uint64_t> (bytes.size(), table.size() - at), view (bytes));
    position += bytes.size();
}

void PieceTableStream::insert (const TagLib::ByteVector& bytes, TagLib::offset_t start, std::size_t replace)
{
    const auto at = std::min (std::uint64_t (start), table.size());
    table.replace (at, std::min<std::uint64_t> (replace, table.size() - at), view (bytes));
    position = start + bytes.size();
}

void PieceTableStream::removeBlock (TagLib::offset_t start, std::size_t length)
{
    const auto at = std::min (std::uint64_t (start), table.size());
    table.remove (at, std::min<std::uint64_t> (length, table.size() - at));
}

void PieceTableStream::seek (TagLib::offset_t offset, Position from)
{
    const auto base = from == Beginning ? 0 : from == Current ? position : length();
    position = std::max<TagLib::offset_t> (0, base + offset);
}

void PieceTableStream::truncate (TagLib::offset_t length)
{
    const auto at = std::uint64_t (std::max<TagLib::offset_t> (0, length));

    if (at < table.size())
        table.remove (at, table.size() - at);
}

} // namespace earmark
