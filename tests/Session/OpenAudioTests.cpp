// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OpenAudio.h"

#include "Session/Actions.h"
#include "Session/EpisodeDesk.h"
#include "Session/ProjectDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("A file with chapters shows them; chapters that are there already stay", "[session]")
{
    World world;
    world.mediaChapters = outlineAt ({ 0, 50 });
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    CHECK (w.chapters().size() == 2);
    CHECK (w.isSaved());

    EpisodeDesk desk;
    desk.world.mediaChapters = outlineAt ({ 0, 50 });
    desk.w->openFile ("/other.m4a");
    CHECK (desk.w->chapters().size() == 4);
}

TEST_CASE ("Audio that is missing is asked about and found again", "[session]")
{
    ProjectDesk desk;
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
    ProjectDesk desk;
    desk.world.projects["/a/one.earmark"] = projectAt ({ 0, 10 }, "/a/notes.txt");
    desk.w->openFile ("/a/one.earmark");
    REQUIRE (desk.w->prompt());
    CHECK (desk.w->prompt()->kind == Prompt::Kind::missingAudio);
    CHECK (desk.w->prompt()->text.contains ("It is no audio."));

    // The second answer is what Escape gives, and has no other key.
    CHECK_FALSE (run (*desk.w, "answer-second"));
    REQUIRE (run (*desk.w, "escape"));
    CHECK_FALSE (desk.w->prompt());
}

TEST_CASE ("Other audio with chapters of its own leaves mine until I say so", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    w.openFile ("/a/two.earmark");
    desk.world.mediaChapters = outlineAt ({ 0, 50, 70 });
    w.openFile ("/a/other.m4a");
    CHECK (w.chapters().size() == 2);
    REQUIRE (desk.choices() == std::vector<std::string> { "Keep mine", "Take them" });

    for (const auto* command : { "answer-first", "escape" })
    {
        CAPTURE (command);
        REQUIRE (w.prompt());
        REQUIRE (run (w, command));
        CHECK_FALSE (w.prompt());
        CHECK (w.chapters().size() == 2);
        w.openFile ("/a/one.m4a");
        w.openFile ("/a/other.m4a");
    }

    REQUIRE (run (w, "answer-second"));
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
        ProjectDesk desk;
        desk.w->projects().saveTo (place);
        desk.world.mediaChapters = outlineAt ({ 0, 50, 70 });
        desk.w->openFile ("/a/other.m4a");
        CHECK (desk.w->chapters().size() == 3);
        CHECK_FALSE (desk.w->prompt());
        CHECK (desk.w->isSaved() == (*place == '\0')); // nothing of one's own would be lost
    }
}

TEST_CASE ("What the file's tags say of the episode is there when it is opened, and nothing is to be saved",
           "[session]")
{
    World world;
    world.mediaChapters.episode = { .show = "Show", .title = "Title", .author = "Anna" };
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    CHECK (w.document().outline.episode == world.mediaChapters.episode);
    CHECK (w.document().media->path == "/episode.m4a");
    CHECK (w.message().text.contains ("tags"));
    CHECK (w.isSaved());
    CHECK_FALSE (w.history().canUndo());

    SECTION ("what is emptied again stays empty, also when the file is opened once more")
    {
        REQUIRE (w.perform (SetEpisode { {} }));
        w.openFile ("/episode.m4a");
        CHECK (w.document().outline.episode == Episode {});
    }

    SECTION ("another file says nothing of what is known already")
    {
        world.mediaChapters.episode = { .show = "Other", .title = "Other", .author = "Bo" };
        w.openFile ("/other.m4a");
        CHECK (w.document().outline.episode.show == "Show");
        CHECK_FALSE (w.history().canUndo());
    }
}

TEST_CASE ("Where there are chapters, the tags fill what is empty as one step", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    REQUIRE (w.perform (SetEpisode { { .title = "Mine" } }));
    const auto before = w.document().outline.episode;
    desk.world.mediaChapters.episode = { .show = "Show", .title = "Theirs", .author = "Anna" };

    w.openFile ("/other.m4a");
    CHECK (w.document().outline.episode == Episode { .show = "Show", .title = "Mine", .author = "Anna" });
    CHECK (w.chapters().size() == 4);
    CHECK_FALSE (w.isSaved());
    CHECK (w.message().text.contains ("tags"));
    w.undo();
    CHECK (w.document().outline.episode == before);
}

