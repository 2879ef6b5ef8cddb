// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OutlineImport.h"

#include "Session/Commands.h"
#include "Session/EpisodeDesk.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("An outline comes in with a preview, and can be taken back", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    Workspace w (world.services());
    w.outlineImport().begin ("outline", "Clipboard");

    CHECK (w.view().panel == Panel::import);
    CHECK (w.chapters().empty());
    REQUIRE (w.proposal());
    CHECK (w.proposal()->added.size() == 2);

    w.outlineImport().accept();
    CHECK (w.view().panel == Panel::inspector);
    CHECK (w.chapters().size() == 2);
    CHECK (w.history().steps().all().back().name == "Import 2 chapters");
    w.undo();
    CHECK (w.chapters().empty());
}

TEST_CASE ("An import says its warnings, and of what lies behind the audio", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 700 });
    world.notices = { { Notice::Grade::warning, "Two chapters begin at 6:03.", {} } };
    Workspace w (world.services());
    w.openFile ("/episode.m4a");
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();

    CHECK (w.message().grade == Message::Grade::warning);
    CHECK (w.message().text == "2 chapters imported. Two chapters begin at 6:03. And 1 more.");

    // It can be seen, and dragged to where it belongs.
    CHECK (w.view().scale.total > Duration::fromSeconds (700));
    run (w, "undo");
    CHECK (w.view().scale.total == Duration::fromSeconds (600));

    world.notices.clear();
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
    CHECK (w.outlineImport().preview()->reading->notices.empty());
}

TEST_CASE ("A file's reader is told its folder, where its pictures may lie", "[session]")
{
    World world;
    world.files = { { "/book/one.txt", "outline" } };
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    Workspace w (world.services());
    w.openFile ("/book/one.txt");
    REQUIRE (w.outlineImport().preview());
    CHECK (w.outlineImport().preview()->name == "/book/one.txt");
}

TEST_CASE ("A document is read again only for what it is read as, and its pictures once", "[session]")
{
    World world;
    auto services = world.services();
    int readings = 0, takings = 0;
    services.readOutline = [&] (const auto&, const auto&, const auto&, const std::string& format)
    {
        ++readings;
        auto outline = outlineAt ({ 0, 10 });
        outline.chapters[0].image = LinkedImage { format == "other" ? "other.png" : "one.png" };
        outline.chapters[1].image = LinkedImage { "missing.png" };
        return Result<ImportedText> (ImportedText { .outline = outline, .notices = {}, .questions = {} });
    };
    services.takePictures = [&] (Outline& outline, const std::string& name, Notices& notices)
    {
        ++takings;
        CHECK (name == "/book/one.txt");
        outline.chapters[0].image =
            EmbeddedImage { "image/png", std::make_shared<const std::string> ("png") };
        notices.push_back ({ Notice::Grade::warning, "A picture is missing.", {} });
    };
    Workspace w (services);
    auto& import = w.outlineImport();
    const auto check = [&]
    {
        const auto& reading = *import.preview()->reading;
        CHECK (std::holds_alternative<EmbeddedImage> (*reading.outline.chapters[0].image));
        CHECK (std::holds_alternative<LinkedImage> (*reading.outline.chapters[1].image));
        CHECK (reading.notices.size() == 1);
    };

    import.begin ("x", "/book/one.txt");
    check();
    CHECK (readings == 1);
    CHECK (takings == 1);

    import.change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
    check();
    CHECK (readings == 1);

    import.change ([] (ImportPreview& p) { p.answers["clock"] = "yes"; } // namespace earmark::tests
    );
    check();
    CHECK (readings == 2);
    CHECK (takings == 1);

    import.change ([] (ImportPreview& p) { p.formatId = "other"; });
    check();
    CHECK (takings == 2);

    import.begin ("x", "/book/one.txt"); // the files may be others by now
    CHECK (takings == 3);
}

TEST_CASE ("What was said of a picture is said while a chapter names it", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    world.outlines["outline"].chapters[0].image = LinkedImage { "missing.png" };
    world.outlines["outline"].chapters[1].image = LinkedImage { "two.png" };
    world.lines = { { "outline", LineUse::Kind::chapterStart, 1 } };
    auto services = world.services();
    int takings = 0;
    services.takePictures = [&] (Outline& outline, const std::string&, Notices& notices)
    {
        ++takings;
        outline.chapters = std::vector (outline.chapters); // wherever they lie by then
        outline.chapters[1].image =
            EmbeddedImage { "image/png", std::make_shared<const std::string> ("png") };
        notices.push_back ({ Notice::Grade::warning, "The picture 'missing.png' stays a mere address.", {} });
        notices.push_back ({ Notice::Grade::warning, "The pictures are large.", {} });
    };
    Workspace w (services);
    auto& import = w.outlineImport();
    import.begin ("outline", "/book/one.txt");
    CHECK (import.preview()->reading->notices.size() == 2);

    import.toggleLine();
    REQUIRE (import.preview()->reading->notices.size() == 1);
    CHECK (import.preview()->reading->notices[0].message == "The pictures are large.");
    CHECK (std::holds_alternative<EmbeddedImage> (*import.preview()->reading->outline.chapters[0].image));

    import.toggleLine();
    CHECK (import.preview()->reading->notices.size() == 2);
    CHECK (takings == 1);
}

