// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Foundation/Result.h"
#include "Tagging/PieceTable.h"
#include "Tagging/RestoreRecord.h"

#include <filesystem>

namespace earmark
{

/** Remembers what writes replaced, tags and headers but no audio, so that the last write of each file can be taken back.
    Bounded: the oldest records go first. Safe against several processes, since a record is a file of its own and complete
    when it gets its name. */
class RestoreStore
{
public:
    struct Limits
    {
        std::size_t records = 5000;
        std::uint64_t bytes = 256u << 20;
    };

    explicit RestoreStore (std::filesystem::path where) : RestoreStore (std::move (where), Limits {}) {}

    RestoreStore (std::filesystem::path where, Limits);

    /** The user's: XDG_STATE_HOME or ~/.local/state on Linux, and what macOS and Windows have for that. */
    static RestoreStore ofUser();

    /** To be called before the edited file takes the place of the file at that path. */
    Result<void> remember (const PieceTable&, const std::filesystem::path&) const;

    /** Whether remember() is likely to succeed: with an empty file that goes again, since permissions do not tell of strange file systems. */
    bool canRemember (const PieceTable&, const std::filesystem::path&) const;

    /** The folder of the records, which need not exist. */
    const std::filesystem::path& place() const { return folder; }

    /** The file at that path as it was before the last write, as an edit of what it is now. Fails with Kind::notFound when
        nothing is remembered, and with Kind::conflict when the file has been changed since. */
    Result<PieceTable> takeBack (const std::shared_ptr<const ByteSource>& current,
                                 const std::filesystem::path&) const;

    /** When the write was made that takeBack() takes back, in the user's own time: "2026-01-02 15:30:00". Empty where nothing is remembered. */
    std::string timeOfWrite (const std::filesystem::path&) const;

private:
    std::filesystem::path folder;
    Limits limits;

    static std::uint64_t nameOf (const std::filesystem::path&);
    std::filesystem::path recordFor (const std::filesystem::path&) const;
    Result<RestoreRecord> recordOf (const PieceTable&, const std::filesystem::path&) const;
    void forgetOldest() const;
};

} // namespace earmark
