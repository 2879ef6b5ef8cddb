// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WritePanel.h"

#include "Session/ChapterFindings.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

using State = WriteTarget::State;

/** Audio with three chapters, and a second file beside it. */
struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    Desk()
    {
        world.previews["/show/a.m4a"] = {
            .container = "MP4",
            .chapters = 0,
            .changes = { "the title is set" },
            .notices = { { Notice::Grade::warning, "Two titles are cut.", {} } },
            .plan = {}
        };
        world.previews["/show/a.mp3"] = { .container = "MP3", .changes = {}, .notices = {}, .plan = {} };
        world.mediaChapters = outlineAt ({ 0, 10, 20 });
        w = std::make_unique<Workspace> (world.services());
        w->openFile ("/show/a.m4a");
    }

    const WriteTarget& target (std::size_t i) const { return w->writing().panel()->targets[i]; }
};

} // namespace

TEST_CASE ("The write panel begins with the open media and shows its plan", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    CHECK (run (w, "write"));
    CHECK (w.view().panel == Panel::write);
    REQUIRE (w.writing().panel()->targets.size() == 1);
    CHECK (desk.target (0).name == "a.m4a");
    CHECK (desk.target (0).state == State::ready);
    CHECK (headlineOf (*w.writing().panel()) == "Write 3 chapters into 1 file");
    CHECK (linesOf (desk.target (0))
           == std::vector<WriteLine> {
               { WriteLine::Tone::plain, "3 chapters to write." },
               { WriteLine::Tone::plain, "Also: the title is set" },
               { WriteLine::Tone::warning, "Two titles are cut." },
               { WriteLine::Tone::good,
                 "No player that reads these chapters is known to show them wrongly." } });

    w.writing().add ("/show/a.mp3");
    w.writing().add ("/show/a.mp3");
    w.writing().add ("/show/notes.txt");
    REQUIRE (w.writing().panel()->targets.size() == 3);
    CHECK (desk.target (2).state == State::refused);
    CHECK (linesOf (desk.target (2)).front().text
           == "It is no audio file that Earmark knows, whatever its name says.");
    CHECK (headlineOf (*w.writing().panel()) == "Write 3 chapters into 2 files");

    w.writing().remove ("/show/notes.txt");
    CHECK (w.writing().panel()->targets.size() == 2);
}

TEST_CASE ("A write ends with what was read back, and can be taken back", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    CHECK (run (w, "write-now"));
    CHECK (desk.world.writes == std::vector<std::string> { "/show/a.m4a", "/show/a.mp3" });
    CHECK (desk.target (0).state == State::written);
    CHECK (desk.target (0).proof.chapters == 3);
    CHECK (linesOf (desk.target (0)).front().text
           == "Read back: 3 chapters, from \u201cA\u201d to \u201cZ\u201d.");
    CHECK (linesOf (desk.target (0))[1].text
           == "The audio is the same, byte for byte: SHA-256 0123456789ab\u2026 before and after.");
    CHECK (linesOf (desk.target (0))[2].text
           == "Tags and other parts: 12 kept, 1 changed (TIT2). 2.0 MB, 1234 bytes more than before.");
    CHECK (w.message().text == "The chapters are in 2 files.");
    CHECK_FALSE (run (w, "write-now"));

    CHECK (run (w, "write-restore"));
    CHECK (desk.target (0).state == State::restored);
    CHECK (desk.target (1).state == State::restored);
    CHECK (desk.world.writes.back() == "back /show/a.mp3");
    CHECK_FALSE (run (w, "write-restore"));
}

TEST_CASE ("A proof stays while the file is as it was written, and can be saved", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    CHECK_FALSE (run (w, "save-proof"));
    w.writing().add ("/show/a.mp3");
    run (w, "write-now");
    desk.world.chosenFile = "/show/proof.html";
    CHECK (run (w, "save-proof"));
    CHECK (desk.world.suggested == "a-proof.html");
    CHECK (desk.world.files["/show/proof.html"] == "2 proofs");

    // Closed and opened, all is up to date, and still proven.
    run (w, "escape");
    run (w, "write");
    CHECK (desk.target (0).state == State::unchanged);
    CHECK (linesOf (desk.target (0))[1].text.starts_with ("Read back: 3 chapters"));
    desk.world.isDiskFull = true;
    CHECK (run (w, "save-proof"));
    CHECK (w.message().grade == Message::Grade::error);

    // Taken back, there is nothing to prove.
    desk.world.previews["/show/a.m4a"].canRestore = true;
    run (w, "escape");
    run (w, "write");
    w.writing().restore ("/show/a.m4a");
    desk.world.previews["/show/a.mp3"].changesNothing = false;
    w.perform (ShiftChapters { ShiftChapters::All {}, lasting (1) });
    CHECK_FALSE (w.writing().panel()->hasProof());
    CHECK_FALSE (run (w, "save-proof"));
}