TEST_CASE ("An error that is of another document stays", "[session]")
{
    World world;
    world.files = { { "/one.txt", "outline" } };
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    Workspace w (world.services());
    w.openFile ("/missing.txt");
    w.openFile ("/one.txt");
    CHECK (w.message().text == "missing.txt is not opened. There is no such file.");

    w.outlineImport().change ([] (ImportPreview& p) { p.formatId = "timestamps"; });
    CHECK (w.message().text.empty());
}

TEST_CASE ("What was said of another text goes with it", "[session]")
{
    World world;
    world.clipboard = " ";
    world.outlines["outline"] = outlineAt ({ 0, 10 });
    Workspace w (world.services());
    CHECK (run (w, "paste"));
    CHECK (w.message().text == "There is no text on the clipboard.");

    w.outlineImport().begin ("outline", "Clipboard");
    CHECK (w.message().text.empty());

    w.say (Message::Grade::warning, "Something of the text as it is read now.");
    w.outlineImport().change ([] (ImportPreview& p) { p.formatId = "timestamps"; });
    CHECK (w.message().text.empty());
}

TEST_CASE ("What cannot be read says so and changes nothing", "[session]")
{
    World world;
    Workspace w (world.services());
    w.outlineImport().begin ("nonsense", "Clipboard");
    CHECK_FALSE (run (w, "accept-import"));
    CHECK (w.outlineImport().preview()->reading.error().message == "There are no chapters in it.");
    CHECK (run (w, "escape"));
    CHECK_FALSE (w.outlineImport().preview());

    w.openFile ("/folder/missing.txt");
    CHECK (w.message().grade == Message::Grade::error);
    CHECK (w.message().text == "missing.txt is not opened. There is no such file.");
    CHECK (w.recentFiles().paths().empty());
}

TEST_CASE ("Merging keeps my times or my titles", "[session]")
{
    EpisodeDesk desk;
    auto theirs = outlineAt ({ 5, 105, 205, 305 });
    theirs.chapters[1].title = "Theirs";
    desk.world.outlines["theirs"] = theirs;

    desk.w->outlineImport().begin ("theirs", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
    CHECK (desk.w->proposal()->moves.empty());
    CHECK (desk.w->proposal()->altered == std::vector<Alteration> { { "B", "Theirs" } });
    desk.w->outlineImport().accept();
    CHECK (desk.start (1) == 100);
    CHECK (desk.w->chapters()[1].title == "Theirs");

    desk.w->undo();
    desk.w->outlineImport().begin ("theirs", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTexts; });
    CHECK (desk.w->proposal()->moves.size() == 4);
    desk.w->outlineImport().accept();
    CHECK (desk.start (1) == 105);
    CHECK (desk.w->chapters()[1].title == "B");
}

TEST_CASE ("As many titles as there are chapters are meant for these", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.isUntimed = true;
    desk.world.outlines["four"] = outlineAt ({ 0, 0, 0, 0 });
    desk.world.outlines["three"] = outlineAt ({ 0, 0, 0 });

    for (auto& chapter : desk.world.outlines["four"].chapters)
        chapter.title = "New " + chapter.title;

    w.outlineImport().begin ("four", "Clipboard");
    CHECK (w.outlineImport().preview()->mode == ImportMode::keepMyTimes);
    CHECK (w.proposal()->moves.empty());
    w.outlineImport().accept();
    CHECK (w.view().panel != Panel::placeAll);
    CHECK (desk.start (3) == 300);
    CHECK (w.chapters()[3].title == "New D");

    // Fewer are another list, and what waits for its place has no times to keep.
    w.outlineImport().begin ("three", "Clipboard");
    CHECK (w.outlineImport().preview()->mode == ImportMode::replace);
    w.outlineImport().accept();
    w.outlineImport().begin ("three", "Clipboard");
    CHECK (w.outlineImport().preview()->mode == ImportMode::replace);
}

TEST_CASE ("An outline is appended, or put in at the playhead", "[session]")
{
    EpisodeDesk desk;
    desk.world.outlines["more"] = outlineAt ({ 0, 20 });
    desk.w->playback().seek (at (150));
    desk.w->outlineImport().begin ("more", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::atPlayhead; });
    desk.w->outlineImport().accept();
    CHECK (desk.w->chapters().size() == 6);
    CHECK (desk.start (2) == 150);
    CHECK (desk.start (3) == 170);

    desk.w->undo();
    desk.w->outlineImport().begin ("more", "Clipboard");
    desk.w->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::append; });
    desk.w->outlineImport().accept();
    CHECK (desk.start (5) == 320);
}

TEST_CASE ("What is taken is what was shown", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.outlines["more"] = outlineAt ({ 0, 20 });
    w.playback().seek (at (150));
    w.outlineImport().begin ("more", "Clipboard");
    w.outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::atPlayhead; });
    REQUIRE (w.proposal());
    const auto shown = w.proposal()->after;
    CHECK (shown.outline.chapters[2].start == at (150));

    w.playback().seek (at (250));
    CHECK (run (w, "accept-import"));
    CHECK (w.document() == shown);
}

TEST_CASE ("An import that was left for another panel does not come back", "[session]")
{
    EpisodeDesk desk;
    auto& w = *desk.w;
    desk.world.outlines["more"] = outlineAt ({ 0, 20 });
    w.outlineImport().begin ("more", "Clipboard");
    CHECK (run (w, "shift"));
    CHECK_FALSE (w.outlineImport().preview());
    w.perform (SetField { desk.id (0), SetField::Title { "New" } });
    CHECK_FALSE (w.proposal());
}

} // namespace earmark::tests
