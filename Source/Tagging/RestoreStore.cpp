// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/RestoreStore.h"

#include "Foundation/File.h"
#include "Foundation/UserFolders.h"

#include <algorithm>
#include <format>
#include <string_view>
#include <vector>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view suffix = ".restore";

/** The store may exceed its limits by about one part in this many, for the sake of speed. */
constexpr std::uint64_t overshoot = 64;

} // namespace

RestoreStore::RestoreStore (fs::path where, Limits bounds) : folder (std::move (where)), limits (bounds) {}

RestoreStore RestoreStore::ofUser()
{
    return RestoreStore (userStateFolder() / "restore");
}

std::uint64_t RestoreStore::nameOf (const fs::path& file)
{
    Checksum name;
    name.add (toUtf8 (file));
    return name.result();
}

fs::path RestoreStore::recordFor (const fs::path& file) const
{
    return folder / std::format ("{:016x}{}", nameOf (file), suffix);
}

Result<RestoreRecord> RestoreStore::recordOf (const PieceTable& edit, const fs::path& file) const
{
    auto record = RestoreRecord::inverseOf (edit);

    if (record && record->bytes.size() > limits.bytes)
        return failure (Error::Kind::tooLarge, "What the write replaces is too large to be remembered.");

    if (record)
        record->path = toUtf8 (file);

    return record;
}

bool RestoreStore::canRemember (const PieceTable& edit, const fs::path& file) const
{
    if (! recordOf (edit, file))
        return false;

    std::error_code code;
    const bool isNew = ! fs::exists (folder, code);
    fs::create_directories (folder, code);
    auto trial = recordFor (file);
    trial += ".trial";
    const auto written = writeFile (trial, {});
    fs::remove (trial, code);

    if (isNew)
        fs::remove (folder, code);

    return written.has_value();
}

Result<void> RestoreStore::remember (const PieceTable& edit, const fs::path& file) const
{
    const auto record = recordOf (edit, file);

    if (! record)
        return std::unexpected (record.error());

    std::error_code code;
    fs::create_directories (folder, code);
    auto written = writeFile (recordFor (file), record->render());

    // Looking at every record costs more than writing one: the names, which are as good as random, choose who pays for it.
    const auto turn = std::max<std::uint64_t> (1, limits.records / overshoot);

    if (written && (nameOf (file) % turn == 0 || record->bytes.size() > limits.bytes / overshoot))
        forgetOldest();

    return written;
}

void RestoreStore::forgetOldest() const
{
    struct Entry
    {
        fs::path path;
        fs::file_time_type time;
        std::uint64_t size;
    };

    std::vector<Entry> entries;
    std::uint64_t total = 0;
    std::error_code code;

    for (fs::directory_iterator i (folder, code), end; ! code && i != end; i.increment (code))
    {
        if (i->path().extension() != suffix)
            continue;

        entries.push_back ({ i->path(), i->last_write_time (code), i->file_size (code) });
        total += entries.back().size;
    }

    std::ranges::sort (entries, {}, &Entry::time);

    for (std::size_t i = 0;
         i < entries.size() && (entries.size() - i > limits.records || total > limits.bytes);
         ++i)
    {
        fs::remove (entries[i].path, code);
        total -= entries[i].size;
    }
}

std::string RestoreStore::timeOfWrite (const fs::path& file) const
{
    return timeOfLastWrite (recordFor (file));
}

Result<PieceTable> RestoreStore::takeBack (const std::shared_ptr<const ByteSource>& current,
                                           const fs::path& file) const
{
    const auto text = readFile (recordFor (file), limits.bytes + (1u << 20));

    if (! text)
        return failure (Error::Kind::notFound,
                        "Nothing is remembered of it: Earmark has not written it, or too long ago.");

    const auto record = RestoreRecord::parse (*text);

    if (! record || record->path != toUtf8 (file))
        return failure (Error::Kind::notFound, "What was remembered of it is damaged.");

    return record->appliedTo (current);
}

} // namespace earmark
