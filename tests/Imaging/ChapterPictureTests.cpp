// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Imaging/ChapterPicture.h"

#include "Model/PictureInfo.h"
#include "Support/Must.h"
#include "Support/Pictures.h"
#include "Support/Random.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

const std::vector<int> red { 192, 32, 32 }, blue { 32, 64, 160 }, white { 255, 255, 255 };

/** 60 × 40: a red square of 20 pixels at the top left of blue. */
std::string cornered (const std::string& suffix, const std::vector<std::string>& options = {})
{
    std::vector<std::string> arguments { "-size",   "60x40", "xc:#2040a0",         "-fill",
                                         "#c02020", "-draw", "rectangle 0,0 19,19" };
    arguments.insert (arguments.end(), options.begin(), options.end());
    return pictureMadeBy (suffix, arguments);
}

/** The JPEG with the way its camera was held: Exif 2.3, 4.6.4 A, tag 0112. */
std::string held (std::string jpeg, char orientation)
{
    const std::string exif ("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    return jpeg.insert (2, std::string ("\xFF\xE1\0\x22", 4) + exif + orientation + std::string (6, '\0'));
}

std::string whole (const std::string& bytes)
{
    return must (chapterPicture (bytes, WholePicture {}));
}

} // namespace

TEST_CASE ("A JPEG that is fit for a chapter stays as it is")
{
    const auto jpeg = cornered (".jpg");
    CHECK (whole (jpeg) == jpeg);

    const auto square = flatPicture (".jpg", "300x300", "#2040a0");
    CHECK (must (chapterPicture (square, SquarePicture {})) == square);
    CHECK (must (chapterPicture (square, SquarePicture { 300 })) == square);
    CHECK (must (chapterPicture (square, SquarePicture { 200 })) != square);
}

TEST_CASE ("Every other picture becomes a baseline JPEG that shows the same")
{
    const std::vector<std::pair<std::string, std::string>> pictures {
        { "PNG", cornered (".png") },
        { "PNG of 16 bits", cornered (".png", { "-depth", "16", "-define", "png:bit-depth=16" }) },
        { "PNG with a palette", cornered (".png", { "-type", "Palette" }) },
        { "GIF", cornered (".gif") },
        { "WebP", cornered (".webp", { "-quality", "95" }) },
        { "lossless WebP", cornered (".webp", { "-define", "webp:lossless=true" }) },
        { "progressive JPEG", cornered (".jpg", { "-interlace", "JPEG" }) },
        { "JPEG of four colours", cornered (".jpg", { "-quality", "95", "-colorspace", "CMYK" }) }
    };

    for (const auto& [name, bytes] : pictures)
    {
        INFO (name);
        const auto made = whole (bytes);
        const auto picture = seen (made);
        CHECK (picture.kind == "JPEG");
        CHECK (picture.interlace == "None");
        CHECK (picture.colours == "sRGB");
        CHECK (picture.width == 60);
        CHECK (picture.height == 40);
        CHECK (jpegHeader (made)->isBaseline());
        CHECK (isNear (colourAt (made, 8, 8), red));
        CHECK (isNear (colourAt (made, 50, 8), blue));
        CHECK (isNear (colourAt (made, 8, 32), blue));
    }

    const auto grey =
        whole (pictureMadeBy (".png", { "-size", "60x40", "xc:gray(128)", "-colorspace", "Gray" }));
    CHECK (isNear (colourAt (grey, 30, 20), { 128, 128, 128 }));
}

TEST_CASE ("What is transparent in a picture becomes white")
{
    for (const std::string suffix : { ".png", ".webp" })
    {
        INFO (suffix);
        const auto made = whole (pictureMadeBy (suffix,
                                                { "-size",
                                                  "60x40",
                                                  "xc:none",
                                                  "-fill",
                                                  "#c02020",
                                                  "-draw",
                                                  "rectangle 0,0 19,19",
                                                  "-quality",
                                                  "95" }));
        CHECK (isNear (colourAt (made, 8, 8), red));
        CHECK (isNear (colourAt (made, 50, 30), white));
    }
}

TEST_CASE ("A large picture is scaled down, and a square one is its middle")
{
    const auto large = seen (whole (flatPicture (".png", "4000x3000", "#2040a0")));
    CHECK (large.width == 1400);
    CHECK (large.height == 1050);

    const auto tall = pictureMadeBy (
        ".png", { "-size", "300x600", "xc:#2040a0", "-fill", "#c02020", "-draw", "rectangle 0,150 299,449" });
    const auto middle = must (chapterPicture (tall, SquarePicture {}));
    CHECK (seen (middle).width == 300);
    CHECK (seen (middle).height == 300);
    CHECK (isNear (colourAt (middle, 150, 8), red));
    CHECK (isNear (colourAt (middle, 150, 291), red));

    const auto enlarged = must (chapterPicture (tall, SquarePicture { 500 }));
    CHECK (seen (enlarged).width == 500);
    CHECK (seen (enlarged).height == 500);
    CHECK (must (squareSide (tall)) == 300);
    CHECK (must (squareSide (flatPicture (".png", "4000x3000", "#2040a0"))) == maxPictureSide);
}

