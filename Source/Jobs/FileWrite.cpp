// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/FileWrite.h"

#include "Foundation/File.h"
#include "Tagging/Cover.h"
#include "Tagging/SafeReplace.h"
#include "Tagging/StoredLists.h"

#include <algorithm>
#include <format>

namespace earmark
{

namespace
{

/** Left as it is: a cue sheet that stays when chapters go. */
bool isStored (const StoredList& list, const std::vector<StoredList>& old)
{
    return std::ranges::any_of (
        old, [&] (const StoredList& o) { return o.form == list.form && o.chapters == list.chapters; });
}

/** Other chapters of the file, in whose place those of the outline come. */
std::size_t replacedBy (const WritePlan& plan)
{
    // Who takes a write back asks for other chapters, and who strips for none.
    if (plan.changesNothing || plan.chapters() == 0 || plan.edit.takesBack)
        return 0;

    const auto old = readLists (*plan.container, plan.edit.result.sharedSource());

    if (! old
        || std::ranges::all_of (plan.edit.expected,
                                [&] (const auto& list) { return isStored (list, old->lists); }))
        return 0;

    return countReplaced (old->lists, plan.edit.expected);
}

/** As the edited file reads back. */
bool writesChapterPictures (const WritePlan& plan)
{
    const auto written = readLists (*plan.container, std::make_shared<EditedSource> (plan.edit.result));
    const auto hasOwn = [] (const Chapter& c)
    { return c.image && std::holds_alternative<EmbeddedImage> (*c.image); };

    return written
           && std::ranges::any_of (written->lists,
                                   [&] (const StoredList& list)
                                   { return std::ranges::any_of (list.chapters, hasOwn); });
}

/** Whether a write there would be begun. A folder that is missing would be made by whoever asks for the write. */
Result<void> mayBecome (const std::filesystem::path& destination, const ReplaceOptions& options)
{
    std::error_code code;
    const auto folder = std::filesystem::absolute (destination, code).parent_path();
    return std::filesystem::exists (folder, code) ? mayReplace (destination, options) : Result<void>();
}

} // namespace

std::string_view nameOf (WriteOutcome outcome)
{
    return outcome == WriteOutcome::written   ? "written"
           : outcome == WriteOutcome::planned ? "planned"
                                              : "unchanged";
}

Notices noticesOfReplaced (const WritePlan& plan, bool elsewhere, const RestoreStore& store)
{
    const auto count = replacedBy (plan);
    const auto one = count == 1;

    if (count == 0)
        return {};

    const auto warningOf = [] (std::string message) -> Notices
    { return { { Notice::Grade::warning, std::move (message), {} } }; };

    if (! elsewhere && ! store.canRemember (plan.edit.result, plan.source))
    {
        const auto place = toUtf8 (store.place());
        return warningOf (
            one ? std::format ("One other chapter in the file is replaced, and restore cannot bring it back: "
                               "it cannot be kept in '{}'.",
                               place)
                : std::format ("{} other chapters in the file are replaced, and restore cannot bring them "
                               "back: they cannot be kept in '{}'.",
                               count,
                               place));
    }

    const std::string_view sentence =
        ! elsewhere ? (one ? "One other chapter in the file is replaced; restore brings it back."
                           : "{} other chapters in the file are replaced; restore brings them back.")
                    : (one ? "One other chapter of the file is not in the new one."
                           : "{} other chapters of the file are not in the new one.");
    return warningOf (std::vformat (sentence, std::make_format_args (count)));
}

void tellOfPictures (WritePlan& plan,
                     const std::vector<std::string>& chapters,
                     const std::vector<std::string>& cover)
{
    if (! cover.empty() && addsCover (plan.edit))
        plan.edit.changes.append_range (cover);

    if (! chapters.empty() && writesChapterPictures (plan))
        plan.edit.changes.append_range (chapters);
}

Result<WriteOutcome> perform (const WritePlan& plan, const WriteRequest& request)
{
    if (plan.changesNothing && ! request.elsewhere)
        return WriteOutcome::unchanged;

    const auto destination = request.elsewhere.value_or (plan.source);
    const ReplaceOptions options { .breakHardLinks = request.breakHardLinks,
                                   .progress = request.progress,
                                   .check = {} };

    if (request.dryRun)
        return mayBecome (destination, options).transform ([] { return WriteOutcome::planned; });

    const auto store = RestoreStore::ofUser();
    return carryOut (plan, destination, options, &store).transform ([] { return WriteOutcome::written; });
}

} // namespace earmark
