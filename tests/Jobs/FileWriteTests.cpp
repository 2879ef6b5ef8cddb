// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/FileWrite.h"

#include "Support/Outlines.h"
#include "Support/Process.h"
#include "Support/SampleAudio.h"
#include "Support/TemporaryFolder.h"
#include "Support/Writing.h"
#include "Tagging/Cover.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark
{

using namespace tests;

TEST_CASE ("What a write replaces is said in one line, with the way back where there is one")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mp3Sample (10), "a.mp3");
    const auto sentenceFor = [&] (const Outline& outline, bool elsewhere) -> std::string
    {
        const auto notices = noticesOfReplaced (must (planWrite (file, outline)), elsewhere);
        CHECK (notices.size() <= 1);
        return notices.empty() ? std::string() : notices.front().message;
    };
    const auto one = outlineOf ({ chapterAt (0, "Only") }), three = evenOutline (3, 2000);
    CHECK (sentenceFor (three, false).empty());

    tagInPlace (file, three);
    CHECK (sentenceFor (three, false).empty());
    CHECK (sentenceFor (one, false)
           == "3 other chapters in the file are replaced; restore brings them back.");
    CHECK (sentenceFor (one, true) == "3 other chapters of the file are not in the new one.");

    auto later = three;
    later.chapters[1].start = Position::fromMilliseconds (2700);
    CHECK (sentenceFor (later, false).empty()); // moved, not replaced

    tagInPlace (file, one);
    CHECK (sentenceFor (three, false)
           == "One other chapter in the file is replaced; restore brings it back.");
    CHECK (sentenceFor (three, true) == "One other chapter of the file is not in the new one.");
}

TEST_CASE ("The way back is not promised where nothing can be kept, and asking leaves nothing behind")
{
    const TemporaryFolder folder;
    const auto file = folder.copyOf (mp3Sample (10), "a.mp3");
    tagInPlace (file, evenOutline (3, 2000));
    const auto replacing = must (planWrite (file, outlineOf ({ chapterAt (0, "Only") })));

    const RestoreStore none (folder.file ("no folder", "x")), small (folder / "small", { .bytes = 10 });
    CHECK (
        says (noticesOfReplaced (replacing, false, none),
              "3 other chapters in the file are replaced, and restore cannot bring them back: they cannot be "
              "kept in"));
    CHECK (says (noticesOfReplaced (replacing, false, small), "restore cannot bring them back"));
    CHECK (says (noticesOfReplaced (replacing, true, none), "are not in the new one"));

    const RestoreStore sound (folder / "sound");
    CHECK (says (noticesOfReplaced (replacing, false, sound), "restore brings them back."));
    CHECK_FALSE (std::filesystem::exists (folder / "sound"));
}

TEST_CASE ("Only chapters that are not written again are replaced, whatever forms a file keeps them in")
{
    const TemporaryFolder folder;

    for (const auto& sample : { mp3Sample (10),
                                m4aFaststart (10),
                                ffmpegAudio (".wav", 10, {}),
                                ffmpegAudio (".flac", 10, { "-c:a", "flac" }),
                                ffmpegAudio (".mka", 10, { "-c:a", "libopus" }) })
    {
        const auto file = folder.copyOf (sample, "a" + sample.extension().string());
        CAPTURE (file);
        const auto isSilent = [&] (const Outline& outline)
        { return noticesOfReplaced (must (planWrite (file, outline)), false).empty(); };

        auto three = evenOutline (3, 2000);
        three.chapters[2].title = std::string (300, 'x');
        CHECK (isSilent (three));
        tagInPlace (file, three);
        CHECK (isSilent (three));

        auto more = three;
        more.chapters.push_back (chapterAt (6000, "More"));
        more.chapters[0].link = Link { "https://example.com", {} };
        CHECK (isSilent (more));

        auto retitled = three;
        retitled.chapters[1].title = "Other";
        CHECK (says (noticesOfReplaced (must (planWrite (file, retitled)), false), "One other chapter"));
        CHECK (noticesOfReplaced (must (planStrip (file)), false).empty());
    }
}

TEST_CASE ("A cue sheet that stays takes no chapter's place")
{
    needModule ("mutagen");
    const TemporaryFolder folder;
    const auto file = folder.copyOf (ffmpegAudio (".flac", 10, { "-c:a", "flac" }), "a.flac");
    mustRun ({ "python3",
               "-c",
               "import sys, mutagen\nf = mutagen.File (sys.argv[1])\nf['CUESHEET'] = 'FILE \"a.wav\" WAVE\\n "
               " TRACK 01 "
               "AUDIO\\n    INDEX 01 00:00:00\\n  TRACK 02 AUDIO\\n    INDEX 01 00:02:37\\n'\nf.save()",
               file.string() });
    tagInPlace (file, evenOutline (3, 2000));
    const auto plan = must (planStrip (file));
    CHECK_FALSE (plan.changesNothing);
    CHECK (noticesOfReplaced (plan, false).empty());
}

TEST_CASE ("Who takes a write back is not told that chapters go")
{
    const TemporaryFolder folder;
    const RestoreStore store (folder / "store");
    const auto file = folder.copyOf (mp3Sample (10), "a.mp3");
    tagInPlace (file, evenOutline (3, 2000));
    must (carryOut (must (planWrite (file, evenOutline (2, 2500))), file, {}, &store));
    CHECK (noticesOfReplaced (must (planRestore (file, store)), false).empty());
}

TEST_CASE ("What became of pictures is told of those that are written")
{
    const TemporaryFolder folder;
    auto outline = evenOutline (2, 2000);
    outline.chapters[0].image = EmbeddedImage { "image/gif", std::make_shared<const std::string> ("GIF89a") };
    outline.episode.cover = outline.chapters[0].image; // no file takes a GIF as its cover
    const auto toldOf = [&] (const std::filesystem::path& sample, std::string_view profile)
    {
        auto plan = must (planWrite (folder.copyOf (sample), outline, { .profile = *findProfile (profile) }));
        tellOfPictures (plan, { "the chapter's" }, { "the cover's" });
        CHECK_FALSE (std::ranges::contains (plan.edit.changes, "the cover's"));
        return std::ranges::contains (plan.edit.changes, "the chapter's");
    };
    CHECK (toldOf (mp3Sample (10), "safe"));
    CHECK_FALSE (toldOf (mp3Sample (10), "minimal"));
    CHECK_FALSE (toldOf (m4aFaststart (10), "safe"));
    CHECK_FALSE (toldOf (ffmpegAudio (".flac", 10, { "-c:a", "flac" }), "safe"));

    auto plan = must (planWrite (folder.copyOf (mp3Sample (10), "b.mp3"), outline));
    plan.edit.changes.clear();
    noteCover ("cover", plan.edit);
    tellOfPictures (plan, {}, { "the cover's" });
    CHECK (std::ranges::contains (plan.edit.changes, "the cover's"));
}

} // namespace earmark
