// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Paths.h"
#include "Session/WindowLayout.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

OpenedProject projectAt (std::initializer_list<double> starts, const std::string& audio = {})
{
    OpenedProject opened { .project = { .outline = outlineAt (starts), .audio = {}, .savedAs = {} } };

    if (! audio.empty())
        opened.project.audio = { audio, lasting (600) };

    return opened;
}

/** Ids are not the same after a document is read again. */
Outline withoutIds (Outline outline)
{
    for (auto& chapter : outline.chapters)
        chapter.id = ChapterId::none;

    return outline;
}

/** Two projects on disk, a workspace with neither. */
struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    Desk()
    {
        world.projects["/a/one.earmark"] = projectAt ({ 0, 10, 20 }, "/a/one.m4a");
        world.projects["/a/two.earmark"] = projectAt ({ 0, 30 });
        w = std::make_unique<Workspace> (world.services());
    }

    void edit (double seconds)
    {
        w->playback().seek (at (seconds));
        REQUIRE (run (*w, "marker-here"));
    }

    /** The labels of what can be answered; empty when nothing is asked. */
    std::vector<std::string> choices() const
    {
        std::vector<std::string> labels;

        if (const auto* prompt = w->prompt())
            for (const auto& choice : prompt->choices)
                labels.push_back (choice.label);

        return labels;
    }
};

} // namespace

TEST_CASE ("A project opens with its audio, is saved without a question, and is the same again", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    w.openFile ("/a/one.earmark");
    CHECK (w.chapters().size() == 3);
    CHECK (w.isSaved());
    CHECK (w.audio().file()->path == "/a/one.m4a");
    CHECK (w.projects().path() == "/a/one.earmark");
    CHECK_FALSE (w.history().canUndo());
    CHECK_FALSE (w.prompt());
    CHECK (w.projects().windowTitle() == "one \u2013 Earmark");
    CHECK (w.recentFiles().paths() == std::vector<std::string> { "/a/one.earmark" });

    desk.edit (5);
    CHECK_FALSE (w.isSaved());
    CHECK (w.projects().windowTitle() == "one * \u2013 Earmark");
    REQUIRE (run (w, "save"));
    CHECK (w.isSaved());
    CHECK (desk.world.choices.empty());

    Workspace again (desk.world.services());
    again.openFile ("/a/one.earmark");
    CHECK (withoutIds (again.document().outline) == withoutIds (w.document().outline));
    CHECK (again.document().media == w.document().media);
}

TEST_CASE ("A project that cannot be read says why and harms nothing", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    w.openFile ("/a/one.earmark");
    desk.edit (5);
    const auto before = w.document();

    w.openFile ("/a/damaged.earmark");
    CHECK (w.message().grade == Message::Grade::error);
    CHECK (w.message().text == "damaged.earmark is not opened. It is damaged.");
    CHECK_FALSE (w.prompt()); // nobody is asked to save for the sake of it
    CHECK (w.document() == before);
    CHECK (w.projects().path() == "/a/one.earmark");
}

TEST_CASE ("Unsaved changes are asked about before another project is opened", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    w.openFile ("/a/one.earmark");
    desk.edit (5);
    w.openFile ("/a/two.earmark");
    CHECK (w.chapters().size() == 4);
    REQUIRE (desk.choices() == std::vector<std::string> { "Save", "Don\u2019t save", "Cancel" });
    CHECK (w.prompt()->text == "Save the changes to \u201cone\u201d before opening another one?");

    SECTION ("saved")
    {
        REQUIRE (run (w, "answer-first"));
        CHECK (desk.world.projects["/a/one.earmark"].project.outline.chapters.size() == 4);
        CHECK (w.projects().path() == "/a/two.earmark");
    }

    SECTION ("thrown away")
    {
        REQUIRE (run (w, "answer-second"));
        CHECK (desk.world.projects["/a/one.earmark"].project.outline.chapters.size() == 3);
        CHECK (w.projects().path() == "/a/two.earmark");
        CHECK_FALSE (w.audio().file()); // the other project's
        CHECK (desk.world.closings > 0);
    }

    SECTION ("not left after all")
    {
        REQUIRE (run (w, "escape"));
        CHECK (w.projects().path() == "/a/one.earmark");
        CHECK (w.chapters().size() == 4);
        CHECK_FALSE (w.isSaved());
    }

    SECTION ("not left when saving fails")
    {
        desk.world.isDiskFull = true;
        REQUIRE (run (w, "answer-first"));
        CHECK (w.message().text == "one.earmark is not saved. The disk is full.");
        CHECK (w.projects().path() == "/a/one.earmark");
        CHECK (w.chapters().size() == 4);
    }

    CHECK_FALSE (w.prompt());
}

