// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Credits.h"

// The versions are those that CMake found; a library that it built from source tells none.

namespace earmark
{

std::vector<Credit> credits()
{
    return {
        { "Earmark", EARMARK_VERSION, "AGPL-3.0-or-later" },
        { "JUCE", EARMARK_JUCE_VERSION, "AGPL-3.0" },
        { "TagLib", EARMARK_TAGLIB_VERSION, "LGPL-2.1 or MPL-1.1" },
#ifdef __linux__
        { "FFmpeg (libavformat)", EARMARK_FFMPEG_VERSION, "LGPL-2.1" },
#endif
        { "Rubber Band", EARMARK_RUBBERBAND_VERSION, "GPL-2.0-or-later" },
        { "JSON for Modern C++", EARMARK_JSON_VERSION, "MIT" },
        { "pugixml", EARMARK_PUGIXML_VERSION, "MIT" },
        { "libzip", EARMARK_LIBZIP_VERSION, "BSD-3-Clause" },
        { "simdutf", EARMARK_SIMDUTF_VERSION, "Apache-2.0 or MIT" },
        { "uchardet", EARMARK_UCHARDET_VERSION, "MPL-1.1" },
        { "Inter", "4 beta 7", "OFL-1.1" },
    };
}

} // namespace earmark
