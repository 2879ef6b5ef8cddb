// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace earmark
{

/** A source for somebody who walks forward over its frames: read in large blocks, since a header is looked at every few hundred bytes. Use one
    from one thread at a time, and no longer than the source. */
class FrameWindow
{
public:
    /** Sees bytes below `limit`, and reads `block` of them at once, or as many as are asked for. */
    FrameWindow (const ByteSource& bytes, std::uint64_t limit, std::size_t block)
        : source (bytes), end (limit), blockSize (block)
    {}

    /** `count` bytes from `offset`, valid until the next call; empty where fewer are left. Fails as ByteSource::read does. */
    Result<std::string_view> at (std::uint64_t offset, std::size_t count)
    {
        if (end < count || offset > end - count)
            return std::string_view {};

        if (offset < begin || offset + count > begin + buffer.size())
        {
            buffer.resize (
                std::size_t (std::min (std::uint64_t (std::max (blockSize, count)), end - offset)));

            if (auto done = source.read (offset, buffer.data(), buffer.size()); ! done)
            {
                buffer.clear();
                return std::unexpected (done.error());
            }

            begin = offset;
        }

        return std::string_view (buffer).substr (std::size_t (offset - begin), count);
    }

    /** Where a byte stands next, at `offset` or behind it; the limit where it does not. Fails as ByteSource::read does. */
    Result<std::uint64_t> find (char byte, std::uint64_t offset)
    {
        while (offset < end)
        {
            if (const auto there = at (offset, 1); ! there)
                return std::unexpected (there.error());

            const auto rest = std::string_view (buffer).substr (std::size_t (offset - begin));

            if (const auto found = rest.find (byte); found != rest.npos)
                return offset + found;

            offset += rest.size();
        }

        return end;
    }

private:
    const ByteSource& source;
    const std::uint64_t end;
    const std::size_t blockSize;
    std::uint64_t begin = 0; ///< of the buffer
    std::string buffer;
};

} // namespace earmark
