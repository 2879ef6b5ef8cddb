// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/ByteSource.h"

#include <cstring>

namespace earmark
{

Result<std::string> ByteSource::read (std::uint64_t offset, std::size_t count) const
{
    // Sizes inside a file may lie: nothing is allocated for bytes that are not there.
    if (offset > size() || count > size() - offset)
        return failure (Error::Kind::malformed,
                        "The file ends before what it announces: it is cut off or damaged.",
                        Place::atByte (offset));

    std::string bytes;
    Result<void> done;
    bytes.resize_and_overwrite (count,
                                [&] (char* into, std::size_t n)
                                {
                                    done = read (offset, into, n);
                                    return done ? n : 0;
                                });
    return done.transform ([&] { return std::move (bytes); });
}

Result<void> MemorySource::read (std::uint64_t offset, char* into, std::size_t count) const
{
    if (offset > bytes.size() || count > bytes.size() - offset)
        return failure (
            Error::Kind::malformed, "The data ends before what it announces.", Place::atByte (offset));

    std::memcpy (into, bytes.data() + offset, count);
    return {};
}

} // namespace earmark
