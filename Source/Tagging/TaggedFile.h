// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"
#include "Tagging/RestoreStore.h"
#include "Tagging/SafeReplace.h"

#include <filesystem>

namespace earmark
{

/** The chapters of an audio file. */
struct TaggedFile
{
    const Container* container = nullptr;
    std::vector<StoredList> lists;
    std::optional<Duration> length;
    Outline outline; ///< of the first list; its episode is that of the file's own tags
    Notices notices; ///< also where two lists disagree
};

/** Fails when the file cannot be read or is of no known kind; a file without chapters is no failure. */
Result<TaggedFile> readTaggedFile (const std::filesystem::path&);

/** Everything that a write would do, before it is done. */
struct WritePlan
{
    const Container* container = nullptr;
    std::filesystem::path source;
    ContainerEdit edit;
    bool changesNothing = false; ///< the file has these bytes already

    std::size_t chapters() const { return edit.expected.empty() ? 0 : edit.expected.front().chapters.size(); }
};

/** Plans to replace the file's chapters by those of the outline. The edit is audited before this returns (Audit.h). Writes
    nothing. */
Result<WritePlan> planWrite (const std::filesystem::path&, const Outline&, const WriteOptions& = {});

/** Plans to take all chapters out and to leave everything else. */
Result<WritePlan> planStrip (const std::filesystem::path&);

/** Plans to take the last write of the file back. */
Result<WritePlan> planRestore (const std::filesystem::path&, const RestoreStore&);

/** Carries a plan out, into the source itself or another file. All or nothing: see SafeReplace.h. The new file is audited
    once more, as it lies on the disk, before it takes its place. With a store, what is replaced in the source is remembered there; a
    store that cannot be written stops nothing. */
Result<void> carryOut (const WritePlan&,
                       const std::filesystem::path& destination,
                       const ReplaceOptions& = {},
                       const RestoreStore* = nullptr);

} // namespace earmark
