// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Support/Id3Tags.h"
#include "Support/Outlines.h"
#include "Support/Readers.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Containers/Mp3Checks.h"

#include <catch2/catch_test_macros.hpp>

// What is said of chapters that an MP3 cannot hold.

namespace earmark
{

using namespace tests;
namespace fs = std::filesystem;

TEST_CASE ("What the writer of an MP3 has to say")
{
    const TemporaryFolder folder;
    const auto noticesFor = [&] (const fs::path& sample, const Outline& outline)
    { return must (planWrite (folder.copyOf (sample, "a.mp3"), outline)).edit.notices; };

    SECTION ("nothing, mostly")
    {
        CHECK (noticesFor (bareMp3 (4), evenOutline (2, 1000)).empty());
        CHECK (noticesFor (mp3Sample (4, { "-q:a", "5" }), evenOutline (2, 1000)).empty());
    }

    SECTION ("a variable bit rate without a header")
    {
        CHECK (says (noticesFor (mp3Sample (4, { "-q:a", "5", "-write_xing", "0" }), evenOutline (2, 1000)),
                     "variable bit rate"));
    }

    SECTION ("a file that was cut")
    {
        const auto bytes = bytesOf (bareMp3 (10));
        const auto cut = folder.file ("cut.mp3", bytes.substr (0, bytes.size() / 2));
        CHECK (says (noticesFor (cut, evenOutline (2, 1000)), "cut or joined"));
    }

    SECTION ("a picture that is only an address")
    {
        auto outline = evenOutline (2, 1000);
        outline.chapters[0].image = LinkedImage { "https://example.org/a.jpg" };
        CHECK (says (noticesFor (bareMp3 (4), outline), "only a picture's address"));
    }

    SECTION ("the new version of the tag, as a change")
    {
        const auto plan = must (planWrite (richlyTagged (folder, "b.mp3", 4), evenOutline (1, 1000)));
        REQUIRE_FALSE (plan.edit.changes.empty());
        CHECK (plan.edit.changes[0].find ("ID3v2.3") != std::string::npos);
    }

    SECTION ("nothing when the chapters are taken out: the tag stays v2.4")
    {
        const auto chapter =
            "c" + std::string (1, '\0') + id3Plain (0) + id3Plain (9) + id3Plain (0) + id3Plain (0);
        const auto tag = id3Tag (4, id3Frame4 ("TIT2", "\3T") + id3Frame4 ("CHAP", chapter));
        const auto file = folder.file ("d.mp3", tag + bytesOf (bareMp3 (4)));
        CHECK (stripInPlace (file).edit.changes.empty());
        CHECK (bytesOf (file).substr (0, 4) == "ID3\4");
        CHECK (bytesOf (file).contains (id3Frame4 ("TIT2", "\3T")));
    }

    SECTION ("a tag that players load for long")
    {
        auto outline = evenOutline (2, 1000);
        outline.chapters[0].image =
            EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (5'200'000, 'x') };
        CHECK (says (noticesFor (bareMp3 (4), outline), "5 MB long"));
    }

    SECTION ("an extended header that is not kept")
    {
        const auto tag = id3Tag (
            3, id3Plain (6) + std::string (6, '\0') + id3Frame3 ("TIT2", std::string ("\0T", 2)), 0x40);
        CHECK (says (noticesFor (folder.file ("c.mp3", tag + bytesOf (bareMp3 (4))), evenOutline (1, 1000)),
                     "extended header"));
    }
}

TEST_CASE ("An MP3 that cannot hold the chapters is refused and stays as it was")
{
    const TemporaryFolder folder;

    const auto refusal = [&] (std::string_view bytes, const Outline& outline)
    {
        const auto file = folder.file ("a.mp3", bytes);
        const auto error = mustFail (planWrite (file, outline));
        CHECK (hasBytes (file, bytes));
        return error;
    };

    SECTION ("shorter than the outline")
    {
        const auto error = refusal (bytesOf (bareMp3 (4)), evenOutline (5, 1000));
        CHECK (error.kind == Error::Kind::mismatch);
        CHECK (error.message.find ("Part 5") != std::string::npos);
    }

    SECTION ("a tag without audio")
    {
        CHECK (refusal (id3Tag (3, id3Frame3 ("TIT2", std::string ("\0T", 2))), evenOutline (1, 1000)).kind
               == Error::Kind::unsupported);
    }

    SECTION ("an old tag")
    {
        CHECK (
            refusal (id3Tag (2, id3Frame2 ("LNK", "x")) + bytesOf (bareMp3 (4)), evenOutline (1, 1000)).kind
            == Error::Kind::unsupported);
    }

    SECTION ("a damaged tag")
    {
        auto frame = id3Frame3 ("TIT2", std::string ("\0T", 2));
        frame.replace (4, 4, id3Plain (100'000));
        CHECK (refusal (id3Tag (3, frame) + bytesOf (bareMp3 (4)), evenOutline (1, 1000)).kind
               == Error::Kind::malformed);
    }

    SECTION ("no chapters at all")
    {
        CHECK (refusal (bytesOf (bareMp3 (4)), {}).kind == Error::Kind::wrongUsage);
    }

    SECTION ("pictures beyond what a tag can hold")
    {
        auto outline = evenOutline (3, 1000);
        const auto large = std::make_shared<const std::string> (90u << 20, 'x');

        for (auto& chapter : outline.chapters)
            chapter.image = EmbeddedImage { "image/jpeg", large };

        CHECK (refusal (bytesOf (bareMp3 (4)), outline).kind == Error::Kind::tooLarge);
    }
}

TEST_CASE ("An MP3 refuses chapters that share a picture before each of them has it in memory")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (20'000, 1);
    const auto picture =
        EmbeddedImage { "image/jpeg", std::make_shared<const std::string> (16u << 20, '\xFF') };

    for (auto& chapter : outline.chapters)
        chapter.image = picture; // 320 GB, if each had its own

    const auto refused = planWrite (folder.copyOf (bareMp3 (30), "a.mp3"), outline);
    REQUIRE_FALSE (refused);
    CHECK (refused.error().kind == Error::Kind::tooLarge);
    CHECK (refused.error().message.contains ("256 MB"));
}

} // namespace earmark
