// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/Container.h"
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
    PieceTable result;
    std::size_t chapters = 0;
    std::vector<std::string> changes; ///< besides the chapters, in plain words
    Notices notices;
    bool changesNothing = false; ///< the file has these bytes already
};

/** Plans to replace the file's chapters by those of the outline. The result is read back through TagLib before this
    returns: what it says and what was meant are the same. Writes nothing. */
Result<WritePlan> planWrite (const std::filesystem::path&, const Outline&, const WriteOptions& = {});

/** Plans to take all chapters out and to leave everything else. */
Result<WritePlan> planStrip (const std::filesystem::path&);

/** Carries a plan out, into the source itself or another file. All or nothing: see SafeReplace.h. */
Result<void> carryOut (const WritePlan&, const std::filesystem::path& destination, const ReplaceOptions& = {});

} // namespace earmark
