// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/FileWrite.h"

namespace earmark
{

std::string_view nameOf (WriteOutcome outcome)
{
    return outcome == WriteOutcome::written   ? "written"
           : outcome == WriteOutcome::planned ? "planned"
                                              : "unchanged";
}

Result<WriteOutcome> perform (const WritePlan& plan, const WriteRequest& request)
{
    if (plan.changesNothing && ! request.elsewhere)
        return WriteOutcome::unchanged;

    if (request.dryRun)
        return WriteOutcome::planned;

    const auto store = RestoreStore::ofUser();
    const ReplaceOptions options { .breakHardLinks = request.breakHardLinks,
                                   .progress = request.progress,
                                   .check = {} };
    return carryOut (plan, request.destination, options, &store)
        .transform ([] { return WriteOutcome::written; });
}

} // namespace earmark
