// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/CommandMenu.h"

#include "Session/Commands.h"
#include "UI/Look.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace earmark::tests
{

namespace
{

using Item = juce::PopupMenu::Item;

/** Those of one menu, without its lines. */
std::vector<Item> itemsOf (const juce::PopupMenu& menu)
{
    std::vector<Item> items;

    for (juce::PopupMenu::MenuItemIterator each (menu); each.next();)
        if (! each.getItem().isSeparator)
            items.push_back (each.getItem());

    return items;
}

/** The group of that name. */
std::vector<Item> groupOf (Stage& stage, std::string_view english)
{
    for (const auto& group : itemsOf (ui::commandMenu (*stage.workspace, *stage.view)))
        if (group.text == ui::tr (english) && group.subMenu != nullptr)
            return itemsOf (*group.subMenu);

    return {};
}

bool has (const std::vector<Item>& items, std::string_view english)
{
    return std::ranges::any_of (items, [&] (const Item& each) { return each.text == ui::tr (english); });
}

} // namespace

TEST_CASE ("The menu of all commands begins with files, and goes by groups", "[ui]")
{
    Stage stage (1280, 800);
    std::vector<std::string> groups;

    for (const auto& group : itemsOf (ui::commandMenu (*stage.workspace, *stage.view)))
        groups.push_back (group.text.toStdString());

    CHECK (groups
           == std::vector<std::string> { "File", "Edit", "Chapters", "Playback", "Review", "View", "Host" });
    const auto file = groupOf (stage, "File");
    REQUIRE (file.size() > 4);
    CHECK (file[0].text == "New");
    CHECK (file[0].shortcutKeyDescription.isNotEmpty());
    CHECK (has (file, "Open recent"));
}

TEST_CASE ("What belongs to a panel, a review or a host is in the menu only there", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    CHECK_FALSE (has (groupOf (stage, "File"), "Write the chapters into the files shown"));
    CHECK_FALSE (has (groupOf (stage, "Review"), "Accept and next"));
    CHECK_FALSE (has (groupOf (stage, "Host"), "Where renders lie\u2026"));

    REQUIRE (run (w, "write"));
    CHECK (has (groupOf (stage, "File"), "Write the chapters into the files shown"));
    CHECK (groupOf (stage, "File")[0].text == "New");
    REQUIRE (run (w, "write"));
    REQUIRE (run (w, "review"));
    CHECK (has (groupOf (stage, "Review"), "Accept and next"));

    // What only cannot be done now stays where it is looked for.
    REQUIRE (run (w, "escape"));
    run (w, "new");
    run (w, "answer-second");
    REQUIRE (w.chapters().empty());
    const auto file = groupOf (stage, "File");
    CHECK (std::ranges::any_of (
        file,
        [] (const Item& each)
        { return each.text == ui::tr ("Write into audio files\u2026") && ! each.isEnabled; }));
}

TEST_CASE ("Every command that can be carried out is in the menu, but for the answers to questions", "[ui]")
{
    Stage stage (1280, 800);

    for (const auto& command : commands())
        if (command.group != "Questions" && command.isEnabled (*stage.workspace))
        {
            CAPTURE (command.id);
            CHECK (has (groupOf (stage, command.group), command.label));
        }
}

TEST_CASE ("A command of the menu is carried out, but not once the window has gone", "[ui]")
{
    Stage stage (1280, 800);
    auto& w = *stage.workspace;
    auto owner = std::make_unique<juce::Component>();
    const auto menu = ui::commandMenu (w, *owner);
    const auto press = [&]
    {
        for (juce::PopupMenu::MenuItemIterator each (menu, true); each.next();)
            if (each.getItem().text == ui::tr ("Preferences\u2026"))
                each.getItem().action();
    };
    press();
    CHECK (w.view().panel == Panel::preferences);
    owner.reset();
    press();
    CHECK (w.view().panel == Panel::preferences);
}

TEST_CASE ("Each menu fits into a window of 900 by 600, in both languages", "[ui]")
{
    Stage stage (900, 600);
    auto& look = dynamic_cast<ui::Look&> (stage.view->getLookAndFeel());

    for (const auto language : { LanguageChoice::english, LanguageChoice::german })
    {
        stage.speak (language);

        for (const auto& group : itemsOf (ui::commandMenu (*stage.workspace, *stage.view)))
        {
            CAPTURE (group.text.toStdString());
            int all = 0, widest = 0;

            for (juce::PopupMenu::MenuItemIterator each (*group.subMenu); each.next();)
            {
                int width = 0, height = 0;
                const auto& item = each.getItem();
                look.getIdealPopupMenuItemSize (
                    item.text + "   " + item.shortcutKeyDescription, item.isSeparator, 0, width, height);
                all += height;
                widest = std::max (widest, width);
            }

            CHECK (all < 576); // JUCE leaves some room around a menu
            CHECK (widest < 640);
        }
    }

    stage.speak (LanguageChoice::english);
}

} // namespace earmark::tests
