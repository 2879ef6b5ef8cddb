// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/SampleAudio.h"

#include <string>

namespace earmark::tests
{

struct MovieSample
{
    std::string name;
    std::string suffix;
    std::vector<std::string> arguments;
    bool hasChapters = false;

    std::filesystem::path file() const;
};

enum class MovieKind
{
    audio,
    codecs,
    pictures,
    chapters
};

/** Many kinds of MP4 and QuickTime files as ffmpeg writes them: 10 seconds, with sound, not fragmented. */
std::vector<MovieSample> movieSamples (MovieKind);

/** An ffmetadata document with three chapters, at 0, 2.5 and 5 seconds. */
std::filesystem::path chapterMetadata();

} // namespace earmark::tests