TEST_CASE ("Closing asks once, and quits when it may", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.edit (5);
    w.projects().close();
    w.projects().close(); // the impatient one
    CHECK (desk.world.quits == 0);
    REQUIRE (run (w, "answer-second"));
    CHECK (desk.world.quits == 1);
    CHECK (desk.world.unsaved == nullptr); // it is not to be recovered
    CHECK_FALSE (w.prompt());

    Desk saved;
    saved.w->openFile ("/a/one.earmark");
    REQUIRE (run (*saved.w, "quit"));
    CHECK (saved.world.quits == 1);
}

TEST_CASE ("Closing a project that was never saved asks where to", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.edit (5);
    w.projects().close();
    REQUIRE (run (w, "answer-first")); // and the user gives up the file chooser
    CHECK (desk.world.quits == 0);
    CHECK_FALSE (w.isSaved());

    desk.world.chosenFile = "/a/three.earmark";
    w.projects().close();
    REQUIRE (run (w, "answer-first"));
    CHECK (desk.world.quits == 1);
    CHECK (desk.world.projects.contains ("/a/three.earmark"));
}

TEST_CASE ("A project that somebody else has changed is not written over without a word", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.files["/a/one.earmark"] = "as it was";
    w.openFile ("/a/one.earmark");
    desk.edit (5);
    REQUIRE (run (w, "save"));
    CHECK (w.isSaved());

    desk.world.files["/a/one.earmark"] = "somebody else's";
    desk.edit (6);
    w.projects().close();
    REQUIRE (run (w, "answer-first"));
    CHECK_FALSE (w.isSaved());
    REQUIRE (desk.choices() == std::vector<std::string> { "Save over it", "Save as\u2026", "Cancel" });

    SECTION ("over it")
    {
        REQUIRE (run (w, "answer-first"));
        CHECK (w.isSaved());
        CHECK (desk.world.quits == 1);
        desk.edit (7);
        REQUIRE (run (w, "save"));
        CHECK (w.isSaved()); // asked once only
    }

    SECTION ("elsewhere")
    {
        desk.world.chosenFile = "/a/mine.earmark";
        REQUIRE (run (w, "answer-second"));
        CHECK (w.projects().path() == "/a/mine.earmark");
        CHECK (desk.world.projects["/a/one.earmark"].project.outline.chapters.size() == 4);
        CHECK (desk.world.quits == 1);
    }

    SECTION ("not at all")
    {
        REQUIRE (run (w, "escape"));
        CHECK_FALSE (w.isSaved());
        CHECK (desk.world.quits == 0);
    }

    SECTION ("a file that has gone is made anew")
    {
        REQUIRE (run (w, "escape"));
        desk.world.files.clear();
        REQUIRE (run (w, "save"));
        CHECK (w.isSaved());
    }
}

TEST_CASE ("A project gets its suffix, and not over another one", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.edit (5);
    desk.world.chosenFile = "/a/Episode 1.2";
    REQUIRE (run (w, "save"));
    CHECK (w.projects().path() == "/a/Episode 1.2.earmark");

    desk.world.files["/a/other.earmark"] = "somebody's";
    desk.world.chosenFile = "/a/other";
    REQUIRE (run (w, "save-as"));
    CHECK (w.projects().path() == "/a/Episode 1.2.earmark");
    REQUIRE (w.prompt());
    CHECK (w.prompt()->text == "other.earmark is there already.");
    REQUIRE (run (w, "answer-first"));
    CHECK (w.projects().path() == "/a/other.earmark");

    // Who names the suffix was asked by the file chooser.
    desk.world.chosenFile = "/a/other.earmark";
    REQUIRE (run (w, "save-as"));
    CHECK_FALSE (w.prompt());
}

TEST_CASE ("A new project forgets the old one's audio and place", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    w.openFile ("/a/one.earmark");
    REQUIRE (run (w, "new"));
    CHECK (w.chapters().empty());
    CHECK_FALSE (w.audio().file());
    CHECK_FALSE (w.document().media);
    CHECK (w.projects().path().empty());
    CHECK (w.projects().windowTitle() == "Earmark");
}

