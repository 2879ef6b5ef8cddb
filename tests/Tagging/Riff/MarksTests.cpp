// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Riff/Marks.h"

#include "Support/Chunks.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

// Markers as other programs write them, in AIFF files of 44,100 samples a second.

namespace earmark
{

namespace
{

using namespace tests;

TaggedFile fileWith (const TemporaryFolder& folder, const std::vector<std::string>& names)
{
    auto body = bytes::big16 (std::uint16_t (names.size()));
    std::uint16_t id = 0;

    for (const auto& name : names)
    {
        ++id;
        body +=
            bytes::big16 (id) + bytes::big32 (id * 44100u) + bytes::big8 (std::uint8_t (name.size())) + name;
        body.append ((name.size() + 1) % 2, '\0');
    }

    const auto content = with (ffmpegAudio (".aiff", 8, {}), {}, chunk ("MARK", body, true));
    return must (readTaggedFile (folder.file ("a.aiff", content)));
}

} // namespace

TEST_CASE ("Names of markers in Mac Roman are told by all of them together")
{
    const TemporaryFolder folder;

    SECTION ("in Mac Roman")
    {
        const auto file = fileWith (folder,
                                    { "Fog",
                                      "G\x8Aste am Hafen",
                                      "Stra\xA7"
                                      "e" });
        REQUIRE (file.outline.chapters.size() == 3);
        CHECK (file.outline.chapters[1].title == "Gäste am Hafen");
        CHECK (file.outline.chapters[2].title == "Straße");
        CHECK (says (file.notices, "Titles in the markers list are not UTF-8; they were read as Mac Roman"));
    }

    SECTION ("in Windows-1252")
    {
        const auto file = fileWith (folder, { "Fog", "G\xE4ste am Hafen" });
        REQUIRE (file.outline.chapters.size() == 2);
        CHECK (file.outline.chapters[1].title == "Gäste am Hafen");
        CHECK (says (file.notices, "Windows-1252"));
    }

    SECTION ("in UTF-8")
    {
        const auto file = fileWith (folder, { "Fog", "Gäste am Hafen" });
        REQUIRE (file.outline.chapters.size() == 2);
        CHECK (file.outline.chapters[1].title == "Gäste am Hafen");
        CHECK (file.notices.empty());
    }
}

} // namespace earmark
