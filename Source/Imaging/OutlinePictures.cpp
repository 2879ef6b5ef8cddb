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

using MadePicture = Result<std::shared_ptr<const std::string>>;

/** Null where there is none, or only an address. */
const EmbeddedImage* pictureIn (const std::optional<Image>& image)
{
    const auto* embedded = image ? std::get_if<EmbeddedImage> (&*image) : nullptr;
    return embedded != nullptr && embedded->bytes != nullptr ? embedded : nullptr;
}

MadePicture madeOf (const std::string& bytes, const PictureShape& shape)
{
    return chapterPicture (bytes, shape)
        .transform ([] (std::string&& made)
                    { return std::make_shared<const std::string> (std::move (made)); });
}

std::size_t kilobytes (const std::string& bytes)
{
    return (bytes.size() + 999) / 1000;
}

PixelSize pixelsOf (const std::string& jpeg)
{
    const auto header = jpegHeader (jpeg);
    return header ? header->pixels : PixelSize {};
}

/** `change` and `loss` are the sentences about it, of its new size and kilobytes after and before, and of the reason. */
void tell (const std::string& before,
           const MadePicture& made,
           std::vector<std::string>& changes,
           Notices& notices,
           auto&& change,
           auto&& loss)
{
    if (! made)
        notices.push_back ({ Notice::Grade::warning, loss (made.error().message), {} });
    else if (**made != before)
        changes.push_back (change (pixelsOf (**made), kilobytes (**made), kilobytes (before)));
}

/** Puts what was made of a picture in its place, or takes it out where nothing was. */
void settle (std::optional<Image>& image, const MadePicture& made)
{
    if (! made)
        image.reset();
    else if (const auto before = pictureIn (image)->bytes; **made == *before)
        image = EmbeddedImage { "image/jpeg", before };
    else
        image = EmbeddedImage { "image/jpeg", *made };
}

/** The largest square that any of the pictures gives, so that none loses what it has. */
int commonSide (const Outline& outline)
{
    int side = 0;

    for (const auto& chapter : outline.chapters)
        if (const auto* image = pictureIn (chapter.image))
            side = std::max (side, squareSide (*image->bytes).value_or (0));

    return side;
}

/** Whether an M4A takes all of them as they are. */
bool areAlike (const Outline& outline)
{
    std::optional<PixelSize> size;

    for (const auto& chapter : outline.chapters)
        if (const auto* image = pictureIn (chapter.image))
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
    const auto* bytes = pictureIn (chapters[first].image)->bytes.get();
    std::size_t others = 0;

    for (auto i = first + 1; i < chapters.size(); ++i)
        if (const auto* image = pictureIn (chapters[i].image);
            image != nullptr && image->bytes.get() == bytes)
            ++others;

    const auto name = nameOf (chapters[first], first);
    return others == 0 ? name : std::format ("{} and {} more", name, others);
}

/** It stands for itself, where the chapters' pictures have to be alike. What cannot be decoded here may go into a file as it is. */
void fitCover (PictureFit fit, FittedPictures& result)
{
    auto& cover = result.outline.episode.cover;
    const auto* image = pictureIn (cover);

    if (image == nullptr)
        return;

    const auto made =
        madeOf (*image->bytes,
                fit == PictureFit::square ? PictureShape (SquarePicture {}) : PictureShape (WholePicture {}));

    if (! made && made.error().kind == Error::Kind::unsupported)
        return;

    tell (
        *image->bytes,
        made,
        result.coverChanges,
        result.notices,
        [] (PixelSize pixels, std::size_t after, std::size_t before)
        {
            return std::format ("the cover becomes a JPEG of {} × {} ({} KB instead of {} KB)",
                                pixels.width,
                                pixels.height,
                                after,
                                before);
        },
        [] (const std::string& reason) { return std::format ("The cover is left out. {}", reason); });
    settle (cover, made);
}

/** The pictures of the chapters. */
Result<void> fitChapters (PictureFit fit, FittedPictures& result)
{
    auto& chapters = result.outline.chapters;
    const auto shape = fit != PictureFit::whole ? PictureShape (SquarePicture { commonSide (result.outline) })
                                                : PictureShape (WholePicture {});
    std::map<const std::string*, MadePicture> made;
    std::map<const std::string*, std::shared_ptr<const std::string>>
        sources; // which keep the addresses alive

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        const auto* image = pictureIn (chapters[i].image);

        if (image == nullptr)
            continue;

        const auto before = image->bytes;
        sources.emplace (before.get(), before);

        const auto [known, isFirst] = made.try_emplace (before.get());

        if (isFirst)
            known->second = madeOf (*before, shape);

        const auto& after = known->second;

        if (! after && after.error().kind == Error::Kind::unsupported)
            return std::unexpected (after.error());

        if (isFirst)
            tell (
                *before,
                after,
                result.changes,
                result.notices,
                [&] (PixelSize pixels, std::size_t kbAfter, std::size_t kbBefore)
                {
                    return std::format (
                        "the picture of {} becomes a JPEG of {} × {} ({} KB instead of {} KB)",
                        nameOfUsers (chapters, i),
                        pixels.width,
                        pixels.height,
                        kbAfter,
                        kbBefore);
                },
                [&] (const std::string& reason)
                {
                    return std::format (
                        "The picture of {} is left out. {}", nameOfUsers (chapters, i), reason);
                });

        settle (chapters[i].image, after);
    }

    return {};
}

} // namespace

Result<FittedPictures> fitPictures (Outline given, PictureFit fit)
{
    FittedPictures result { std::move (given), {}, {}, {} };

    if (fit == PictureFit::keep)
        return result;

    fitCover (fit, result);

    if (fit != PictureFit::alike || ! areAlike (result.outline))
        if (auto done = fitChapters (fit, result); ! done)
            return std::unexpected (done.error());

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
