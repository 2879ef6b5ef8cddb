// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Panels/Panels.h"

#include "Session/Commands.h"
#include "UI/MainView.h"
#include "UI/Panels/FindingLink.h"
#include "UI/Panels/KeySheet.h"
#include "UI/Panels/NoticeText.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Panels/RowList.h"
#include "UI/Shown.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

TEST_CASE ("Every panel opens, paints and closes at every size", "[ui]")
{
    for (const auto& [width, height] : { std::pair { 640, 480 }, { 1280, 800 }, { 2560, 1440 } })
    {
        Stage stage (width, height);

        for (const auto* id : { "shift",
                                "stretch",
                                "insert-time",
                                "find-cut",
                                "snap-all",
                                "place-all",
                                "rename",
                                "write",
                                "players",
                                "export",
                                "watch",
                                "history",
                                "contact-sheet",
                                "shortcuts",
                                "preferences",
                                "about",
                                "review",
                                "inspector",
                                "theme" })
        {
            CAPTURE (id, width);
            REQUIRE (run (*stage.workspace, id));
            CHECK (stage.picture().isValid());
        }

        while (stage.workspace->view().panel != Panel::inspector || stage.workspace->review().active)
            REQUIRE (stage.press ("escape"));
    }
}

TEST_CASE ("The panel that finds the cut shows a list of cuts and what comes of it", "[ui]")
{
    for (const auto& [width, height] : { std::pair { 640, 480 }, { 1280, 800 } })
    {
        Stage stage (width, height);
        auto& w = *stage.workspace;
        stage.world.cutLists["list"] = { { at (100), at (110) } };
        REQUIRE (run (w, "find-cut"));
        auto* field = dynamic_cast<ui::Field*> (stage.called ("A list of cuts"));
        REQUIRE (field != nullptr);
        CHECK (field->getHeight() >= 24);
        CHECK_FALSE (field->isAside); // nothing was found: what is typed is the list, and no command

        w.listCuts ("list");
        CHECK (field->getText() == "list");
        REQUIRE (w.proposal());
        CHECK_FALSE (w.proposal()->changesNothing());
        w.listCuts ("no list");
        CHECK (w.proposalProblem() == "There are no cuts in it.");

        // What is dropped takes the place of what is in the field, though that has the keyboard, and Escape leaves it there.
        field->focusGained (juce::Component::focusChangedDirectly);
        stage.view->textDropped ("list", 0, 0);
        CHECK (w.view().panel == Panel::findCut);
        CHECK (w.listedCuts() == "list");
        CHECK (field->getText() == "list");
        field->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey));
        CHECK (field->getText() == "list");
    }
}

TEST_CASE ("The write panel takes dropped files, writes and restores", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    CHECK (stage.press ("w"));
    auto* target = stage.find<juce::FileDragAndDropTarget>();
    REQUIRE (target != nullptr);
    target->filesDropped ({ "/harbour-lights.mp3", "/notes.txt" }, 0, 0);
    REQUIRE (w.writing().panel()->targets.size() == 3);
    CHECK (w.audio().file()->path == "/harbour-lights.m4a");

    stage.world.isSlow = true;
    CHECK (stage.press ("return"));
    CHECK (w.writing().panel()->isBusy());
    CHECK (stage.picture().isValid());
    stage.world.finish();
    CHECK (stage.world.writes == std::vector<std::string> { "/harbour-lights.m4a" });
    CHECK (stage.picture().isValid());
    CHECK (run (w, "write-restore"));
    CHECK (stage.world.writes.back() == "back /harbour-lights.m4a");
    CHECK (stage.press ("w"));
    CHECK (w.view().panel == Panel::inspector);
}

namespace
{

juce::Button* buttonCalled (juce::Component& in, const juce::String& label)
{
    for (auto* child : in.getChildren())
    {
        if (auto* button = dynamic_cast<juce::Button*> (child);
            button != nullptr && button->getButtonText() == label)
            return button;

        if (auto* deeper = buttonCalled (*child, label))
            return deeper;
    }

    return nullptr;
}

} // namespace