TEST_CASE ("What could not be compared is not called proven", "[session][write]")
{
    WriteTarget target;
    target.state = State::written;
    target.proof = { .chapters = 1, .first = "A", .problem = "Stopped." };
    CHECK (linesOf (target)[1]
           == WriteLine { WriteLine::Tone::warning,
                          "The file is written and checked, but not compared. Stopped." });

    target.proof.evidence = std::make_shared<const int>();
    target.proof.audioBefore = "0123";
    target.proof.audioAfter = "4567";
    CHECK (linesOf (target)[1] == WriteLine { WriteLine::Tone::bad, "The audio differs from what it was." });
}

TEST_CASE ("How much larger or smaller a file has become is counted", "[session][write]")
{
    WriteTarget target;
    target.state = State::written;
    target.proof = { .chapters = 1, .evidence = std::make_shared<const int>() };
    const auto said = [&] (std::uint64_t before, std::uint64_t after)
    {
        target.proof.bytesBefore = before;
        target.proof.bytesAfter = after;
        return linesOf (target)[2].text;
    };
    CHECK (said (2'000'000, 2'000'001).ends_with ("2.0 MB, 1 byte more than before."));
    CHECK (said (2'000'002, 2'000'000).ends_with ("2.0 MB, 2 bytes less than before."));
    CHECK (said (2'000'000, 2'000'000).ends_with ("2.0 MB, as before."));
}

TEST_CASE ("An edit makes new plans; a file that has the chapters already is left alone", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    run (w, "write-now");
    REQUIRE (desk.target (0).state == State::written);
    CHECK (w.perform (ShiftChapters { ShiftChapters::All {}, lasting (1) }));
    CHECK (desk.target (0).state == State::unchanged); // says the fake
    CHECK (headlineOf (*w.writing().panel()) == "Nothing is left to write");

    // Without the panel nobody asks; opened again, it does.
    run (w, "escape");
    const auto asked = desk.world.profilesAsked.size();
    w.undo();
    CHECK (desk.world.profilesAsked.size() == asked);
    run (w, "write");
    CHECK (desk.world.profilesAsked.size() == asked + 1);

    w.writing().setProfile ("minimal");
    CHECK (desk.world.profilesAsked.back() == "minimal");
}

TEST_CASE ("A write that goes on can be watched and given up", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlow = true;
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    run (w, "write-now");
    CHECK (desk.target (0).state == State::writing);
    CHECK (linesOf (desk.target (0)).front().text == "Writing: 43 %");
    CHECK (desk.target (1).state == State::waiting);
    CHECK_FALSE (run (w, "write-now"));
    w.writing().remove ("/show/a.m4a");
    CHECK (w.writing().panel()->targets.size() == 2);

    // Escape stops the write, and only then closes the panel.
    run (w, "escape");
    CHECK (w.view().panel == Panel::write);
    CHECK (headlineOf (*w.writing().panel()) == "Stopping");
    desk.world.finish();
    CHECK (desk.target (0).state == State::ready);
    CHECK (linesOf (desk.target (0)).front().text == "Stopped; the file is as it was.");
    CHECK (desk.target (1).state == State::ready);
    CHECK (desk.world.writes.empty());
    run (w, "escape");
    CHECK (w.view().panel == Panel::inspector);
}

TEST_CASE ("What is edited during a write is missing in all files, whatever is added", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    desk.world.isSlow = true;
    run (w, "write-now");
    desk.world.finish();
    REQUIRE (desk.target (0).state == State::written);
    REQUIRE (desk.target (1).state == State::writing);

    w.perform (SetField { w.chapters()[0].id, SetField::Title { "New" } });
    desk.world.previews["/show/a.m4a"].changesNothing = false; // it lacks the edit
    desk.world.previews["/show/b.mp3"] = { .container = "MP3", .changes = {}, .notices = {}, .plan = {} };
    w.writing().add ("/show/b.mp3");
    desk.world.finish();
    REQUIRE_FALSE (w.writing().isBusy());
    CHECK (desk.target (0).state == State::ready);
    CHECK (desk.target (2).state == State::ready);
}

