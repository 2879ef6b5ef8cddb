// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/PictureInfo.h"

#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

namespace
{

using namespace tests;

std::string picture (const std::string& suffix, const std::vector<std::string>& codec)
{
    std::vector<std::string> command { "ffmpeg",    "-v", "error", "-f", "lavfi", "-i", "testsrc=s=321x123",
                                       "-frames:v", "1" };
    command.insert (command.end(), codec.begin(), codec.end());
    command.insert (command.end(), { "-y", "{out}" });
    return bytesOf (madeBy (suffix, command));
}

} // namespace

TEST_CASE ("A picture's first bytes say what it is and how large")
{
    CHECK (pictureInfo (picture (".jpg", {})) == PictureInfo { PictureKind::jpeg, { 321, 123 } });
    CHECK (pictureInfo (picture (".png", {})) == PictureInfo { PictureKind::png, { 321, 123 } });
}

TEST_CASE ("What is no picture, or only the beginning of one, is told from a picture")
{
    const auto jpeg = picture (".jpg", {}), png = picture (".png", {});
    CHECK_FALSE (pictureInfo (""));
    CHECK_FALSE (pictureInfo ("GIF89a" + std::string (100, 'x')));
    CHECK_FALSE (pictureInfo (png.substr (0, 23)));
    CHECK_FALSE (pictureInfo ("\xFF\xD8" + std::string (100, '\xFF')));

    for (std::size_t length = 0; length < jpeg.size(); ++length)
        if (const auto info = pictureInfo (std::string_view (jpeg).substr (0, length)))
            CHECK (info->pixels == PixelSize { 321, 123 });

    auto flat = png;
    flat.replace (16, 4, 4, '\0');
    CHECK_FALSE (pictureInfo (flat));
}

} // namespace earmark