TEST_CASE ("A fix is a button of its file, and goes with what it mends", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    CHECK (stage.press ("w"));
    const auto findFix = [&] { return buttonCalled (*stage.view, "Make the pictures square"); };
    REQUIRE (findFix() != nullptr);
    CHECK (findFix()->isVisible());
    stage.world.previews["/harbour-lights.m4a"].findings.clear();
    CHECK (run (w, "write-fix"));
    CHECK (stage.world.wishes.squarePictures);
    CHECK (findFix() == nullptr);
}

TEST_CASE ("A finding about a chapter is a button of its own in the write panel", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    CHECK (stage.press ("w"));
    CHECK (stage.find<ui::FindingLink>() == nullptr); // about the file as a whole
    auto& finding = stage.world.previews["/harbour-lights.m4a"].findings.front();
    finding.chapters = { { 3, w.chapters()[3].start } };
    w.writing().setProfile ("minimal"); // planned anew
    auto* link = stage.find<ui::FindingLink>();
    REQUIRE (link != nullptr);
    CHECK (link->getTitle().toStdString() == finding.message);
    CHECK_FALSE (link->getBounds().isEmpty());
    CHECK (link->getTooltip() == "Show the chapter in the table");
    CHECK (stage.picture().isValid());

    finding.chapters.push_back ({ 4, w.chapters()[4].start });
    w.writing().setProfile ("safe");
    link = stage.find<ui::FindingLink>();
    REQUIRE (link != nullptr);
    CHECK (link->getTooltip() == "Show the chapters in the table");

    // Space means it, not the audio.
    CHECK (link->keyPressed (juce::KeyPress (juce::KeyPress::spaceKey)));
    CHECK_FALSE (link->getMouseClickGrabsKeyboardFocus());
    const auto meant = w.chapters()[3].id;
    link->clicked();
    CHECK (w.view().panel == Panel::inspector);
    CHECK (w.view().selection.focus == meant);
    CHECK (w.view().selection.ids.size() == 2);
}

TEST_CASE ("A file of another cut leads to its chapters, and to the panel that finds the cut", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    stage.world.refusals["/harbour-lights.m4a"] = { Error::Kind::mismatch, "It ends too early.", {} };
    CHECK (stage.press ("w"));
    auto* button =
        dynamic_cast<ui::CommandButton*> (buttonCalled (*stage.view, ui::tr ("Find the cut\u2026")));
    REQUIRE (button != nullptr);
    CHECK (button->isVisible());
    CHECK (button->getWantsKeyboardFocus());
    CHECK_FALSE (button->getBounds().isEmpty());
    CHECK (stage.picture().isValid());
    auto* link = stage.find<ui::FindingLink>();
    REQUIRE (link != nullptr);
    CHECK (link->getTitle() == "It ends too early.");

    SECTION ("the chapters")
    {
        link->clicked();
        CHECK (w.view().selection.focus == w.chapters().back().id);
    }

    SECTION ("the cut")
    {
        button->clicked();
        CHECK (w.view().panel == Panel::findCut);
    }

    SECTION ("neither, where it is long enough")
    {
        stage.world.refusals.clear();
        w.writing().setProfile ("minimal"); // planned anew
        CHECK_FALSE (button->isVisible());
        CHECK (stage.find<ui::FindingLink>() == nullptr);
    }
}

