// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Planning.h"

#include "Foundation/File.h"
#include "Jobs/FileWrite.h"
#include "Jobs/PicturesInFile.h"

namespace earmark
{

Result<WritePlan> planAsWished (const std::string& path, const Outline& outline, const WriteWishes& wishes)
{
    const auto file = pathFromUtf8 (path);
    auto fitted = fitPictures (
        outline, pictureFitIn (file, wishes.squarePictures ? PictureFit::square : PictureFit::whole));

    // Where nothing can decode them they are written as far as the file takes them.
    if (! fitted)
        fitted =
            FittedPictures { outline, {}, {}, { { Notice::Grade::warning, fitted.error().message, {} } } };

    const auto* profile = findProfile (wishes.profile);
    auto plan = planWrite (file,
                           fitted->outline,
                           { .episodeTags = EpisodeTags::fillEmpty,
                             .cueSheets = wishes.removesCueSheet ? CueSheets::remove : CueSheets::keep,
                             .profile = profile != nullptr ? *profile : Profile() });

    if (! plan)
        return plan;

    plan->edit.notices.append_range (noticesOfReplaced (*plan, false));
    tellOfPictures (*plan, fitted->changes, fitted->coverChanges);
    plan->edit.notices.append_range (fitted->notices);
    return plan;
}

} // namespace earmark
