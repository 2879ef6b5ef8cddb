// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/DocumentsPage.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <utility>

namespace earmark::tests
{

namespace
{

using Publishing = DocumentsPage::Publishing;

struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    Desk()
    {
        world.previews["/show/a.m4a"] = { .container = "MP4", .changes = {}, .notices = {}, .plan = {} };
        world.mediaChapters = outlineAt ({ 0, 10, 20 });
        world.losses["youtube"] = { { Notice::Grade::warning, "The list must begin at 0:00.", {} },
                                    { Notice::Grade::ignored, "Links are left out.", {} } };
        w = std::make_unique<Workspace> (world.services());
        w->openFile ("/show/a.m4a");
        run (*w, "export");
    }

    const DocumentsPage& page() const { return *w->documents().page(); }
};

} // namespace

TEST_CASE ("Every document says what it loses before it is written", "[session][documents]")
{
    Desk desk;
    REQUIRE (desk.page().rows.size() == 3);
    CHECK (summaryOf (desk.page().rows[0]) == "1 warning");
    CHECK (summaryOf (desk.page().rows[1]) == "holds everything");
    CHECK (summaryOf ({ {}, { { Notice::Grade::ignored, "Links are left out.", {} } } })
           == "1 thing is left out");
    CHECK (desk.page().text == "3");

    // An edit is in it at once.
    desk.world.losses.clear();
    desk.w->perform (RemoveChapters { { desk.w->chapters()[2].id } });
    CHECK (summaryOf (desk.page().rows[0]) == "holds everything");
    CHECK (desk.page().text == "2");
}

TEST_CASE ("A description is copied with the platform's warnings", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    CHECK (run (w, "copy-document"));
    CHECK (desk.world.clipboard == "3");
    CHECK (w.message().grade == Message::Grade::warning);
    CHECK (w.message().text == "YouTube is on the clipboard. The list must begin at 0:00. And 1 more.");

    run (w, "row-down");
    run (w, "copy-document");
    CHECK (w.message().grade == Message::Grade::info);
    CHECK (w.message().text == "Podcasting 2.0 is on the clipboard.");

    run (w, "row-down");
    CHECK_FALSE (run (w, "copy-document"));
    CHECK (desk.page().text.empty());
}

TEST_CASE ("Any format is saved under a name that fits it", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    run (w, "row-down");
    desk.world.chosenFile = "/out/a.chapters.json";
    CHECK (run (w, "save-document"));
    CHECK (desk.world.suggested == "a.chapters.json");
    CHECK (desk.world.files["/out/a.chapters.json"] == "3 chapters as json");
    desk.world.isDiskFull = true;
    run (w, "save-document");
    CHECK (w.message().text == "The disk is full.");
}

TEST_CASE ("All destinations: audio first, then documents, then whether they agree", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/out";
    CHECK (run (w, "publish"));
    CHECK (desk.world.choices.back() == FileKind::folder);
    CHECK (desk.world.writes == std::vector<std::string> { "/show/a.m4a" });
    CHECK (desk.page().publishing == Publishing::done);
    CHECK (desk.page().published
           == std::vector<PublishedPlace> { { "/show/a.m4a", true, "6 chapters, and all agree." },
                                            { "/out/a.psc", true, "6 chapters, and all agree." } });
    CHECK (w.message().text == "2 destinations written, and all agree.");

    // What fails is told, and stops nothing.
    desk.world.previews["/show/a.m4a"].changesNothing = false;
    desk.world.writeFailures["/show/a.m4a"] = { Error::Kind::notWritable, "It is locked.", {} };
    w.perform (ShiftChapters { ShiftChapters::All {}, lasting (1) });
    CHECK (run (w, "publish"));
    CHECK (desk.page().published
           == std::vector<PublishedPlace> { { "a.m4a", false, "It is locked." },
                                            { "/out/a.psc", true, "6 chapters, and all agree." } });
    CHECK (w.message().text == "1 of 2 destinations has a problem.");
}

TEST_CASE ("What waits to be published goes on once a restore has ended", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.previews["/show/a.mp3"] = { .container = "MP3", .changes = {}, .notices = {}, .plan = {} };
    desk.world.chosenFile = "/out";
    run (w, "publish");
    REQUIRE (desk.page().publishing == Publishing::done);

    // The second file is looked at while the first is taken back.
    desk.world.isSlowToLook = desk.world.isSlow = true;
    w.writing().add ("/show/a.mp3");
    run (w, "publish");
    CHECK (desk.page().publishing == Publishing::planning);
    w.writing().restore ("/show/a.m4a");
    REQUIRE (desk.world.unfinished.size() == 2);
    std::exchange (desk.world.unfinished[0], [] {})();
    CHECK (desk.page().publishing == Publishing::planning);
    desk.world.finish();
    CHECK (desk.page().publishing == Publishing::audio);
    desk.world.finish();
    CHECK (desk.page().publishing == Publishing::done);
    CHECK (desk.world.writes.back() == "/show/a.mp3");
}

