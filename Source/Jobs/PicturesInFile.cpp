// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/PicturesInFile.h"

#include "Tagging/Sniffing.h"

namespace earmark
{

PictureFit pictureFitIn (const std::filesystem::path& media, PictureFit asked)
{
    if (asked != PictureFit::whole)
        return asked;

    const auto* container = containerAt (media);
    return container != nullptr && container->pictures == ChapterPictures::alike ? PictureFit::alike : asked;
}

} // namespace earmark
