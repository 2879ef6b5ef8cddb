// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Planning.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
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
    auto plan =
        planWrite (file,
                   fitted->outline,
                   { .episodeTags = wishes.replacesTags ? EpisodeTags::replace : EpisodeTags::fillEmpty,
                     .cueSheets = wishes.removesCueSheet ? CueSheets::remove : CueSheets::keep,
                     .profile = profile != nullptr ? *profile : Profile() });

    if (! plan)
        return plan;

    plan->edit.notices.append_range (noticesOfReplaced (*plan, false));
    tellOfPictures (*plan, fitted->changes, fitted->coverChanges);
    plan->edit.notices.append_range (fitted->notices);
    return plan;
}

std::vector<OtherTag> otherTagsIn (const WritePlan& plan, const Episode& episode)
{
    const auto source = FileSource::open (plan.source);

    if (! source || plan.container->id == "matroska")
        return {};

    const auto file = readLists (*plan.container, *source);

    if (! file)
        return {};

    std::vector<OtherTag> others;
    const auto compare = [&] (OtherTag::Of of, const std::string& inFile, const std::string& inOutline)
    {
        // As they are written.
        const auto old = collapseSpaces (inFile), wanted = collapseSpaces (toValidUtf8 (inOutline));

        if (! old.empty() && ! wanted.empty() && old != wanted)
            others.push_back ({ of, old, wanted });
    };
    compare (OtherTag::Of::title, file->episode.title, episode.title);
    compare (OtherTag::Of::album, file->episode.show, episode.show);
    return others;
}

} // namespace earmark
