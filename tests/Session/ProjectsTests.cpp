// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Projects.h"

#include "Session/EpisodeDesk.h"
#include "Session/ProjectDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** Ids are not the same after a document is read again. */
Outline withoutIds (Outline outline)
{
    for (auto& chapter : outline.chapters)
        chapter.id = ChapterId::none;

    return outline;
}

} // namespace

TEST_CASE ("A project opens with its audio, is saved without a question, and is the same again", "[session]")
{
    ProjectDesk desk;
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

TEST_CASE ("What a project was is kept once, before it is saved over for the first time", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    auto& kept = desk.world.keptPrevious;
    w.openFile ("/a/one.earmark");
    CHECK (kept.empty());

    for (const auto seconds : { 5.0, 6.0 })
    {
        desk.edit (seconds);
        REQUIRE (run (w, "save"));
    }

    CHECK (kept == std::vector<std::string> { "/a/one.earmark" });

    // Opened again, it is another session's.
    w.openFile ("/a/two.earmark");
    w.openFile ("/a/one.earmark");
    desk.edit (7);
    desk.world.isFolderLocked = true;
    REQUIRE (run (w, "save"));
    CHECK (kept.size() == 2);
    CHECK (w.isSaved());
    CHECK (w.message().grade == Message::Grade::warning);
    CHECK (w.message().text
           == "Saved as one.earmark, but what it was before is not kept beside it. The folder is locked.");
}

TEST_CASE ("A project that cannot be read says why and harms nothing", "[session]")
{
    ProjectDesk desk;
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
    ProjectDesk desk;
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
    ProjectDesk desk;
    auto& w = *desk.w;
    desk.edit (5);
    w.projects().close();
    w.projects().close(); // the impatient one
    CHECK (desk.world.quits == 0);
    REQUIRE (run (w, "answer-second"));
    CHECK (desk.world.quits == 1);
    CHECK (desk.world.unsaved == nullptr); // it is not to be recovered
    CHECK_FALSE (w.prompt());

    ProjectDesk saved;
    saved.w->openFile ("/a/one.earmark");
    REQUIRE (run (*saved.w, "quit"));
    CHECK (saved.world.quits == 1);
}

TEST_CASE ("Closing a project that was never saved asks where to", "[session]")
{
    ProjectDesk desk;
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

TEST_CASE ("Saving asks where once", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.chosenFile = "/mine.earmark";
    CHECK_FALSE (w.isSaved());
    REQUIRE (run (w, "save"));
    CHECK (w.isSaved());
    CHECK (desk.world.choices == std::vector { FileKind::project });
    CHECK (desk.world.projects["/mine.earmark"].project.outline.chapters.size() == 4);

    desk.world.chosenFile = "/other.earmark";
    run (w, "marker-here");
    w.playback().seek (at (33));
    run (w, "marker-here");
    REQUIRE (run (w, "save"));
    CHECK_FALSE (desk.world.projects.contains ("/other.earmark"));
    CHECK (w.projects().path() == "/mine.earmark");
}

TEST_CASE ("A project is saved beside its audio, and then beside itself", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    w.openFile ("/show/41/episode.m4a");
    run (w, "save");
    CHECK (desk.world.suggestedFolder == "/show/41");
    desk.world.chosenFile = "/projects/41.earmark";
    run (w, "save");
    run (w, "save-as");
    CHECK (desk.world.suggestedFolder == "/projects");

    // Where there is no audio, wherever was saved last.
    World other;
    other.outlines["outline"] = outlineAt ({ 0, 10 });
    Workspace titles (other.services());
    titles.outlineImport().begin ("outline", "Clipboard");
    titles.outlineImport().accept();
    run (titles, "save");
    CHECK (other.choices == std::vector { FileKind::project });
    CHECK (other.suggestedFolder.empty());
}

TEST_CASE ("A project that somebody else has changed is not written over without a word", "[session]")
{
    ProjectDesk desk;
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
        CHECK (desk.world.keptPrevious.size() == 2); // the other program's work, too
        desk.edit (7);
        REQUIRE (run (w, "save"));
        CHECK (w.isSaved()); // asked once only
        CHECK (desk.world.keptPrevious.size() == 2);
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
    ProjectDesk desk;
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
    ProjectDesk desk;
    auto& w = *desk.w;
    w.openFile ("/a/one.earmark");
    REQUIRE (run (w, "new"));
    CHECK (w.chapters().empty());
    CHECK_FALSE (w.audio().file());
    CHECK_FALSE (w.document().media);
    CHECK (w.projects().path().empty());
    CHECK (w.projects().windowTitle() == "Earmark");
}

} // namespace earmark::tests
