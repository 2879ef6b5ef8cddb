// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/PieceTable.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

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

/** How the old file is put together: runs of the new file, and bytes that only the old one had. */
struct RestoreRecord
{
    struct Run
    {
        bool fromNewFile; ///< else from the bytes
        std::uint64_t offset;
        std::uint64_t length;
    };

    std::string path;
    std::uint64_t newSize = 0;
    std::uint64_t checksum = 0; ///< of all in the new file that did not come from the old one
    std::vector<Run> runs;      ///< in the order of the old file, and of the new one
    std::string bytes;

    /** The inverse of an edit; without a path. Fails when the edit changes the order of the file. */
    static Result<RestoreRecord> inverseOf (const PieceTable&);

    /** The old file as an edit of the new one. Fails with Kind::conflict when that has been changed since. */
    Result<PieceTable> appliedTo (const std::shared_ptr<const ByteSource>& newFile) const;

    std::string render() const;

    /** Empty where the text is no whole record. */
    static std::optional<RestoreRecord> parse (std::string_view);
};

} // namespace earmark
