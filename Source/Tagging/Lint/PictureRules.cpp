// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/PictureInfo.h"
#include "Tagging/Lint/Rules.h"

#include <array>
#include <format>

namespace earmark
{

namespace
{

using Grade = LintRule::Grade;
using Repair = LintRule::Repair;

/** A complaint about each chapter's own picture for which `say` has something to say; it is told what the chapter is called. */
template <class Say>
Complaints aboutPictures (const ListToLint& list, Say&& say)
{
    Complaints complaints;
    const auto& chapters = list.outline.chapters;

    for (std::size_t i = 0; i < chapters.size(); ++i)
    {
        const auto* image = chapters[i].image ? std::get_if<EmbeddedImage> (&*chapters[i].image) : nullptr;

        if (image != nullptr && image->bytes)
            if (auto text = say (callOf (chapters[i], i), *image, pictureInfo (*image->bytes));
                ! text.empty())
                complaints.emplace_back (std::move (text), ChaptersConcerned { concerned (list.outline, i) });
    }

    return complaints;
}

using Info = std::optional<PictureInfo>;

Complaints notSquare (const ListToLint& list)
{
    return aboutPictures (list,
                          [] (const std::string& of, const EmbeddedImage&, const Info& info)
                          {
                              return info && info->pixels.width != info->pixels.height
                                         ? std::format ("The picture of {} has {} × {} pixels.",
                                                        of,
                                                        info->pixels.width,
                                                        info->pixels.height)
                                         : std::string {};
                          });
}

Complaints manyPixels (const ListToLint& list)
{
    constexpr int most = 1400;
    return aboutPictures (list,
                          [] (const std::string& of, const EmbeddedImage&, const Info& info)
                          {
                              return info && (info->pixels.width > most || info->pixels.height > most)
                                         ? std::format ("The picture of {} has {} × {} pixels.",
                                                        of,
                                                        info->pixels.width,
                                                        info->pixels.height)
                                         : std::string {};
                          });
}

Complaints manyBytes (const ListToLint& list)
{
    constexpr std::size_t most = 200'000;
    return aboutPictures (
        list,
        [] (const std::string& of, const EmbeddedImage& image, const Info&)
        {
            return image.bytes->size() > most
                       ? std::format ("The picture of {} takes {} KB.", of, image.bytes->size() / 1000)
                       : std::string {};
        });
}

Complaints otherKind (const ListToLint& list)
{
    return aboutPictures (
        list,
        [] (const std::string& of, const EmbeddedImage&, const Info& info)
        { return info ? std::string {} : std::format ("The picture of {} is neither JPEG nor PNG.", of); });
}

Complaints otherMime (const ListToLint& list)
{
    return aboutPictures (list,
                          [] (const std::string& of, const EmbeddedImage& image, const Info& info)
                          {
                              const auto isJpeg = info && info->kind == PictureKind::jpeg;
                              const auto saysJpeg = image.mime == "image/jpeg" || image.mime == "image/jpg";
                              return info && isJpeg != saysJpeg
                                         ? std::format ("The picture of {} is a {}, but is called '{}'.",
                                                        of,
                                                        isJpeg ? "JPEG" : "PNG",
                                                        image.mime)
                                         : std::string {};
                          });
}

Complaints progressive (const ListToLint& list)
{
    return aboutPictures (list,
                          [] (const std::string& of, const EmbeddedImage& image, const Info& info)
                          {
                              const auto header = jpegHeader (*image.bytes);
                              return info && header && header->isProgressive()
                                         ? std::format ("The picture of {} is a progressive JPEG.", of)
                                         : std::string {};
                          });
}

constexpr std::array<RuleFor<ListToLint>, 6> table { {
    { { "picture-not-square",
        Grade::warning,
        "Apple Podcasts",
        "the picture is distorted",
        "cut it square",
        Repair::byHand,
        "[ultraschall-portable#281](https://github.com/Ultraschall/ultraschall-portable/issues/281)" },
      notSquare },
    { { "picture-many-pixels",
        Grade::advice,
        "older devices",
        "the picture comes late, or not at all",
        "use up to 1400 × 1400",
        Repair::byHand,
        "the limit of Ultraschall's own check, `ultraschall_marker_dashboard.lua`" },
      manyPixels },
    { { "picture-many-bytes",
        Grade::advice,
        "all that stream",
        "playback starts late: pictures are loaded before the audio",
        "keep each below 200 KB",
        Repair::byHand,
        "players fetch a file from its beginning" },
      manyBytes },
    { { "picture-kind",
        Grade::warning,
        "Pocket Casts on iOS, Apple's players",
        "no picture",
        "use JPEG or PNG",
        Repair::byHand,
        "ID3v2.3, 4.15: PNG and JPEG are what to use for others to read" },
      otherKind },
    { { "picture-mime",
        Grade::warning,
        "players that believe the name",
        "no picture",
        "name it right",
        Repair::byHand,
        "ID3v2.3, 4.15" },
      otherMime },
    { { "picture-progressive",
        Grade::advice,
        "Apple's players (M4A)",
        "the picture may be missing",
        "use a baseline JPEG",
        Repair::byHand,
        "QuickTime File Format: `jpeg` samples are JPEGs without further modes" },
      progressive },
} };

} // namespace

std::span<const RuleFor<ListToLint>> pictureRules()
{
    return table;
}

} // namespace earmark