TEST_CASE ("What goes from the write panel leaves the keyboard to the window, not to the next button", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto& findings = stage.world.previews["/harbour-lights.m4a"].findings;
    REQUIRE_FALSE (findings.empty());
    findings.front().chapters = { { 3, w.chapters()[3].start } };
    auto other = findings.front();
    other.message = "Another one";
    findings.push_back (other);
    REQUIRE (stage.press ("w"));
    const Shown window (*stage.view);
    auto* link = stage.called ("Another one");
    REQUIRE (link != nullptr);
    link->grabKeyboardFocus();
    REQUIRE (link->hasKeyboardFocus (false));

    // The other goes.
    findings.erase (findings.begin());
    w.writing().setProfile ("minimal");
    REQUIRE (stage.called ("Another one") == link);
    CHECK (link->hasKeyboardFocus (false));

    SECTION ("a finding")
    {
        findings.clear();
        w.writing().setProfile ("safe");
        CHECK (stage.view->hasKeyboardFocus (false));
        CHECK (stage.press ("return"));
        CHECK (stage.world.writes == std::vector<std::string> { "/harbour-lights.m4a" });
    }

    SECTION ("a file")
    {
        w.writing().remove ("/harbour-lights.m4a");
        CHECK (stage.view->hasKeyboardFocus (false));
    }
}

TEST_CASE ("All that a document does not hold can be read, however low the window is", "[ui]")
{
    Stage stage (900, 600);
    stage.world.losses["youtube"] =
        Notices (20, { Notice::Grade::ignored, "YouTube cannot hold summaries; 6 chapters lose them.", {} });
    REQUIRE (run (*stage.workspace, "export"));
    auto* view = dynamic_cast<ui::NoticeView*> (stage.called ("What it does not hold"));
    REQUIRE (view != nullptr);
    auto* viewport = stage.find<juce::Viewport> (view);
    REQUIRE (viewport != nullptr);
    CHECK (viewport->isVerticalScrollBarShown());
    CHECK (viewport->getVerticalScrollBar().isVisible());
    CHECK (viewport->getViewedComponent()->getHeight() > 20 * 12);

    // Of one there is no more to see.
    stage.world.losses["youtube"].resize (1);
    REQUIRE (run (*stage.workspace, "export"));
    REQUIRE (run (*stage.workspace, "export"));
    view = dynamic_cast<ui::NoticeView*> (stage.called ("What it does not hold"));
    REQUIRE (view != nullptr);
    CHECK_FALSE (stage.find<juce::Viewport> (view)->getVerticalScrollBar().isVisible());
    CHECK (view->getHeight() >= 12);
}

TEST_CASE ("What is said of a destination has the height that it needs", "[ui]")
{
    Stage stage (1280, 800);
    std::string sentence = "6 chapters, and all agree.";
    stage.world.chosenFile = "/show";
    auto services = stage.world.services();
    services.publish = [&] (const auto&, const auto&, const Outline&, const auto&, auto told, auto done)
    {
        told (PublishedPlace { "a.psc", true, sentence });
        done();
    };
    Workspace w (services);
    REQUIRE (w.perform (AddChapter {}));
    ui::MainView view (w);
    view.setSize (1280, 800);
    REQUIRE (run (w, "export"));
    const auto height = [&]
    {
        REQUIRE (run (w, "publish"));
        const auto* list = stage.find<juce::ListBox> (stage.called ("All destinations", &view));
        REQUIRE (list != nullptr);
        return list->getRowHeight();
    };
    const auto low = height();

    for (int i = 0; i < 3; ++i)
        sentence += " 1 picture without a place on the web is left out.";

    CHECK (height() >= low + 24);
}

TEST_CASE ("Players and documents are chosen by the arrow keys", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    CHECK (stage.press ("v"));
    CHECK (stage.press ("cursor down"));
    CHECK (w.players().page().chosen == 1);
    CHECK (stage.picture().isValid());

    CHECK (stage.press ("ctrl + E"));
    CHECK (stage.press ("cursor down"));
    CHECK (w.documents().page()->chosen == 1);
    CHECK (stage.press ("ctrl + C"));
    CHECK (stage.world.clipboard == "6");
    stage.world.chosenFile = "/out/a.json";
    CHECK (stage.press ("return"));
    CHECK (stage.world.files.contains ("/out/a.json"));
    CHECK (stage.press ("escape"));
    CHECK (w.view().panel == Panel::inspector);
}