TEST_CASE ("A write that fails says why, and the others go on", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.writeFailures["/show/a.m4a"] = { Error::Kind::notWritable, "The disk is full.", {} };
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    run (w, "write-now");
    CHECK (desk.target (0).state == State::ready);
    CHECK (linesOf (desk.target (0)).front() == WriteLine { WriteLine::Tone::bad, "The disk is full." });
    CHECK (desk.target (1).state == State::written);
    CHECK (w.message().text == "1 of 2 files not written; the panel says why.");
}

TEST_CASE ("Other audio makes a new list of files to write", "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    w.openFile ("/show/b.m4a");
    REQUIRE (w.writing().panel()->targets.size() == 1);
    CHECK (desk.target (0).path == "/show/b.m4a");
    CHECK (desk.target (0).state == State::refused);
    CHECK (headlineOf (*w.writing().panel()) == "Nothing can be written");
}

TEST_CASE ("What surely begins behind an audio is its last chapter, whose remarks are none",
           "[session][write]")
{
    auto outline = outlineAt ({ 0, 10, 20 });
    outline.chapters[2].kind = Chapter::Kind::note;

    for (std::uint64_t i = 0; i < outline.chapters.size(); ++i)
        outline.chapters[i].id = ChapterId (i + 1);

    const auto id = [&] (std::size_t i) { return outline.chapters[i].id; };
    CHECK (chaptersBehind (outline, at (10.0004)) == std::vector { id (1) }); // in whole milliseconds
    CHECK (chaptersBehind (outline, at (0)) == std::vector { id (0), id (1) });
    CHECK (chaptersBehind (outline, at (100)) == std::vector { id (1) });
    CHECK (chaptersBehind (outline, {}) == std::vector { id (1) });
    CHECK (chaptersBehind ({}, at (0)).empty());
}

TEST_CASE ("A file that ends before its chapters leads to them, and to the panel that finds the cut",
           "[session][write]")
{
    Desk desk;
    auto& w = *desk.w;
    const Error tooEarly { Error::Kind::mismatch, "Chapters begin after the audio.", {} };
    desk.world.refusals = { { "/show/a.m4a", tooEarly }, { "/show/a.mp3", tooEarly } };
    const auto chapters = w.chapters();
    w.perform (MoveChapter { chapters[2].id, at (700) });
    w.perform (MoveChapter { chapters[1].id, at (600) }); // the audio ends there
    run (w, "write");
    w.writing().add ("/show/a.mp3");
    w.writing().add ("/show/notes.txt");
    CHECK (desk.target (0).isOfOtherCut());
    CHECK (linesOf (desk.target (0))
           == std::vector<WriteLine> { { WriteLine::Tone::bad,
                                         "Chapters begin after the audio.",
                                         { chapters[1].id, chapters[2].id } } });

    CHECK (w.writing().canFindCut (desk.target (0)));
    CHECK (desk.target (1).isOfOtherCut());
    CHECK_FALSE (w.writing().canFindCut (desk.target (1))); // the sound of another file is open

    // How long another file is only its plan knows: the last chapter lies behind its end for certain.
    CHECK (desk.target (1).behindAudio == std::vector { chapters[2].id });
    CHECK_FALSE (desk.target (2).isOfOtherCut());
    CHECK (linesOf (desk.target (2)).front().chapters.empty());

    desk.world.refusals.clear();
    w.perform (RemoveChapters { { chapters[1].id, chapters[2].id } });
    CHECK_FALSE (desk.target (0).isOfOtherCut());
    CHECK (desk.target (0).behindAudio.empty());
}

TEST_CASE ("Every state has a word, a sentence and a headline", "[session][write]")
{
    for (auto state = 0; state <= int (State::restored); ++state)
    {
        WriteTarget target;
        target.state = State (state);
        target.problem = "It is so.";
        CAPTURE (state);
        CHECK_FALSE (wordFor (target.state).empty());
        CHECK_FALSE (linesOf (target).empty());
        WritePanel panel;
        panel.targets.push_back (target);
        CHECK_FALSE (headlineOf (panel).empty());
    }

    CHECK (headlineOf (WritePanel()) == "Add the audio files that get the chapters");
}

TEST_CASE ("Fields are asked for by commands", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    auto heard = 0;
    const auto subscription = w.listen ([&] (Changed c) { heard += holds (c, Changed::typing); });
    CHECK_FALSE (run (w, "edit-title")); // of which?
    run (w, "next");
    CHECK (run (w, "edit-start"));
    CHECK (w.typingPlace() == TypingPlace::start);
    CHECK (run (w, "filter"));
    CHECK (w.typingPlace() == TypingPlace::filter);
    CHECK (heard == 2);
    run (w, "shortcuts");
    CHECK_FALSE (run (w, "edit-title"));
}

} // namespace earmark::tests
