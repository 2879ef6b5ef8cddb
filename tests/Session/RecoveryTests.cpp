// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ProjectDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("What is not saved is kept against a crash", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    w.openFile ("/a/one.earmark");
    CHECK (desk.world.unsaved == nullptr);
    desk.edit (5);
    REQUIRE (desk.world.unsaved != nullptr);
    CHECK (*desk.world.unsaved == w.document());
    CHECK (desk.world.unsavedProject == "/a/one.earmark");

    // A drag is kept when it ends.
    w.beginGesture();
    w.performInGesture (MoveChapter { w.chapters()[2].id, at (15) });
    CHECK (*desk.world.unsaved != w.document());
    w.endGesture();
    CHECK (*desk.world.unsaved == w.document());

    run (w, "save");
    CHECK (desk.world.unsaved == nullptr);
    w.undo();
    CHECK (desk.world.unsaved != nullptr);
    w.redo();
    CHECK (desk.world.unsaved == nullptr);
}

TEST_CASE ("What was recovered is told, and kept, discarded, or left for later", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    auto named = projectAt ({ 0, 10, 20, 30 }, "/a/one.m4a").project;
    named.savedAs = "/a/one.earmark";
    auto untitled = projectAt ({ 0 }).project;
    desk.world.abandoned = { { "7", named, "2031-05-04 14:03:22" },
                             { "8", untitled, "2031-05-04 14:01:00" } };
    w.projects().offerRecovered();
    REQUIRE (desk.choices() == std::vector<std::string> { "Keep", "Discard", "Ask me later" });
    CHECK (w.prompt()->text
           == "Earmark stopped before \u201cone\u201d was saved. Recovered: 4 chapters, as of 2031-05-04 "
              "14:03:22. There is more, from 1 other time.");

    SECTION ("kept: it is the project, unsaved, with its audio")
    {
        REQUIRE (run (w, "answer-first"));
        CHECK (w.chapters().size() == 4);
        CHECK (w.projects().path() == "/a/one.earmark");
        CHECK_FALSE (w.isSaved());
        CHECK (w.audio().file()->path == "/a/one.m4a");
        CHECK (desk.world.settled == std::vector<std::string> { "adopt 7" });
        REQUIRE (desk.world.unsaved != nullptr); // should it crash again
        CHECK (w.message().text == "Recovered 4 chapters; save them to keep them for good.");
        CHECK_FALSE (w.prompt());
        run (w, "save");
        CHECK (w.isSaved());
        CHECK (desk.world.projects["/a/one.earmark"].project.outline.chapters.size() == 4);
    }

    SECTION ("discarded: the next is asked about")
    {
        REQUIRE (run (w, "answer-second"));
        CHECK (desk.world.settled == std::vector<std::string> { "discard 7" });
        REQUIRE (w.prompt());
        CHECK (w.prompt()->text
               == "Earmark stopped before a project without a name was saved. Recovered: 1 chapter, as of "
                  "2031-05-04 14:01:00.");
        CHECK (w.chapters().empty());
    }

    SECTION ("later: it stays")
    {
        REQUIRE (run (w, "escape"));
        CHECK (desk.world.settled.empty());
        CHECK_FALSE (w.prompt());
    }

    SECTION ("kept, but something else has been begun meanwhile")
    {
        desk.edit (5);
        REQUIRE (run (w, "answer-first"));
        REQUIRE (w.prompt()->kind == Prompt::Kind::leave);
        CHECK (desk.world.settled.empty());
        REQUIRE (run (w, "answer-second"));
        CHECK (w.chapters().size() == 4);
        CHECK (desk.world.settled == std::vector<std::string> { "adopt 7" });
    }
}

TEST_CASE ("Nothing recovered, nothing asked", "[session]")
{
    ProjectDesk desk;
    desk.w->projects().offerRecovered();
    CHECK_FALSE (desk.w->prompt());
    CHECK_FALSE (run (*desk.w, "answer-first"));
    desk.w->answerPrompt (0);
}

} // namespace earmark::tests
