// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Tagging/Sniffing.h"

#include "Support/Outlines.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using namespace tests;

TEST_CASE ("What a file is is told by its bytes, and by nothing but a file")
{
    const TemporaryFolder folder;
    const auto* mp3 = containerAt (folder.copyOf (bareMp3 (3), "mp3-in-fact.m4a"));
    REQUIRE (mp3 != nullptr);
    CHECK (mp3->id == "mp3");
    CHECK (containerAt (folder.file ("text.mp3", "0:00 no audio")) == nullptr);
    CHECK (containerAt (folder.file ("empty.mp3", "")) == nullptr);
    CHECK (containerAt (folder / "missing.mp3") == nullptr);
    CHECK (containerAt (folder.path()) == nullptr);
}

TEST_CASE ("Every plan says where a file's name lies about what it is")
{
    const TemporaryFolder folder;
    const auto noticesOf = [&] (const char* name)
    { return must (planWrite (folder.copyOf (bareMp3 (3), name), evenOutline (2, 1000))).edit.notices; };

    CHECK (
        says (noticesOf ("a.M4A"), "Its name ends in '.m4a', but it is an MP3 file and is treated as one."));
    CHECK (says (noticesOf ("a"), "Its name has no suffix, but it is an MP3 file and is treated as one."));
    CHECK_FALSE (says (noticesOf ("a.MP3"), "Its name"));

    const auto tagged = folder.copyOf (bareMp3 (3), "b.wav");
    must (carryOut (must (planWrite (tagged, evenOutline (2, 1000))), tagged));
    CHECK (says (must (planStrip (tagged)).edit.notices, "Its name ends in '.wav'"));
}

} // namespace earmark
