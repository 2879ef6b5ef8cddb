// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Planning.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Imaging/OutlinePictures.h"
#include "Jobs/FileWrite.h"
#include "Language/Translation.h"

#include <algorithm>

namespace earmark
{

namespace
{

/** A name may lie about what a file is; the bytes decide, and the user should know. */
void noticeWrongSuffix (const std::filesystem::path& path, const Container& container, Notices& notices)
{
    if (! std::ranges::contains (container.suffixes,
                                 std::string_view (toLowerAscii (toUtf8 (path.extension())))))
        notices.push_back (
            { Notice::Grade::warning,
              tr ("Its name says otherwise, but it is an {} file and is treated as one.", container.name),
              {} });
}

PictureFit fitFor (const std::filesystem::path& path, const WriteWishes& wishes)
{
    const auto source = FileSource::open (path);
    const auto* container = source ? containerOf (**source) : nullptr;
    return wishes.squarePictures                            ? PictureFit::square
           : container != nullptr && container->id == "mp4" ? PictureFit::alike
                                                            : PictureFit::keep;
}

} // namespace

Result<WritePlan> planAsWished (const std::string& path, const Outline& outline, const WriteWishes& wishes)
{
    const auto file = pathFromUtf8 (path);
    auto fitted = fitPictures (outline, fitFor (file, wishes));

    // Where nothing can decode them they are written as far as the file takes them.
    if (! fitted)
        fitted = FittedPictures { outline, {}, { { Notice::Grade::warning, fitted.error().message, {} } } };

    const auto* profile = findProfile (wishes.profile);
    auto plan = planWrite (file,
                           fitted->outline,
                           { .episodeTags = EpisodeTags::fillEmpty,
                             .cueSheets = wishes.removesCueSheet ? CueSheets::remove : CueSheets::keep,
                             .profile = profile != nullptr ? *profile : Profile() });

    if (! plan)
        return plan;

    noticeWrongSuffix (file, *plan->container, plan->edit.notices);
    plan->edit.notices.append_range (noticesOfReplaced (*plan, false));
    plan->edit.changes.append_range (fitted->changes);
    plan->edit.notices.append_range (fitted->notices);
    return plan;
}

} // namespace earmark
