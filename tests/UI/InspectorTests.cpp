// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "UI/Inspector/PictureCropper.h"
#include "UI/Panels/PanelFrame.h"
#include "UI/Screens.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace earmark::tests
{

namespace
{

using Catch::Approx;

/** As somebody who then leaves the field. */
void type (Stage& stage, const char* field, const char* typed)
{
    auto& into = dynamic_cast<ui::Field&> (*stage.called (field));
    into.setText (typed, false);
    into.onDone();
}

std::optional<Image> pictureOf (const Stage& stage)
{
    const auto* chapter = stage.workspace->find (stage.workspace->view().selection.focus);
    return chapter != nullptr ? chapter->image : std::nullopt;
}

} // namespace

TEST_CASE ("The copied file of a picture is pasted, and its middle is taken", "[ui]")
{
    Stage stage (1280, 800);
    copyPicture (stage);
    REQUIRE (run (*stage.workspace, "next"));
    CHECK_FALSE (pictureOf (stage));
    stage.click ("Paste a picture");
    CHECK (pictureOf (stage));
    CHECK (stage.world.cuts == std::vector<std::optional<PictureCut>> { PictureCut() });

    stage.click ("Remove the picture");
    CHECK_FALSE (pictureOf (stage));

    // Control and V too, where the keyboard is on the picture: elsewhere they paste an outline.
    stage.called ("Picture")->keyPressed (juce::KeyPress::createFromDescription ("ctrl + V"));
    CHECK (pictureOf (stage));
    CHECK (stage.workspace->view().panel == Panel::inspector);
}

TEST_CASE ("What is no copied file is told, and changes nothing", "[ui]")
{
    Stage stage (1280, 800);
    copyPicture (stage);
    REQUIRE (run (*stage.workspace, "next"));

    for (const auto* copied : { "", "0:00 Welcome", "/nothing/here.png" })
    {
        stage.world.clipboard = copied;
        const auto said = stage.workspace->message().number;
        stage.click ("Paste a picture");
        CHECK (stage.workspace->message().number == said + 1);
        CHECK_FALSE (pictureOf (stage));
    }
}

TEST_CASE ("Another square of a picture is cut by keys and by mouse", "[ui]")
{
    Stage stage (1280, 800);
    copyPicture (stage);
    REQUIRE (run (*stage.workspace, "next"));
    stage.click ("Paste a picture");
    const auto first = pictureOf (stage);

    stage.click ("Crop the picture");
    auto* cropper = stage.find<ui::PictureCropper>();
    REQUIRE (cropper != nullptr);
    CHECK (cropper->isVisible());
    CHECK (cropper->cut() == PictureCut());
    CHECK (stage.picture().isValid());
    cropper->keyPressed (juce::KeyPress::createFromDescription ("cursor right"));
    CHECK (cropper->cut().centre.x == Approx (0.51));
    cropper->keyPressed (juce::KeyPress ('-', juce::ModifierKeys(), '-'));
    CHECK (cropper->cut().side < 1);

    // Given up, it is as it was.
    cropper->keyPressed (juce::KeyPress (juce::KeyPress::escapeKey));
    CHECK_FALSE (cropper->isVisible());
    CHECK (pictureOf (stage) == first);

    stage.click ("Crop the picture");
    cropper = stage.find<ui::PictureCropper>();
    const auto middle = cropper->getLocalBounds().toFloat().getCentre().translated (0, -22);
    dragMouse (*cropper, middle, middle.translated (400, 0));
    CHECK (cropper->cut().centre.x == Approx (1 - 0.5 * 200 / 320)); // as far as there is picture
    cropper->keyPressed (juce::KeyPress (juce::KeyPress::returnKey));
    CHECK (pictureOf (stage) != first);
    REQUIRE (stage.world.cuts.back());
    CHECK (stage.world.cuts.back()->centre.x == Approx (0.6875));

    // The next time it begins there, and of the whole picture again.
    stage.click ("Crop the picture");
    CHECK (stage.find<ui::PictureCropper>()->cut().centre.x == Approx (0.6875));
    CHECK_FALSE (stage.world.cuts.back());
    run (*stage.workspace, "undo");
    CHECK (pictureOf (stage) == first);
}

TEST_CASE ("What is typed about a chapter and about the episode are two steps", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    REQUIRE (run (w, "next"));
    const auto id = w.view().selection.focus;
    type (stage, "Title", "Soundings");
    w.look ([] (ViewState& v) { v.selection = {}; });
    type (stage, "Show", "Harbour Lights");
    CHECK (w.document().outline.episode.show == "Harbour Lights");

    w.undo();
    CHECK (w.document().outline.episode.show.empty());
    CHECK (w.find (id)->title == "Soundings");
}

TEST_CASE ("What is typed before and after another panel was open are two steps", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    REQUIRE (run (w, "next"));
    const auto first = w.view().selection.focus;
    type (stage, "Title", "Soundings");
    w.open (Panel::history);
    w.open (Panel::inspector);
    REQUIRE (run (w, "next"));
    const auto second = w.view().selection.focus;
    REQUIRE (second != first);
    type (stage, "Summary", "By lead and line.");
    REQUIRE (w.find (second)->summary == "By lead and line.");

    w.undo();
    CHECK (w.find (second)->summary != "By lead and line.");
    CHECK (w.find (first)->title == "Soundings");
    w.undo();
    CHECK (w.find (first)->title != "Soundings");
}

TEST_CASE ("What is typed in one visit is one step, however often it is taken on the way", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    REQUIRE (run (w, "next"));
    const auto before = w.history().steps().current();
    auto& title = dynamic_cast<ui::Field&> (*stage.called ("Title"));

    for (const auto* typed : { "Sound", "Soundings" })
    {
        title.setText (typed, false);
        title.onPause();
    }

    type (stage, "Title", "Soundings by lead");
    CHECK (w.history().steps().current() == before + 1);
    type (stage, "Title", "Depths");
    CHECK (w.history().steps().current() == before + 2);
}

TEST_CASE ("The inspector sets a mark for all that are selected, and texts for the one it names", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    REQUIRE (run (w, "next"));
    const auto id = w.view().selection.focus;
    auto& level = dynamic_cast<juce::ComboBox&> (*stage.called ("Level"));
    auto& kind = dynamic_cast<juce::ComboBox&> (*stage.called ("Kind"));
    const auto height = level.getY();
    CHECK (kind.getSelectedItemIndex() == 0);

    REQUIRE (run (w, "select-all"));
    REQUIRE (w.view().selection.focus == id);
    CHECK (level.getY() > height);             // says of which they are
    CHECK (kind.getSelectedItemIndex() == -1); // one is an ad break
    CHECK (stage.picture().isValid());

    level.setSelectedItemIndex (1, juce::sendNotificationSync);
    CHECK (std::ranges::all_of (w.chapters(), [] (const Chapter& c) { return c.level == 1; }));
    kind.setSelectedItemIndex (0, juce::sendNotificationSync);
    CHECK (std::ranges::all_of (w.chapters(),
                                [] (const Chapter& c) { return c.kind == Chapter::Kind::chapter; }));
    w.undo();
    w.undo();
    CHECK (std::ranges::all_of (w.chapters(), [] (const Chapter& c) { return c.level == 0; }));

    type (stage, "Title", "Soundings");
    CHECK (w.find (id)->title == "Soundings");
    CHECK (std::ranges::count (w.chapters(), "Soundings", &Chapter::title) == 1);
}

} // namespace earmark::tests