TEST_CASE ("A project's own audio tells it nothing new: what is empty there is meant to be", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    desk.world.mediaChapters.episode = { .show = "Show", .title = "Title", .author = "Anna" };
    w.openFile ("/a/one.earmark");
    CHECK (w.audio().file());
    CHECK (w.document().outline.episode == Episode {});
    CHECK (w.isSaved());
}

TEST_CASE ("What an empty project says of its episode outlives audio with chapters", "[session]")
{
    ProjectDesk desk;
    auto& w = *desk.w;
    desk.world.projects["/a/new.earmark"] = projectAt ({});
    desk.world.projects["/a/new.earmark"].project.outline.episode.show = "Mine";
    desk.world.mediaChapters = outlineAt ({ 0, 50 });
    desk.world.mediaChapters.episode = { .show = "Theirs", .title = "Title" };
    w.openFile ("/a/new.earmark");
    w.openFile ("/a/other.m4a");
    CHECK (w.chapters().size() == 2);
    CHECK (w.document().outline.episode == Episode { .show = "Mine", .title = "Title" });
    CHECK_FALSE (w.isSaved());
}

TEST_CASE ("Where an edit has put chapters, it is listened at once", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    auto& asked = desk.world.asked;
    using Asked = std::vector<std::vector<Position>>;
    asked.clear();

    desk.world.candidates[at (100.5)] = { { Candidate::Kind::speechOnset, at (100.4), 0.9 } };
    REQUIRE (w.perform (NudgeChapters { { desk.id (1) }, lasting (0.5) }));
    CHECK (asked == Asked { { at (100.5) } });
    CHECK (w.audio().suggestionFor (w.chapters()[1]) == at (100.4));

    desk.world.candidates[at (201)] = { { Candidate::Kind::speechOnset, at (200.3), 0.9 } };
    REQUIRE (w.perform (ShiftChapters { ShiftChapters::All(), lasting (1) }));
    CHECK (w.audio().suggestionFor (w.chapters()[2]) == at (200.3));

    for (const auto& chapter : w.chapters())
        CHECK (w.audio().candidatesOf (chapter) != nullptr);

    // What is known already is not asked for again, and a drag only where it ends.
    asked.clear();
    w.undo();
    w.undo();
    CHECK (w.audio().suggestionFor (w.chapters()[1]) == at (100.4));
    w.beginGesture();
    w.performInGesture (MoveChapter { desk.id (1), at (110) });
    w.performInGesture (MoveChapter { desk.id (1), at (120) });
    CHECK (asked.empty());
    w.endGesture();
    CHECK (asked == Asked { { at (120) } });
}

TEST_CASE ("It is listened for the chosen chapter first, and for all others then", "[session]")
{
    World world;

    for (int i = 0; i < 100; ++i)
        world.mediaChapters.chapters.push_back ({ .start = at (i * 5) });

    auto services = world.services();
    std::vector<std::vector<Position>> asked;
    std::function<void (Position, std::vector<Candidate>)> answer;
    services.findCandidates = [&] (std::vector<Position> positions, auto found)
    {
        asked.push_back (std::move (positions));
        answer = found;
    };
    Workspace w (services);
    w.openFile ("/episode.m4a");
    REQUIRE (asked.size() == 1);
    CHECK (asked.back().size() == 100);

    actions::select (w, w.chapters()[80].id, Pick::only);
    REQUIRE (asked.size() == 2);
    CHECK (asked.back().size() == 100);
    CHECK (asked.back().front() == at (400));

    // That is in hand, and what comes meanwhile does not begin it anew.
    actions::select (w, w.chapters()[80].id, Pick::only);
    answer (at (400), {});
    answer (at (0), {});
    w.audio().wantCandidates ({ w.chapters()[80].id });
    CHECK (asked.size() == 2);
    REQUIRE (w.perform (MoveChapter { w.chapters()[80].id, at (401) }));
    CHECK (asked.back().size() == 99);
}

} // namespace earmark::tests
