// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WatchPage.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

using State = WatchPage::State;
using Kind = WatchNews::Kind;

struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    Desk()
    {
        world.mediaChapters = outlineAt ({ 0, 10, 20 });
        w = std::make_unique<Workspace> (world.services());
        w->openFile ("/show/a.m4a");
        run (*w, "watch");
    }

    const WatchPage& page() const { return w->watchedFolder().page(); }
};

} // namespace

TEST_CASE ("A folder is chosen and watched by one key, and not any more by the same", "[session][watch]")
{
    Desk desk;
    auto& w = *desk.w;
    CHECK (headlineOf (desk.page()) == "Choose the folder that you render into");
    desk.world.chosenFile = "/show/renders";
    CHECK (run (w, "watch-switch"));
    CHECK (desk.page().state == State::on);
    CHECK (desk.world.watchedFolder == "/show/renders");
    CHECK (desk.world.watchedChapters == 3);
    CHECK (headlineOf (desk.page()) == "Watching: 0 written");
    CHECK_FALSE (run (w, "watch-folder")); // not while it is watched

    // What is edited goes into the next render, whatever panel is open.
    run (w, "escape");
    w.perform (RemoveChapters { { w.chapters()[2].id } });
    CHECK (desk.world.watchedChapters == 2);

    run (w, "watch");
    desk.world.isSlow = true;
    CHECK (run (w, "watch-switch"));
    CHECK (desk.page().state == State::stopping);
    CHECK_FALSE (run (w, "watch-switch"));
    desk.world.finish();
    CHECK (desk.page().state == State::off);
    CHECK (headlineOf (desk.page()) == "Not watching");
}

TEST_CASE ("What is chosen in the write panel is for the watched folder at once", "[session][watch]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/show/renders";
    run (w, "watch-switch");
    run (w, "write");
    w.writing().remove ("/show/a.m4a"); // with no file in it, too
    w.writing().setProfile ("minimal");
    CHECK (desk.world.watchedWishes.profile == "minimal");
    w.writing().apply (WriteFix::squarePictures);
    CHECK (desk.world.watchedWishes.squarePictures);

    // Other audio begins with a panel of its own.
    w.openFile ("/show/b.m4a");
    CHECK (desk.world.watchedWishes == w.writing().wishes());
    CHECK_FALSE (desk.world.watchedWishes.squarePictures);
}

TEST_CASE ("The log tells of each render, the last first", "[session][watch]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/show/renders";
    run (w, "watch-switch");
    desk.world.reportWatched ({ Kind::tagged, "14:03", "one.mp3", 3, {} });
    CHECK (w.message().text == "The chapters are in one.mp3, a new render.");
    desk.world.reportWatched ({ Kind::failed, "14:04", "two.mp3", 0, "The disk is full." });
    CHECK (w.message().grade == Message::Grade::error);
    CHECK (headlineOf (desk.page()) == "Watching: 1 written, 1 failed");
    REQUIRE (desk.page().log.size() == 2);
    CHECK (desk.page().log[0].file == "two.mp3");
    CHECK (lineOf (desk.page().log[0]) == WriteLine { WriteLine::Tone::bad, "The disk is full." });
    CHECK (lineOf (desk.page().log[1]) == WriteLine { WriteLine::Tone::good, "3 chapters written." });

    for (const auto kind : { Kind::already, Kind::folderGone, Kind::folderBack })
        CHECK_FALSE (lineOf ({ kind, {}, {}, 0, {} }).text.empty());

    for (int i = 0; i < 600; ++i)
        desk.world.reportWatched ({ Kind::already, "14:05", "three.mp3", 0, {} });

    CHECK (desk.page().log.size() == 500);
}

TEST_CASE ("The folder to watch is looked for where the host's renders lie", "[session][watch]")
{
    Desk desk;
    auto& w = *desk.w;
    w.look ([] (ViewState& v) { v.preferences.renderFolder = "/show/renders"; });
    CHECK (run (w, "watch-switch"));
    CHECK (desk.world.suggestedFolder == "/show/renders");
    CHECK (desk.page().state == State::off); // nothing was chosen
    desk.world.suggestedFolder.clear();
    CHECK (run (w, "watch-folder"));
    CHECK (desk.world.suggestedFolder == "/show/renders");
}

TEST_CASE ("What was changed on the way into a render is told with it", "[session][watch]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/show/renders";
    run (w, "watch-switch");
    desk.world.reportWatched (
        { Kind::tagged, "14:03", "one.m4a", 3, {}, { "'Intro' was put in front.", "It is long." } });
    CHECK (w.message().grade == Message::Grade::warning);
    CHECK (w.message().text
           == "The chapters are in one.m4a, a new render. 'Intro' was put in front. It is long.");
    CHECK (lineOf (desk.page().log[0])
           == WriteLine { WriteLine::Tone::warning,
                          "3 chapters written. 'Intro' was put in front. It is long." });
    CHECK (headlineOf (desk.page()) == "Watching: 1 written");
}

TEST_CASE ("Another project does not go into the renders of this one", "[session][watch]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/show/renders";
    run (w, "watch-switch");
    run (w, "new");

    if (w.prompt() != nullptr)
        run (w, "answer-second");

    CHECK (w.chapters().empty());
    CHECK (desk.page().state == State::off);
    CHECK (desk.world.watchedFolder.empty());

    // Without chapters there is nothing to write.
    run (w, "watch");
    CHECK_FALSE (run (w, "watch-switch"));
}

} // namespace earmark::tests
