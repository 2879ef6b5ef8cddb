// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ChapterFindings.h"

#include "Session/Actions.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace earmark::tests
{

namespace
{

using Grade = LintRule::Grade;
using Rules = std::vector<const LintRule*>;

constexpr LintRule rule (std::string_view id, Grade grade)
{
    return { id, grade, "Spotify", "the title is cut", "keep it short", LintRule::Repair::byHand, "a page" };
}

constexpr auto cut = rule ("spotify-title", Grade::warning), lost = rule ("chapter-past-audio", Grade::error),
               close = rule ("same-start", Grade::warning), hidden = rule ("hidden-chapter", Grade::advice),
               whole = rule ("over-255-chapters", Grade::warning);

/** In a file, which has no ids. */
ChapterConcerned inFile (std::size_t index, double start)
{
    return { index, at (start) };
}

/** Audio with chapters at 0, 10, 20 and 30 s, and files that say this of them. */
struct Desk
{
    World world;
    std::unique_ptr<Workspace> w;

    explicit Desk (Findings findings)
    {
        world.previews["/show/a.m4a"] = {
            .container = "MP4", .changes = {}, .notices = {}, .findings = std::move (findings), .plan = {}
        };
        world.mediaChapters = outlineAt ({ 0, 10, 20, 30 });
        w = std::make_unique<Workspace> (world.services());
        w->openFile ("/show/a.m4a");
        run (*w, "write");
    }

    ChapterId id (std::size_t i) const { return w->chapters()[i].id; }

    Rules broken (std::size_t i) const { return w->writing().rulesBrokenBy (id (i)); }

    std::vector<ChapterId> idsOfLine (const std::string& text) const
    {
        const auto lines = linesOf (w->writing().panel()->targets.front());
        const auto found = std::ranges::find (lines, text, &WriteLine::text);
        return found != lines.end() ? found->chapters : std::vector<ChapterId>();
    }
};

std::vector<std::uint64_t> identified (Outline outline, ChaptersConcerned concerned)
{
    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        outline.chapters[i].id = ChapterId (i + 1);

    Findings findings { { &close, "", std::move (concerned) } };
    identify (findings, outline);
    std::vector<std::uint64_t> ids;

    for (const auto& chapter : findings.front().chapters)
        ids.push_back (std::uint64_t (chapter.id));

    return ids;
}

} // namespace

TEST_CASE ("A file's chapters are found again in the document", "[session][write]")
{
    using Ids = std::vector<std::uint64_t>;

    // Remarks are not written, and times are rounded down.
    auto outline = outlineAt ({ 0, 10.0004, 20 });
    CHECK (identified (outline, { inFile (1, 10) }) == Ids { 2 });
    outline.chapters[0].kind = Chapter::Kind::note;
    CHECK (identified (outline, { inFile (0, 10), inFile (1, 20) }) == Ids { 2, 3 });

    // Those that begin together are a millisecond apart in a file.
    CHECK (identified (outlineAt ({ 0, 10, 10, 20 }), { inFile (1, 10), inFile (2, 10.001) })
           == Ids { 2, 3 });

    // Some containers need one more, in front.
    CHECK (identified (outlineAt ({ 5, 10 }), { inFile (0, 0), inFile (1, 5), inFile (2, 10) })
           == Ids { 0, 1, 2 });
}

TEST_CASE ("Rows know what players show wrongly of their chapters", "[session][write]")
{
    Desk desk ({ { &cut, "'B' is long.", { inFile (1, 10) } },
                 { &cut, "And 2 more like this.", { inFile (2, 20), inFile (3, 30) } },
                 { &lost, "'D' is lost.", { inFile (3, 30) } },
                 { &hidden, "'A' is hidden.", { inFile (0, 0) } },
                 { &whole, "There are 300 chapters." } });
    CHECK (desk.broken (0).empty());
    CHECK (desk.broken (1) == Rules { &cut });
    CHECK (desk.broken (2) == Rules { &cut });
    CHECK (desk.broken (3) == Rules { &lost, &cut }); // the worst first
    CHECK (explanationOf (desk.broken (1)) == "Spotify: the title is cut. Keep it short.");
    CHECK (explanationOf (Rules { &lost, &cut })
           == "Spotify: the title is cut. Keep it short.\nSpotify: the title is cut. Keep it short.");

    CHECK (run (*desk.w, "write-advice"));
    CHECK (desk.broken (0) == Rules { &hidden });

    // It is known after the panel has closed, and of more files once.
    desk.world.previews["/show/b.m4a"] = desk.world.previews["/show/a.m4a"];
    desk.w->writing().add ("/show/b.m4a");
    run (*desk.w, "escape");
    CHECK (desk.broken (1) == Rules { &cut });
    desk.w->projects().beginNew();
    CHECK_FALSE (desk.w->writing().panel());
}

TEST_CASE ("A row's mark goes with what it is about", "[session][write]")
{
    Desk desk ({ { &cut, "", { inFile (0, 0), inFile (1, 10) } },
                 { &close, "", { inFile (2, 20), inFile (3, 30) } } });
    run (*desk.w, "escape"); // nothing is planned anew
    auto& w = *desk.w;
    REQUIRE (w.perform (SetField { desk.id (0), SetField::Title { "Short" } }));
    CHECK (desk.broken (0).empty());
    CHECK (desk.broken (1) == Rules { &cut });

    // Times are a matter of neighbours, too.
    REQUIRE (w.perform (MoveChapter { desk.id (3), at (35) }));
    CHECK (desk.broken (3).empty());
    CHECK (desk.broken (2).empty());
    CHECK (desk.broken (1) == Rules { &cut });
    w.undo();
    CHECK (desk.broken (2) == Rules { &close });
}

TEST_CASE ("What was found before an edit is not said of the edited chapter while the file is looked at",
           "[session][write]")
{
    Desk desk ({ { &cut, "", { inFile (1, 10), inFile (2, 20) } } });
    desk.world.isSlowToLook = true;
    desk.world.previews["/show/a.m4a"].findings.front().chapters = { inFile (1, 10) };
    REQUIRE (desk.w->perform (SetField { desk.id (1), SetField::Title { "Short" } }));
    REQUIRE (desk.w->writing().panel()->targets.front().state == WriteTarget::State::planning);
    CHECK (desk.broken (1).empty());
    CHECK (desk.broken (2) == Rules { &cut });

    desk.world.finish();
    CHECK (desk.broken (1) == Rules { &cut });
    CHECK (desk.broken (2).empty());
}

TEST_CASE ("A file that is rendered anew and opened again is looked at again", "[session][write]")
{
    Desk desk ({ { &lost, "'D' is lost.", { inFile (3, 30) } } });
    run (*desk.w, "escape");
    REQUIRE (desk.broken (3) == Rules { &lost });
    desk.world.previews["/show/a.m4a"].findings.clear();
    desk.world.mediaLength = lasting (700);
    desk.w->openFile ("/show/a.m4a");
    CHECK (desk.w->writing().panel()->targets.size() == 1);
    CHECK (desk.broken (3).empty());
}

TEST_CASE ("A write that is taken back marks no row", "[session][write]")
{
    Desk desk ({ { &cut, "", { inFile (1, 10) } } });
    desk.world.proof.findings = { { &lost, "'C' is lost.", { inFile (2, 20) } } };
    REQUIRE (run (*desk.w, "write-now"));
    CHECK (desk.broken (1).empty());
    CHECK (desk.broken (2) == Rules { &lost }); // as the file is now
    CHECK (desk.idsOfLine ("'C' is lost.") == std::vector { desk.id (2) });
    REQUIRE (run (*desk.w, "write-restore"));
    CHECK (desk.broken (2).empty());
}

TEST_CASE ("A finding's line leads to its chapters in the table", "[session][write]")
{
    Desk desk ({ { &close, "'B' and 'C' begin together.", { inFile (1, 10), inFile (2, 20) } },
                 { &whole, "There are 300 chapters." } });
    auto& w = *desk.w;
    CHECK (desk.idsOfLine ("There are 300 chapters.").empty());
    const auto ids = desk.idsOfLine ("'B' and 'C' begin together.");
    REQUIRE (ids == std::vector { desk.id (1), desk.id (2) });

    w.look ([] (ViewState& v) { v.filter = "nothing"; });
    actions::showChapters (w, ids);
    CHECK (w.view().panel == Panel::inspector);
    CHECK (w.view().filter.empty());
    CHECK (w.view().selection.ids == std::set<ChapterId> { ids[0], ids[1] });
    CHECK (w.view().selection.focus == ids[0]);
    CHECK (w.view().playhead == at (10));

    // A filter that leaves them stays, and what is gone is passed over.
    w.look ([] (ViewState& v) { v.filter = "C"; });
    const auto later = ids[1];
    actions::showChapters (w, { ChapterId (999), later });
    CHECK (w.view().filter == "C");
    CHECK (w.view().selection.ids == std::set { later });
    run (w, "write");
    actions::showChapters (w, { ChapterId (999) });
    CHECK (w.view().panel == Panel::write);
}

} // namespace earmark::tests
