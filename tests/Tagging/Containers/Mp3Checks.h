// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

// MP3 files with tags of others, and what our strict checker says of them.

namespace earmark::tests
{

inline void checkSound (const std::filesystem::path& file)
{
    INFO (file);
    CHECK (checkId3 (file)["problems"] == Json::array());
}

inline EmbeddedImage picture (std::string_view bytes)
{
    return { "image/jpeg", std::make_shared<const std::string> (bytes) };
}

/** An outline that uses everything an MP3 can hold. */
inline Outline richOutline()
{
    auto outline = evenOutline (4, 1000);
    auto& chapters = outline.chapters;
    chapters[0].summary = "What it is about, in Grüßen.";
    chapters[0].points = { "first point", "zweiter Punkt: 日本", "third • with a bullet inside" };
    chapters[0].link = Link { "https://example.org/a?b=c#d", {} };
    chapters[0].image = picture (std::string ("\xFF\xD8\xFF\xE0\0\xFF\0jpeg", 11));
    chapters[1].inContents = false;
    chapters[1].points = { "only points" };
    chapters[2].summary = "only a summary";
    chapters[3].link = Link { "https://example.org/ümlaut/例 x", {} };
    return outline;
}

/** As make_tag.py leaves it. */
inline std::filesystem::path richlyTagged (const TemporaryFolder& folder, std::string_view name, int version)
{
    needModule ("mutagen");
    auto file = folder.copyOf (bareMp3 (4), name);
    mustRun ({ "python3", script ("make_tag.py"), file.string(), std::to_string (version), "1" });
    return file;
}

} // namespace earmark::tests