TEST_CASE ("A picture is turned as its camera was held")
{
    // By the orientation: where the corner that is stored at the top left is seen, and whether width and height change places.
    struct Case
    {
        char orientation;
        int x, y;
        bool isTurned;
    };

    for (const auto& [orientation, x, y, isTurned] : { Case { 1, 8, 8, false },
                                                       Case { 2, 51, 8, false },
                                                       Case { 3, 51, 31, false },
                                                       Case { 4, 8, 31, false },
                                                       Case { 5, 8, 8, true },
                                                       Case { 6, 31, 8, true },
                                                       Case { 7, 31, 51, true },
                                                       Case { 8, 8, 51, true } })
    {
        INFO (int (orientation));
        const auto made =
            whole (held (cornered (".jpg", { "-quality", "95", "-sampling-factor", "1x1" }), orientation));
        CHECK (seen (made).width == (isTurned ? 40 : 60));
        CHECK (seen (made).height == (isTurned ? 60 : 40));
        CHECK (isNear (colourAt (made, x, y), red));
        CHECK (isNear (colourAt (made, isTurned ? 20 : 30, isTurned ? 30 : 20), blue));
    }
}

TEST_CASE ("Any square of a picture can be cut out, as the picture is seen")
{
    const auto red20 = [] (const std::string& bytes, double x, double y)
    {
        const auto made = must (chapterPicture (bytes, PicturePart { x, y, 0.5 }));
        const auto picture = seen (made);
        CHECK (picture.width == 20);
        CHECK (picture.height == 20);
        return isNear (colourAt (made, 4, 4), red) && isNear (colourAt (made, 15, 15), red);
    };

    const auto jpeg = cornered (".jpg");
    CHECK (red20 (jpeg, 10 / 60.0, 10 / 40.0));
    CHECK_FALSE (red20 (jpeg, 50 / 60.0, 30 / 40.0));
    CHECK (red20 (cornered (".png"), 10 / 60.0, 10 / 40.0));
    CHECK (red20 (held (jpeg, 3), 50 / 60.0, 30 / 40.0));
    CHECK (red20 (held (jpeg, 6), 30 / 40.0, 10 / 60.0));
    CHECK (red20 (held (jpeg, 8), 10 / 40.0, 50 / 60.0));

    const auto large =
        must (chapterPicture (flatPicture (".png", "3600x4000", "#c02020"), PicturePart { 0.5, 0.5, 0.5 }));
    CHECK (seen (large).width == maxPictureSide);
    const auto all = must (chapterPicture (jpeg, PicturePart {}));
    CHECK (seen (all).width == 40);
}

TEST_CASE ("What is no picture is refused with a sentence")
{
    for (const std::string bytes : { "", "hello", "\xFF\xD8\xFF", "RIFF....WAVE", "\x89PNG\r\n\x1A\n" })
    {
        const auto refused = chapterPicture (bytes, WholePicture {});
        REQUIRE_FALSE (refused);
        CHECK (refused.error().kind == Error::Kind::malformed);
        CHECK (refused.error().message.ends_with ("."));
    }
}

TEST_CASE ("A picture that says it is enormous is refused before it is unpacked")
{
    auto png = flatPicture (".png", "64x64", "#2040a0");
    png.replace (16, 8, std::string ("\0\0\xF0\0\0\0\xF0\0", 8));
    CHECK_FALSE (chapterPicture (png, WholePicture {}));

    const auto thin = chapterPicture (flatPicture (".png", "20000x2", "#2040a0"), SquarePicture { 1400 });
    REQUIRE_FALSE (thin);
    CHECK (thin.error().kind == Error::Kind::tooLarge);
}

TEST_CASE ("A picture whose end is missing is refused, not shown half grey")
{
    for (const std::string suffix : { ".jpg", ".png" })
        for (const std::vector<std::string>& options :
             { std::vector<std::string>(), { "-interlace", "JPEG" } })
        {
            auto picture = cornered (suffix, options);
            picture.resize (picture.size() - 14);
            const auto error = mustFail (chapterPicture (picture, WholePicture {}));
            CHECK (error.kind == Error::Kind::malformed);
            CHECK (error.message == "The picture is cut off: its end is missing.");
        }
}

TEST_CASE ("A damaged picture is refused, or what is left of it can be shown")
{
    Random random (20);

    for (const std::string suffix : { ".jpg", ".png", ".webp", ".gif" })
    {
        const auto sound = cornered (suffix, { "-interlace", "JPEG" });

        for (int i = 0; i < 60; ++i)
        {
            auto damaged = sound;

            if (i % 2 == 0)
                damaged.resize (random.below (damaged.size()));
            else
                for (int k = 0; k < 5; ++k)
                    damaged[random.below (damaged.size())] ^= char (1 + random.below (255));

            if (const auto made = chapterPicture (damaged, WholePicture {}))
                CHECK (jpegHeader (*made).has_value());
        }
    }
}

} // namespace earmark
