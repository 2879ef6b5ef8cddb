// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/PieceTable.h"

#include <functional>

namespace earmark
{

struct ReplaceOptions
{
    /** A file with several names (hard links) would lose the others' content; it is refused unless this is set. */
    bool breakHardLinks = false;

    /** Called with the bytes written so far, for a progress display; false cancels. May be empty. */
    std::function<bool (std::uint64_t)> progress;

    /** Looks at the new file, complete on the disk, before it takes its place; an error stops the replacement. May be empty. */
    std::function<Result<void> (const std::shared_ptr<const ByteSource>&)> check;
};

/** Makes the edited file take the place of `destination`, which is the source's own path or another one. At any moment,
    whatever dies, the destination holds its old content or the new one, whole, and both are on the disk before this
    returns. Nothing is written when the destination is the source and its bytes would not change.

    Mode, owner (where allowed) and extended attributes are those of the source. A symbolic link is followed. The table's
    source must be a FileSource.

    Fails with Kind::notWritable (no permission, disk full, several hard links) or Kind::conflict when the source was
    changed by somebody else since it was opened; the destination is then as it was. */
Result<void>
safeReplace (const PieceTable&, const std::filesystem::path& destination, const ReplaceOptions& = {});

/** Whether safeReplace() may write there: what can be told without writing. Fails as it would, but for what comes up on the way. */
Result<void> mayReplace (const std::filesystem::path& destination, const ReplaceOptions& = {});

} // namespace earmark
