// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/PieceTable.h"

#include <taglib/tiostream.h>

#include <optional>

namespace earmark
{

/** Lets TagLib read and edit a piece table as if it were a file opened for writing. TagLib's interface has no way to
    report a failed read: ask error() afterwards. Include it in .cpp files only. */
class PieceTableStream final : public TagLib::IOStream
{
public:
    /** The table must outlive the stream. */
    explicit PieceTableStream (PieceTable& edited) : table (edited) {}

    const std::optional<Error>& error() const { return firstError; }

    TagLib::FileName name() const override;
    TagLib::ByteVector readBlock (std::size_t length) override;
    void writeBlock (const TagLib::ByteVector&) override;
    void insert (const TagLib::ByteVector&, TagLib::offset_t start, std::size_t replace) override;
    void removeBlock (TagLib::offset_t start, std::size_t length) override;

    bool readOnly() const override { return false; }

    bool isOpen() const override { return true; }

    void seek (TagLib::offset_t, Position) override;

    TagLib::offset_t tell() const override { return position; }

    TagLib::offset_t length() override { return TagLib::offset_t (table.size()); }

    void truncate (TagLib::offset_t) override;

private:
    PieceTable& table;
    TagLib::offset_t position = 0;
    std::optional<Error> firstError;
};

} // namespace earmark
