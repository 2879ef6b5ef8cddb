// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Tagging/TaggedFile.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace earmark
{

enum class WriteOutcome
{
    written,
    planned,  ///< it was only to be said
    unchanged ///< the file has these bytes already
};

std::string_view nameOf (WriteOutcome);

/** What the user should know before a write takes the place of other chapters; nothing where it takes none. What is written elsewhere
    leaves nothing to take back, and what the store cannot keep is not promised. */
Notices noticesOfReplaced (const WritePlan&, bool elsewhere, const RestoreStore& = RestoreStore::ofUser());

/** Adds to the plan's changes what became of the chapters' pictures and of the cover on their way, each only where the plan writes them. */
void tellOfPictures (WritePlan&,
                     const std::vector<std::string>& chapters,
                     const std::vector<std::string>& cover);

struct WriteRequest
{
    std::optional<std::filesystem::path>
        elsewhere; ///< another file than the plan's source, which else is replaced
    bool dryRun = false;
    bool breakHardLinks = false;
    std::function<bool (std::uint64_t)> progress; ///< as in ReplaceOptions; may be empty
};

/** Carries a plan out as asked; what it replaces can be restored. A dry run fails where it can be told that the write would. */
Result<WriteOutcome> perform (const WritePlan&, const WriteRequest&);

} // namespace earmark