TEST_CASE ("While audio is written nothing else is published", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlow = true;
    desk.world.chosenFile = "/out";
    run (w, "publish");
    CHECK (desk.page().publishing == Publishing::audio);
    CHECK (headlineOf (desk.page()) == "Writing into the audio files");
    CHECK_FALSE (run (w, "publish"));

    // Escape gives the write up; the documents say that the audio has not got it.
    run (w, "escape");
    desk.world.finish();
    CHECK (desk.page().publishing == Publishing::done);
    CHECK_FALSE (desk.page().published.front().isGood);
}

TEST_CASE ("What is published is what was written, whatever is opened meanwhile", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlow = true;
    desk.world.chosenFile = "/out";
    run (w, "publish");
    REQUIRE (desk.page().publishing == Publishing::audio);

    w.projects().beginNew();
    desk.world.outlines["other"] = outlineAt ({ 0, 5 });
    w.outlineImport().begin ("other", "Clipboard");
    w.outlineImport().accept();
    REQUIRE (w.chapters().size() == 2);
    desk.world.finish();
    CHECK (desk.page().publishing == Publishing::done);
    CHECK (desk.world.writes == std::vector<std::string> { "/show/a.m4a" });
    CHECK (desk.world.publications == std::vector<std::string> { "/out/a: 3 chapters" });
}

TEST_CASE ("Documents are of the chapters that the audio gets", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlowToLook = true;
    desk.world.chosenFile = "/out";
    run (w, "publish");
    w.perform (RemoveChapters { { w.chapters()[2].id } }); // too late
    desk.world.finish();
    CHECK (desk.page().publishing == Publishing::done);
    CHECK (desk.world.proof.chapters == 3);
    CHECK (desk.world.publications == std::vector<std::string> { "/out/a: 3 chapters" });
}

TEST_CASE ("A project that is left is not published unasked", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlowToLook = true;
    desk.world.chosenFile = "/out";
    run (w, "publish");
    REQUIRE (desk.page().publishing == Publishing::planning);

    w.projects().beginNew();
    CHECK_FALSE (w.documents().page());
    desk.world.finish();
    desk.world.isSlowToLook = false;
    desk.world.previews["/show/new.m4a"] = { .container = "MP4", .changes = {}, .notices = {}, .plan = {} };
    w.openFile ("/show/new.m4a");
    run (w, "write");
    REQUIRE (w.writing().panel()->canWrite());
    CHECK (desk.world.writes.empty());
    CHECK (desk.world.publications.empty());
}

TEST_CASE ("Other audio than was asked for is not published", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlowToLook = true;
    desk.world.chosenFile = "/out";
    run (w, "publish");
    desk.world.previews["/show/b.m4a"] = { .container = "MP4", .changes = {}, .notices = {}, .plan = {} };
    w.openFile ("/show/b.m4a");
    CHECK (desk.page().publishing == Publishing::nothing);
    CHECK (w.message().text == "Nothing is published: other audio was opened.");
    desk.world.isSlowToLook = false;
    run (w, "write");
    desk.world.finish();
    REQUIRE (w.writing().panel()->canWrite());
    CHECK (desk.world.writes.empty());
    CHECK (desk.world.publications.empty());
}

TEST_CASE ("A file that is taken off the list is not waited for", "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.isSlowToLook = true;
    desk.world.chosenFile = "/out";
    run (w, "publish");
    w.writing().remove ("/show/a.m4a");
    CHECK (desk.page().publishing == Publishing::done);
    CHECK (desk.world.writes.empty());
    CHECK (desk.world.publications == std::vector<std::string> { "/out/a: 3 chapters" });
    desk.world.finish();
    CHECK (desk.world.publications.size() == 1);
}

TEST_CASE ("Without a file to write, what is saved and published is called after the audio",
           "[session][documents]")
{
    Desk desk;
    auto& w = *desk.w;
    w.projects().saveTo ("/show/season.earmark");
    w.writing().prepare();
    w.writing().remove ("/show/a.m4a");
    REQUIRE (w.writing().panel()->targets.empty());
    desk.world.chosenFile = "/out";
    run (w, "save-document");
    CHECK (desk.world.suggested == "a.youtube.txt");
    w.documents().publishInto ("/out");
    CHECK (desk.world.publications == std::vector<std::string> { "/out/a: 3 chapters" });
}

TEST_CASE ("Without audio, what is saved is called after the project, as files can be",
           "[session][documents]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    world.outlines["outline"].episode.title = "AC/DC: live?";
    Workspace w (world.services());
    CHECK (w.documents().stem() == "chapters");
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();
    CHECK (w.documents().stem() == "AC-DC- live-");
    w.projects().saveTo ("/show/season.earmark");
    CHECK (w.documents().stem() == "season");
}

TEST_CASE ("Audio that is not to be had gives its name to what is saved", "[session][documents]")
{
    World world;
    auto& opened = world.projects["/show/season.earmark"];
    opened.project.outline = outlineAt ({ 0, 10 });
    opened.project.audio = { "/gone/a.m4a", lasting (600) };
    opened.audioIsMissing = true;
    Workspace w (world.services());
    w.openFile ("/show/season.earmark");
    REQUIRE_FALSE (w.audio().file());
    CHECK (w.documents().stem() == "a");
}

} // namespace earmark::tests