TEST_CASE ("A click on a chapter that a player lists plays from it", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    CHECK (stage.press ("v"));
    auto* list = dynamic_cast<ui::RowList*> (stage.called ("What it lists"));
    REQUIRE (list != nullptr);
    auto* row = list->getComponentAt (90, 70); // the third
    REQUIRE (row != nullptr);
    stage.world.heard.clear();
    dragMouse (*row, { 90, 10 }, { 90, 10 });
    CHECK (w.view().playhead == w.players().page().lists[0].rows[2].start);
    CHECK (std::ranges::contains (stage.world.heard, "play"));
}

TEST_CASE ("The sheet of keys is searched, and what is found is reached by the keyboard", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    const Shown window (*stage.view);
    REQUIRE (stage.press ("F1"));
    auto* search = dynamic_cast<juce::TextEditor*> (stage.called ("Search the keys"));
    auto* sheet = stage.find<ui::KeySheet>();
    REQUIRE (search != nullptr);
    REQUIRE (sheet != nullptr);
    CHECK (search->hasKeyboardFocus (true));
    const auto whole = sheet->getHeight();
    const auto look = [&] (const char* words)
    {
        search->setText (words, false);
        search->onTextChange();
    };

    look ("undo history");
    CHECK (sheet->getHeight() < whole);
    CHECK (search->keyPressed (juce::KeyPress (juce::KeyPress::downKey)));
    REQUIRE (sheet->hasKeyboardFocus (false));
    CHECK (sheet->getDescription() == "Undo history");
    CHECK (sheet->keyPressed (juce::KeyPress (juce::KeyPress::returnKey)));
    CHECK (sheet->keyPressed (juce::KeyPress::createFromDescription ("alt + H")));
    CHECK (w.keys().keysOf ("history") == std::vector { Key { .name = "h", .alt = true } });

    look ("zither");
    CHECK (sheet->getDescription() == "No key does that.");
    CHECK (stage.picture().isValid());

    // Escape takes back what was typed, and is the window's then.
    CHECK (search->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey)));
    CHECK (search->isEmpty());
    CHECK_FALSE (search->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey)));
}

TEST_CASE ("The lead-in of snapping is typed where all are snapped", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    REQUIRE (run (w, "snap-all"));
    auto* lead = dynamic_cast<juce::TextEditor*> (stage.called ("Lead-in in milliseconds"));
    REQUIRE (lead != nullptr);
    CHECK (lead->getText() == "0");
    CHECK_FALSE (lead->hasKeyboardFocus (false)); // so that Return applies
    REQUIRE (w.proposal());
    REQUIRE_FALSE (w.proposal()->moves.empty());
    const auto before = w.proposal()->moves[0].to;
    lead->setText ("50", false);
    lead->onTextChange();
    CHECK (w.view().preferences.lead == Duration::fromMilliseconds (50));
    REQUIRE (w.proposal());
    CHECK (before - w.proposal()->moves[0].to == Duration::fromMilliseconds (50));

    lead->setText ("soon", false);
    lead->onTextChange();
    CHECK_FALSE (w.proposal());
    CHECK (w.proposalProblem() == "Type milliseconds from 0 to 500.");
    lead->setText ("50", false);
    lead->onTextChange();
    CHECK (w.proposal());
}

TEST_CASE ("The watch goes on behind other panels, and its log is there again", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    stage.world.chosenFile = "/renders";
    CHECK (run (w, "watch"));
    CHECK (stage.press ("return"));
    CHECK (w.watchedFolder().page().state == WatchPage::State::on);
    CHECK (stage.press ("escape"));
    stage.world.reportWatched ({ WatchNews::Kind::tagged, "14:03", "one.mp3", 6, {} });
    CHECK (run (w, "watch"));
    CHECK (stage.picture().isValid());
    CHECK (stage.press ("return"));
    CHECK (w.watchedFolder().page().state == WatchPage::State::off);
}

} // namespace earmark::tests
