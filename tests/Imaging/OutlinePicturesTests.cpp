// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/OutlinePictures.h"

#include "Support/Must.h"
#include "Support/Pictures.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

Outline outlineWith (std::vector<std::optional<Image>> images)
{
    Outline outline;

    for (auto& image : images)
    {
        Chapter chapter;
        chapter.start = Position::fromSeconds (std::int64_t (outline.chapters.size()));
        chapter.title = "One of them";
        chapter.image = std::move (image);
        outline.chapters.push_back (std::move (chapter));
    }

    return outline;
}

const std::string& bytesIn (const Chapter& chapter)
{
    return *std::get<EmbeddedImage> (*chapter.image).bytes;
}

} // namespace

TEST_CASE ("Pictures are made fit, addresses and chapters without one stay")
{
    const auto jpeg = flatPicture (".jpg", "200x100", "#204080");
    const auto outline = outlineWith ({ must (embeddedImage (jpeg)),
                                        must (embeddedImage (flatPicture (".png", "200x100", "#204080"))),
                                        LinkedImage { "https://example.com/a.jpg" },
                                        std::nullopt });
    const auto fitted = must (fitPictures (outline, PictureFit::whole));
    CHECK (fitted.outline.chapters[0] == outline.chapters[0]);
    CHECK (seen (bytesIn (fitted.outline.chapters[1])).kind == "JPEG");
    CHECK (std::get<EmbeddedImage> (*fitted.outline.chapters[1].image).mime == "image/jpeg");
    CHECK (fitted.outline.chapters[2] == outline.chapters[2]);
    CHECK (fitted.outline.chapters[3] == outline.chapters[3]);
    REQUIRE (fitted.changes.size() == 1);
    CHECK (fitted.changes[0].starts_with (
        "the picture of chapter 2, \u201cOne of them\u201d becomes a JPEG of 200 \u00d7 100 ("));
    CHECK (fitted.changes[0].ends_with (" KB)"));
    CHECK (fitted.notices.empty());

    CHECK (must (fitPictures (outline, PictureFit::keep)).outline == outline);
}

TEST_CASE ("The cover is made fit for itself, and is in the way of no chapter")
{
    auto outline = outlineWith ({ must (embeddedImage (flatPicture (".jpg", "200x200", "#204080"))) });
    outline.episode.cover = must (embeddedImage (flatPicture (".png", "2000x1000", "#204080")));
    const auto coverOf = [&] (PictureFit fit)
    {
        const auto fitted = must (fitPictures (outline, fit));
        CHECK (fitted.outline.chapters == outline.chapters);
        CHECK (fitted.changes.empty());
        REQUIRE (fitted.coverChanges.size() == 1);
        CHECK (fitted.coverChanges[0].starts_with ("the cover becomes a JPEG of "));
        return seen (*std::get<EmbeddedImage> (*fitted.outline.episode.cover).bytes);
    };

    for (const auto fit : { PictureFit::whole, PictureFit::alike })
    {
        CHECK (coverOf (fit).width == 1400);
        CHECK (coverOf (fit).height == 700);
        CHECK (coverOf (fit).kind == "JPEG");
    }

    CHECK (coverOf (PictureFit::square).width == 1000);
    CHECK (must (fitPictures (outline, PictureFit::keep)).outline == outline);

    outline.episode.cover = EmbeddedImage { "image/png", std::make_shared<const std::string> ("no picture") };
    const auto fitted = must (fitPictures (outline, PictureFit::whole));
    CHECK_FALSE (fitted.outline.episode.cover);
    REQUIRE (fitted.notices.size() == 1);
    CHECK (fitted.notices[0].message.starts_with ("The cover is left out."));
}

TEST_CASE ("Square pictures are all of the size that the largest of them gives")
{
    const auto shared = must (embeddedImage (flatPicture (".png", "200x100", "#204080")));
    const auto outline =
        outlineWith ({ shared, must (embeddedImage (flatPicture (".jpg", "300x500", "#a02020"))), shared });
    const auto fitted = must (fitPictures (outline, PictureFit::square));

    for (const auto& chapter : fitted.outline.chapters)
    {
        CHECK (seen (bytesIn (chapter)).width == 300);
        CHECK (seen (bytesIn (chapter)).height == 300);
    }

    CHECK (&bytesIn (fitted.outline.chapters[0]) == &bytesIn (fitted.outline.chapters[2]));

    // A picture is spoken of once, however many chapters have it.
    REQUIRE (fitted.changes.size() == 2);
    CHECK (fitted.changes[0].starts_with (
        "the picture of chapter 1, \u201cOne of them\u201d and 1 more becomes a JPEG of 300 \u00d7 300"));
    CHECK (fitted.changes[1].starts_with (
        "the picture of chapter 2, \u201cOne of them\u201d becomes a JPEG of 300 \u00d7 300"));
    CHECK (must (fitPictures (fitted.outline, PictureFit::square)).outline == fitted.outline);
}

TEST_CASE ("What an M4A takes as it is stays; one of another size makes all of them square")
{
    const auto wide = must (embeddedImage (flatPicture (".jpg", "200x100", "#204080")));
    const auto other = must (embeddedImage (flatPicture (".jpg", "200x100", "#a02020")));
    const auto larger = must (embeddedImage (flatPicture (".jpg", "300x100", "#a02020")));
    const auto alike = outlineWith ({ wide, std::nullopt, other });
    CHECK (must (fitPictures (alike, PictureFit::alike)).outline == alike);

    for (const auto& odd : { larger, must (embeddedImage (flatPicture (".png", "200x100", "#204080"))) })
    {
        const auto fitted = must (fitPictures (outlineWith ({ wide, odd }), PictureFit::alike));
        CHECK (fitted.changes.size() == 2);

        for (const auto& chapter : fitted.outline.chapters)
        {
            CHECK (seen (bytesIn (chapter)).kind == "JPEG");
            CHECK (seen (bytesIn (chapter)).width == 100);
            CHECK (seen (bytesIn (chapter)).height == 100);
        }
    }
}

TEST_CASE ("A picture that cannot be read is left out, and that is said")
{
    const auto outline =
        outlineWith ({ EmbeddedImage { "image/jpeg", std::make_shared<const std::string> ("not one") } });
    const auto fitted = must (fitPictures (outline, PictureFit::whole));
    CHECK_FALSE (fitted.outline.chapters[0].image);
    REQUIRE (fitted.notices.size() == 1);
    CHECK (fitted.notices[0].grade == Notice::Grade::warning);
    CHECK (fitted.notices[0].message.contains ("chapter 1, “One of them”"));
}

} // namespace earmark
