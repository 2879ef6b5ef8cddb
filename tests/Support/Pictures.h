// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Process.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

// Pictures that ImageMagick makes, and what ImageMagick sees in those that Earmark made.

namespace earmark::tests
{

/** A picture's bytes: `magick ARGUMENTS… out.SUFFIX`. */
inline std::string pictureMadeBy (const std::string& suffix, std::vector<std::string> arguments)
{
    arguments.insert (arguments.begin(), "magick");
    arguments.emplace_back ("{out}");
    return bytesOf (madeBy (suffix, arguments));
}

/** One colour, such as "#204080". */
inline std::string flatPicture (const std::string& suffix, const std::string& size, const std::string& colour)
{
    return pictureMadeBy (suffix, { "-size", size, "xc:" + colour });
}

struct SeenPicture
{
    std::string kind, interlace, colours; ///< "JPEG", "None", "sRGB"
    int width = 0, height = 0;
};

inline SeenPicture seen (const std::string& bytes)
{
    const TemporaryFolder folder;
    const auto file = folder.file ("picture", bytes);
    std::istringstream words (
        mustRun ({ "magick", "identify", "-format", "%m %[interlace] %[colorspace] %w %h", file.string() }));
    SeenPicture picture;
    words >> picture.kind >> picture.interlace >> picture.colours >> picture.width >> picture.height;
    return picture;
}

/** Red, green and blue of a pixel, 0 to 255. */
inline std::vector<int> colourAt (const std::string& bytes, int x, int y)
{
    const TemporaryFolder folder;
    const auto file = folder.file ("picture", bytes);
    const auto at = "p{" + std::to_string (x) + ',' + std::to_string (y) + '}';
    std::istringstream words (mustRun (
        { "magick",
          file.string(),
          "-format",
          "%[fx:int(255*" + at + ".r+.5)] %[fx:int(255*" + at + ".g+.5)] %[fx:int(255*" + at + ".b+.5)]",
          "info:" }));
    std::vector<int> colour (3);
    words >> colour[0] >> colour[1] >> colour[2];
    return colour;
}

/** Within what JPEG and the change of colour spaces cost. */
inline bool isNear (const std::vector<int>& a, const std::vector<int>& b, int tolerance = 12)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::abs (a[i] - b[i]) > tolerance)
            return false;

    return a.size() == b.size();
}

} // namespace earmark::tests
