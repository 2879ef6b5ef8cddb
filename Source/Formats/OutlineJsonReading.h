// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Formats/Techniques/JsonReading.h"
#include "Model/Outline.h"

#include <optional>
#include <string>
#include <vector>

namespace earmark
{

/** What stands in "pictures" of Earmark's JSON, to be referred to as OutlineJson.h says. */
class PictureList
{
public:
    /** Of a document without: what reads like a reference is an address like others. */
    PictureList() = default;

    /** Fails with Kind::malformed and the path of a picture that is no valid base64. */
    static Result<PictureList> readFrom (Members&);

    /** A picture as the member at that path has it: itself, its address, or a reference. Fails with Kind::malformed where it is no valid base64
        or refers to nothing, and with Kind::tooLarge where addresses are referred to so often that they would fill the memory. */
    Result<std::optional<Image>> read (const std::string& text, const std::string& path);

private:
    std::optional<std::vector<Image>> pictures;
    std::size_t addressBytes = 0; // of all that were referred to

    Result<std::optional<Image>> referredTo (const std::string& text, const std::string& path);
};

/** One of "chapters", at a path such as "chapters[3]". What is not known is told as a notice; fails with Kind::malformed and the path of what
    cannot be read, and as PictureList::read(). */
Result<Chapter> readChapter (const ReadJson&, const std::string& path, PictureList&, Notices&);

/** The "episode"; as readChapter() otherwise. */
Result<Episode> readEpisode (const ReadJson&, PictureList&, Notices&);

} // namespace earmark
