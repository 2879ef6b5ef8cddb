// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/OutlinePictures.h"

#include "Imaging/ChapterPicture.h"
#include "Model/PictureInfo.h"

#include <algorithm>
#include <format>
#include <map>

namespace earmark
{

namespace
{

EmbeddedImage* pictureIn (Chapter& chapter)
{
    auto* image = chapter.image ? std::get_if<EmbeddedImage> (&*chapter.image) : nullptr;
    return image != nullptr && image->bytes != nullptr ? image : nullptr;
}

/** The largest square that any of the pictures gives, so that none loses what it has. */
int commonSide (Outline& outline)
{
    int side = 0;

    for (auto& chapter : outline.chapters)
        if (const auto* image = pictureIn (chapter))
            side = std::max (side, squareSide (*image->bytes).value_or (0));

    return side;
}

/** Whether an M4A takes all of them as they are. */
bool areAlike (Outline& outline)
{
    std::optional<PixelSize> size;

    for (auto& chapter : outline.chapters)
        if (const auto* image = pictureIn (chapter))
        {
            const auto header = jpegHeader (*image->bytes);

            if (! header || ! header->isBaseline() || (size && header->pixels != *size))
                return false;

            size = header->pixels;
        }

    return true;
}

std::string nameOf (const Chapter& chapter, std::size_t index)
{
    return chapter.title.empty() ? std::format ("chapter {}", index + 1)
                                 : std::format ("chapter {}, “{}”", index + 1, chapter.title);
}

/** The chapter, and how many behind it have the very same picture. */
std::string nameOfUsers (std::vector<Chapter>& chapters, std::size_t first)
{
    const auto* bytes = pictureIn (chapters[first])->bytes.get();
    std::size_t others = 0;

    for (auto i = first + 1; i < chapters.size(); ++i)
        if (const auto* image = pictureIn (chapters[i]); image != nullptr && image->bytes.get() == bytes)
            ++others;

    const auto name = nameOf (chapters[first], first);
    return others == 0 ? name : std::format ("{} and {} more", name, others);
}

} // namespace

Result<FittedPictures> fitPictures (Outline given, PictureFit fit)
{
    FittedPictures result { std::move (given), {}, {} };

    if (fit == PictureFit::keep || (fit == PictureFit::alike && areAlike (result.outline)))
        return result;

    auto& chapters = result.outline.chapters;
    const auto shape = fit != PictureFit::whole ? PictureShape (SquarePicture { commonSide (result.outline) })
                                                : PictureShape (WholePicture {});
    std::map<const std::string*, Result<std::shared_ptr<const std::string>>> made;
    std::map<const std::string*, std::shared_ptr<const std::string>>
        sources; // which keep the addresses alive

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        auto* image = pictureIn (chapters[i]);

        if (image == nullptr)
            continue;

        const auto before = image->bytes;
        sources.emplace (before.get(), before);

        const auto isFirst = ! made.contains (before.get());

        if (isFirst)
            made.emplace (
                before.get(),
                chapterPicture (*before, shape)
                    .transform ([] (std::string&& bytes)
                                { return std::make_shared<const std::string> (std::move (bytes)); }));

        const auto& after = made.at (before.get());

        if (! after && after.error().kind == Error::Kind::unsupported)
            return std::unexpected (after.error());

        if (! after)
        {
            result.notices.push_back ({ Notice::Grade::warning,
                                        std::format ("The picture of {} is left out. {}",
                                                     nameOf (chapters[i], i),
                                                     after.error().message),
                                        {} });
            chapters[i].image.reset();
        }
        else if (**after != *before || image->mime != "image/jpeg")
        {
            if (isFirst && **after != *before)
                result.changes.push_back (std::format ("the picture of {}: made a JPEG, {} KB instead of {}",
                                                       nameOfUsers (chapters, i),
                                                       ((*after)->size() + 999) / 1000,
                                                       (before->size() + 999) / 1000));

            chapters[i].image = EmbeddedImage { "image/jpeg", *after };
        }
    }

    return result;
}

Result<EmbeddedImage> embeddedImage (std::string bytes)
{
    return pictureKind (bytes).transform (
        [&] (PictureKind kind)
        {
            return EmbeddedImage { std::string (mimeOf (kind)),
                                   std::make_shared<const std::string> (std::move (bytes)) };
        });
}

} // namespace earmark
