// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/ByteSource.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earmark
{

/** An edited file as a value: runs of the original, which is never written, and of bytes that were added. Editing moves
    no byte of the original; SafeReplace makes a file of it in one pass. */
class PieceTable
{
public:
    struct Piece
    {
        enum class Origin
        {
            source,
            added
        };

        Origin origin;
        std::uint64_t offset; ///< in the source, or among the added bytes
        std::uint64_t length;

        bool operator== (const Piece&) const = default;
    };

    /** The whole source, unedited. */
    explicit PieceTable (std::shared_ptr<const ByteSource>);

    /** None of the source yet, for an edit that goes through all of it and appends what stays. */
    static PieceTable nothingOf (std::shared_ptr<const ByteSource>);

    void appendSource (std::uint64_t offset, std::uint64_t length);
    void append (std::string_view bytes);

    std::uint64_t size() const { return total; }

    /** Reads exactly `count` bytes of the edited file, or fails as ByteSource::read does. */
    Result<void> read (std::uint64_t at, char* into, std::size_t count) const;

    /** Replaces [at, at + removed) by the bytes. The range must be inside. */
    void replace (std::uint64_t at, std::uint64_t removed, std::string_view bytes);

    void insert (std::uint64_t at, std::string_view bytes) { replace (at, 0, bytes); }

    /** What takes the place of [at, at + removed), which counts from the file as it is before any of the changes. */
    struct Change
    {
        std::uint64_t at, removed;
        std::string bytes;
    };

    /** Makes changes that do not overlap, in whatever order. Of several at one place, each comes behind the one before. */
    void replaceAll (std::vector<Change>);

    void remove (std::uint64_t at, std::uint64_t length) { replace (at, length, {}); }

    std::span<const Piece> pieces() const { return table; }

    /** The index of the piece that holds a byte of the edited file, and where it begins there. */
    std::size_t pieceAt (std::uint64_t at) const;

    std::uint64_t beginOf (std::size_t piece) const { return begins[piece]; }

    /** The bytes of an added piece. */
    std::string_view addedBytes (const Piece&) const;

    const ByteSource& source() const { return *original; }

    const std::shared_ptr<const ByteSource>& sharedSource() const { return original; }

    /** Whether the edited file has the same bytes as the original. Reads only what was added and what it replaces. */
    Result<bool> equalsSource() const;

private:
    std::shared_ptr<const ByteSource> original;
    std::string added; // append-only, so that pieces stay valid
    std::vector<Piece> table;
    std::vector<std::uint64_t> begins; ///< of each piece, in the edited file
    std::uint64_t total = 0;

    void push (Piece);
    std::size_t splitAt (std::uint64_t at);
    void findBegins (std::size_t from);
};

} // namespace earmark
