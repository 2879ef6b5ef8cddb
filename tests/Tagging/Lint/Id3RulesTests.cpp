// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Cli.h"
#include "Support/Findings.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/SpoiltTags.h"
#include "Support/TemporaryFolder.h"
#include "Tagging/TaggedFile.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

// For each rule a tag that breaks it, one that does not, and the repaired file, judged by a checker of its own.

namespace earmark
{

namespace
{

using namespace tests;

std::vector<std::string> withFix (const std::filesystem::path& file)
{
    std::vector<std::string> arguments { "check", "--fix" };
    arguments.push_back (file.string());
    return arguments;
}

} // namespace

TEST_CASE ("A sound ID3 tag breaks no rule")
{
    const TemporaryFolder folder;
    const auto frames = soundId3::contents + soundId3::chapterOne + soundId3::chapterTwo;
    const auto file = folder.file ("good.mp3", id3Tag (3, frames) + bytesOf (bareMp3 (3)));

    for (const auto& rule : brokenBy (file))
        CHECK_FALSE (rule.starts_with ("id3-"));

    CHECK (brokenBy (file).contains ("youtube-few"));
}

TEST_CASE ("A finding about a chapter's frame names the chapter by its place and time")
{
    const TemporaryFolder folder;
    const auto unnamed = id3Chapter (3, "b", 1000, 2000, {});
    const auto file = folder.file (
        "a.mp3", id3Tag (3, soundId3::contents + soundId3::chapterOne + unnamed) + bytesOf (bareMp3 (3)));
    const auto findings = must (lintFile (file));
    const auto found = std::ranges::find_if (
        findings, [] (const Finding& f) { return f.rule->id.starts_with ("id3-") && ! f.chapters.empty(); });
    REQUIRE (found != findings.end());
    CHECK (found->chapters == ChaptersConcerned { { 1, Position::fromMilliseconds (1000) } });
    CHECK (found->of == Finding::Of::file);

    // Its place is that in the list, wherever its frame lies in the tag.
    const auto swapped = folder.file (
        "b.mp3", id3Tag (3, soundId3::contents + unnamed + soundId3::chapterOne) + bytesOf (bareMp3 (3)));
    const auto others = must (lintFile (swapped));
    const auto other = std::ranges::find (
        others, std::string_view ("id3-no-title"), [] (const Finding& f) { return f.rule->id; });
    REQUIRE (other != others.end());
    CHECK (other->chapters == ChaptersConcerned { { 1, Position::fromMilliseconds (1000) } });
}

TEST_CASE ("Each rule about ID3 tags finds what breaks it, and --fix repairs it")
{
    const TemporaryFolder folder;
    const auto audio = bytesOf (bareMp3 (3));
    std::set<std::string> seen;

    for (const auto& [rule, body, version, flags, isMended] : spoiltTags())
    {
        INFO (rule);
        seen.insert (rule);
        const auto file = folder.file (rule + ".mp3", id3Tag (version, body, flags) + audio);
        CHECK (brokenBy (file).contains (rule));

        const auto sound = audioHash (file);
        earmark (withFix (file));
        CHECK (audioHash (file) == sound);
        CHECK (brokenBy (file).contains (rule) == ! isMended);

        if (isMended)
        {
            CHECK (checkId3 (file)["problems"].empty());
            CHECK (listOf (readBy ({ "ffprobe" }, file)["ffprobe"]).size()
                   == must (readTaggedFile (file)).outline.chapters.size());
        }
    }

    for (const auto& group : allRules())
        for (const auto* rule : group.rules)
            if (rule->id.starts_with ("id3-"))
                CHECK (seen.contains (std::string (rule->id)));
}

} // namespace earmark