TEST_CASE ("Audio that is missing is asked about and found again", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    desk.world.projects["/a/one.earmark"].audioIsMissing = true;
    w.openFile ("/a/one.earmark");
    CHECK_FALSE (w.audio().file());
    CHECK (w.chapters().size() == 3);
    CHECK (w.endOfAudio() == at (600)); // as long as it was
    CHECK (w.isSaved());
    REQUIRE (desk.choices() == std::vector<std::string> { "Find it\u2026", "Go on without" });
    CHECK (w.prompt()->text.contains ("/a/one.m4a"));

    SECTION ("found: the project is to be saved with it")
    {
        desk.world.chosenFile = "/b/one.m4a";
        w.answerPrompt (0);
        CHECK (desk.world.choices == std::vector { FileKind::media });
        CHECK (w.audio().file()->path == "/b/one.m4a");
        CHECK (w.document().media->path == "/b/one.m4a");
        CHECK_FALSE (w.isSaved());
        CHECK_FALSE (w.prompt());
        CHECK (w.chapters().size() == 3);
    }

    SECTION ("not found after all")
    {
        w.answerPrompt (0);
        CHECK (w.prompt());
    }

    SECTION ("done without")
    {
        w.answerPrompt (1);
        CHECK_FALSE (w.prompt());
        CHECK (w.document().media->path == "/a/one.m4a"); // it may come back
        CHECK (w.isSaved());
    }
}

TEST_CASE ("Audio that cannot be opened any more is asked about, too", "[session]")
{
    Desk desk;
    desk.world.projects["/a/one.earmark"] = projectAt ({ 0, 10 }, "/a/notes.txt");
    desk.w->openFile ("/a/one.earmark");
    REQUIRE (desk.w->prompt());
    CHECK (desk.w->prompt()->kind == Prompt::Kind::missingAudio);
    CHECK (desk.w->prompt()->text.contains ("It is no audio."));
}

TEST_CASE ("Other audio with chapters of its own leaves mine until I say so", "[session]")
{
    Desk desk;
    auto& w = *desk.w;
    w.openFile ("/a/two.earmark");
    desk.world.mediaChapters = outlineAt ({ 0, 50, 70 });
    w.openFile ("/a/other.m4a");
    CHECK (w.chapters().size() == 2);
    REQUIRE (desk.choices() == std::vector<std::string> { "Take them", "Keep mine" });
    w.answerPrompt (0);
    CHECK (w.chapters().size() == 3);
    w.undo();
    CHECK (w.chapters().size() == 2);

    // The project's own audio, and audio that has just these, are no question.
    w.openFile ("/a/other.m4a");
    CHECK_FALSE (w.prompt());
    desk.world.mediaChapters = w.document().outline;
    w.openFile ("/a/third.m4a");
    CHECK_FALSE (w.prompt());
}

TEST_CASE ("Audio with chapters opens directly into an empty window, also one that has a place to save to",
           "[session]")
{
    for (const auto* place : { "", "/a/new.earmark" })
    {
        CAPTURE (place);
        Desk desk;
        desk.w->projects().saveTo (place);
        desk.world.mediaChapters = outlineAt ({ 0, 50, 70 });
        desk.w->openFile ("/a/other.m4a");
        CHECK (desk.w->chapters().size() == 3);
        CHECK_FALSE (desk.w->prompt());
        CHECK (desk.w->isSaved() == (*place == '\0')); // nothing of one's own would be lost
    }
}

//======================================================================================================
TEST_CASE ("What is not saved is kept against a crash", "[session]")
{
    Desk desk;
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
    Desk desk;
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
    Desk desk;
    desk.w->projects().offerRecovered();
    CHECK_FALSE (desk.w->prompt());
    CHECK_FALSE (run (*desk.w, "answer-first"));
    desk.w->answerPrompt (0);
}

TEST_CASE ("Names of projects are what people call them", "[session]")
{
    CHECK (projectNameOf ("/a/b/Episode 41.earmark") == "Episode 41");
    CHECK (projectNameOf ("C:\\a\\list.earmark.json") == "list");
    CHECK (projectNameOf ("notes.v2.json") == "notes.v2");
    CHECK (projectNameOf (".earmark") == ".earmark");
    CHECK (isProject ("/A/B.EARMARK"));
    CHECK_FALSE (isProject ("/a/b.json"));
}

TEST_CASE ("A question has its place in the window", "[session]")
{
    for (const auto& [width, height] : { std::pair { 640, 480 }, { 1280, 800 } })
    {
        const auto without = layOut (width, height, {});
        const auto with = layOut (width, height, { .isAsking = true });
        CHECK (without.prompt.isEmpty());
        CHECK (with.prompt.y == with.top.bottom());
        CHECK (with.overview.y == with.prompt.bottom());
        CHECK (with.detail.height >= leastDetail);
        CHECK_FALSE (with.table.isEmpty());
    }
}

} // namespace earmark::tests
