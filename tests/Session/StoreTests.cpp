// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Store.h"

#include "Session/FakeServices.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

ChapterId idOf (const Store& store, std::size_t i)
{
    return store.chapters()[i].id;
}

MoveChapter move (const Store& store, std::size_t i, double to)
{
    return { idOf (store, i), at (to), Neighbours::clamp };
}

} // namespace

TEST_CASE ("Edits can be undone and done again, by their names", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    const auto original = *store.current();
    int calls = 0;
    store.onChange = [&] { ++calls; };

    REQUIRE (store.perform (move (store, 1, 12)));
    REQUIRE (store.perform (RemoveChapters { { idOf (store, 2) } }));
    CHECK (calls == 2);
    CHECK (store.steps().all().size() == 3);
    CHECK (store.steps().all()[1].name == "Move chapter");
    CHECK (store.steps().all()[2].name == "Remove chapter");

    const auto last = *store.current();
    store.undo();
    store.undo();
    CHECK (*store.current() == original);
    CHECK_FALSE (store.canUndo());

    store.redo();
    store.redo();
    CHECK (*store.current() == last);
    CHECK_FALSE (store.canRedo());

    store.goTo (0);
    CHECK (*store.current() == original);
    REQUIRE (store.perform (move (store, 1, 15)));
    CHECK_FALSE (store.canRedo());
    CHECK (store.steps().all().size() == 2);
}

TEST_CASE ("What changes nothing, or is refused, is no step", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10 })));

    REQUIRE (store.perform (move (store, 1, 10)));
    CHECK_FALSE (store.canUndo());
    CHECK_FALSE (store.perform (MoveChapter { ChapterId (99), at (1) }));
    CHECK_FALSE (store.canUndo());
}

TEST_CASE ("A drag is one step, however many places it passes", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    store.beginGesture();

    for (const auto to : { 11.0, 14.0, 25.0, 13.0 })
        REQUIRE (store.performInGesture (move (store, 1, to)));

    // Each is applied to the beginning, so that the limit of a neighbour leaves no trace.
    CHECK (store.chapters()[1].start == at (13));
    CHECK_FALSE (store.canUndo());
    store.endGesture();
    CHECK (store.steps().all().size() == 2);

    store.undo();
    CHECK (store.chapters()[1].start == at (10));
}

TEST_CASE ("A drag that is given up brings back what was there", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    const auto before = store.current();
    store.beginGesture();
    REQUIRE (store.performInGesture (move (store, 1, 15)));
    store.cancelGesture();

    CHECK (store.current() == before);
    CHECK_FALSE (store.canUndo());
    CHECK_FALSE (store.isInGesture());
}

TEST_CASE ("Undo and redo in the middle of a drag give up the drag, and nothing more", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    REQUIRE (store.perform (move (store, 2, 22)));
    REQUIRE (store.perform (move (store, 2, 24)));
    store.undo();

    for (const auto step : { &Store::undo, &Store::redo })
    {
        store.beginGesture();
        REQUIRE (store.performInGesture (move (store, 1, 15)));
        (store.*step)();
        CHECK (store.chapters()[1].start == at (10));
        CHECK (store.chapters()[2].start == at (22));

        // What still comes of the drag begins no other.
        REQUIRE (store.performInGesture (move (store, 1, 16)));
        CHECK_FALSE (store.isInGesture());
        CHECK (store.chapters()[1].start == at (10));
    }
}

TEST_CASE ("A key that repeats is one step, until something else is done", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    const NudgeChapters nudge { { idOf (store, 1) }, lasting (0.01) };

    for (int i = 0; i < 5; ++i)
        REQUIRE (store.perform (nudge, "nudge 2"));

    CHECK (store.steps().all().size() == 2);
    CHECK (store.chapters()[1].start == at (10.05));

    REQUIRE (store.perform (move (store, 2, 21)));
    REQUIRE (store.perform (nudge, "nudge 2"));
    CHECK (store.steps().all().size() == 4);

    store.undo();
    store.undo();
    store.undo();
    CHECK (store.chapters()[1].start == at (10));
}

TEST_CASE ("A new series is nobody else's", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    const auto first = store.newSeries();
    const auto second = store.newSeries();

    for (const auto& [to, series] : { std::pair (11, first), std::pair (12, first), std::pair (13, second) })
        REQUIRE (store.perform (move (store, 1, to), series));

    CHECK (store.steps().all().size() == 3);
    store.undo();
    CHECK (store.chapters()[1].start == at (12));
}

TEST_CASE ("Several edits are one step, all or none", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10, 20 })));
    REQUIRE (store.performAll ({ move (store, 1, 11), move (store, 2, 21) }, "Both"));
    CHECK (store.steps().all().back().name == "Both");
    CHECK (store.steps().all().size() == 2);

    CHECK_FALSE (store.performAll ({ move (store, 1, 12), MoveChapter { ChapterId (99), at (1) } }, "Half"));
    CHECK (store.chapters()[1].start == at (11));
}

TEST_CASE ("Changed means different from what was saved", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10 })));
    CHECK (store.isSaved());
    REQUIRE (store.perform (move (store, 1, 12)));
    CHECK_FALSE (store.isSaved());
    store.undo();
    CHECK (store.isSaved());
    REQUIRE (store.perform (move (store, 1, 12)));
    store.markSaved();
    CHECK (store.isSaved());
}

TEST_CASE ("Loading the audio is no step, and undo does not unload it", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10 })));
    REQUIRE (store.perform (move (store, 1, 12)));
    store.markSaved();
    store.setMedia (MediaReference { "a.m4a", lasting (60) });
    CHECK (store.isSaved());
    CHECK (store.steps().all().size() == 2);
    store.undo();
    REQUIRE (store.current()->media);
    CHECK (store.current()->media->path == "a.m4a");
}

TEST_CASE ("Undo leads back to what was saved, also when the audio's length came after an edit", "[session]")
{
    auto document = makeDocument (outlineAt ({ 0, 10 }));
    document.media = MediaReference { "a.m4a", lasting (60) };
    Store store (document);
    REQUIRE (store.perform (move (store, 1, 12)));

    SECTION ("its own: what is known better now is no change")
    {
        store.setMedia (MediaReference { "a.m4a", lasting (61) });
        CHECK_FALSE (store.isSaved());
        store.undo();
        CHECK (store.isSaved());
    }

    SECTION ("another one is to be saved, also when its length is known")
    {
        store.setMedia (MediaReference { "b.m4a", lasting (60) }, Store::MediaIs::chosen);
        store.setMedia (MediaReference { "b.m4a", lasting (61) });
        store.undo();
        CHECK_FALSE (store.isSaved());
    }
}

TEST_CASE ("The history has an end", "[session]")
{
    Store store (makeDocument (outlineAt ({ 0, 10 })));

    for (int i = 0; i < 700; ++i)
        REQUIRE (store.perform (SetField { idOf (store, 1), SetField::Title { std::to_string (i) } }));

    CHECK (store.steps().all().size() == maxSteps);
    store.goTo (0);
    CHECK (store.chapters()[1].title == "200");
}

} // namespace earmark::tests
