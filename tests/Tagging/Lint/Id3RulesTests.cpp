// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/ChapterTags.h"
#include "Support/Cli.h"
#include "Support/Findings.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Tagging/TaggedFile.h"

#include <catch2/catch_test_macros.hpp>

// For each rule a tag that breaks it, one that does not, and the repaired file, judged by a checker of its own.

namespace earmark
{

namespace
{

using namespace tests;

const std::string one = id3Sub (3, "TIT2", id3Title ("One")), two = id3Sub (3, "TIT2", id3Title ("Two"));
const std::string contents = id3Contents (3, "toc", 3, 2, std::string_view ("a\0b\0", 4));
const std::string chapterOne = id3Chapter (3, "a", 0, 1000, one),
                  chapterTwo = id3Chapter (3, "b", 1000, 3000, two);

struct Case
{
    std::string rule;
    std::string body; ///< of the tag
    int version = 3;
    int flags = 0;
    bool isMended = true;
};

std::string utf16Link()
{
    return id3Sub (3, "WXXX", std::string ("\1\xFF\xFE\0\0https://example.com", 24));
}

std::vector<Case> cases()
{
    const std::string longTitle (200, 'x');
    const auto firstOf = [] (const std::string& frames)
    { return contents + id3Chapter (3, "a", 0, 1000, frames) + chapterTwo; };
    std::string many;
    std::string ids;

    for (int i = 0; i < 300; ++i)
    {
        const auto id = "c" + std::to_string (i);
        ids += id + '\0';
        many += id3Chapter (3, id, std::uint32_t (i * 5), std::uint32_t (i * 5 + 5), one);
    }

    return {
        { "id3-no-contents", chapterOne + chapterTwo },
        { "id3-contents-not-top",
          id3Contents (3, "toc", 1, 2, std::string_view ("a\0b\0", 4)) + chapterOne + chapterTwo },
        { "id3-contents-count",
          id3Contents (3, "toc", 3, 3, std::string_view ("a\0b\0", 4)) + chapterOne + chapterTwo },
        { "id3-contents-count", id3Contents (3, "toc", 3, 300 & 255, ids) + many },
        { "id3-contents-dangling",
          id3Contents (3, "toc", 3, 3, std::string_view ("a\0b\0gone\0", 9)) + chapterOne + chapterTwo },
        { "id3-contents-first",
          id3Contents (3, "leaf", 1, 1, std::string_view ("a\0", 2))
              + id3Contents (3, "toc", 3, 2, std::string_view ("leaf\0b\0", 7)) + chapterOne + chapterTwo },
        { "id3-v24-sizes",
          id3Contents (4, "toc", 3, 1, std::string_view ("a\0", 2))
              + id3Chapter (4, "a", 0, 3000, id3Sub (4, "TIT2", id3Title (longTitle))),
          4 },
        { "id3-latin1",
          firstOf (id3Sub (3,
                           "TIT2",
                           id3Title ("Gr\xFC\xDF"
                                     "e"))) },
        { "id3-v23-encoding", firstOf (id3Sub (3, "TIT2", id3Title ("Grüße", 3))) },
        { "id3-no-title", firstOf (id3Sub (3, "TIT3", id3Title ("About"))) },
        { "id3-title-second", firstOf (id3Sub (3, "TIT3", id3Title ("About")) + one) },
        { "id3-link-utf16", firstOf (one + utf16Link()) },
        { "id3-same-name",
          id3Contents (3, "toc", 3, 1, std::string_view ("a\0", 2)) + chapterOne
              + id3Chapter (3, "a", 1000, 3000, two) },
        { "id3-order", contents + chapterTwo + chapterOne },
        { "id3-end", contents + chapterOne + id3Chapter (3, "b", 1000, 0xFFFFFFFF, two) },
        { "id3-unsynchronised", id3Unsynchronised (contents + chapterOne + chapterTwo), 3, 0x80 },
        { "id3-large-tag",
          contents + chapterOne + chapterTwo + id3Frame3 ("PRIV", std::string (5'100'000, 'x')),
          3,
          0,
          false },
    };
}

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
    const auto file =
        folder.file ("good.mp3", id3Tag (3, contents + chapterOne + chapterTwo) + bytesOf (bareMp3 (3)));

    for (const auto& rule : brokenBy (file))
        CHECK_FALSE (rule.starts_with ("id3-"));

    CHECK (brokenBy (file).contains ("youtube-few"));
}

TEST_CASE ("Each rule about ID3 tags finds what breaks it, and --fix repairs it")
{
    const TemporaryFolder folder;
    const auto audio = bytesOf (bareMp3 (3));
    std::set<std::string> seen;

    for (const auto& [rule, body, version, flags, isMended] : cases())
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
