// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Stage.h"
#include "UI/Table/ChapterTable.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("What the filter leaves is seen from its first row on, and the field follows the view", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    Outline outline;

    for (int i = 0; i < 120; ++i)
    {
        Chapter chapter;
        chapter.start = at (i * 5);
        chapter.title = i % 4 == 0 ? "Letters" : "Others";
        outline.chapters.push_back (chapter);
    }

    REQUIRE (w.perform (ReplaceOutline { outline }));
    w.look ([] (ViewState& v) { v.selection = {}; });
    auto* table = stage.find<ui::ChapterTable>();
    REQUIRE (table != nullptr);
    auto* field = dynamic_cast<juce::TextEditor*> (stage.called ("Filter"));
    auto* bar = stage.find<juce::ScrollBar> (table);
    REQUIRE (field != nullptr);
    REQUIRE (bar != nullptr);
    const auto filter = [&] (const char* words) { w.look ([&] (ViewState& v) { v.filter = words; }); };
    bar->setCurrentRangeStart (2000);

    filter ("letters");
    CHECK (w.rows().size() == 30);
    CHECK (bar->getCurrentRangeStart() == 0);
    CHECK (field->getText() == "letters");

    // The row that is worked on stays in sight, where it is among them.
    w.look ([&] (ViewState& v) { v.selection = picked ({}, w.chapters()[100].id, Pick::only, {}); });
    filter ("others");
    CHECK (bar->getCurrentRangeStart() == 0);
    filter ("");
    CHECK (bar->getCurrentRangeStart() > 2000);
    CHECK (field->getText().isEmpty());
}

} // namespace earmark::tests
