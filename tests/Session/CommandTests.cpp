// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"

#include "Session/FakeServices.h"
#include "Session/Selection.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

namespace earmark::tests
{

TEST_CASE ("Every command has an id of its own, a label and keys that can be read", "[session]")
{
    std::set<std::string_view> ids;

    for (const auto& command : commands())
    {
        CAPTURE (command.id);
        CHECK (ids.insert (command.id).second);
        CHECK_FALSE (command.label.empty());
        CHECK_FALSE (command.group.empty());
        CHECK_FALSE (command.keys.empty());

        for (const auto key : command.keys)
        {
            REQUIRE (parseKey (key));
            CHECK (toText (*parseKey (key)) == key);
        }
    }

    CHECK (findCommand ("no such") == nullptr);
}

TEST_CASE ("Every command that is enabled runs, in whatever order", "[session]")
{
    World world;
    world.files["/a.txt"] = "outline";
    world.outlines["outline"] = outlineAt ({ 0, 10, 20, 30 });
    world.chosenFile = "/saved.json";
    world.clipboard = "outline";
    Workspace w (world.services());
    w.openFile ("/media.m4a");

    // More than once over all, so that each comes after every other; nothing may hang or crash, and the document stays sound.
    for (int round = 0; round < 3; ++round)
        for (const auto& command : commands())
        {
            CAPTURE (command.id, round);
            run (w, command.id);
            CHECK (std::ranges::is_sorted (w.chapters(), {}, &Chapter::start));
        }
}

TEST_CASE ("What is removed leaves the keyboard beside it", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10, 20 });
    Workspace w (world.services());
    w.outlineImport().begin ("outline", "Clipboard");
    w.outlineImport().accept();
    const auto select = [&] (std::size_t i)
    { w.look ([&] (ViewState& v) { v.selection = picked ({}, w.chapters()[i].id, Pick::only, {}); }); };
    const auto focused = [&]
    {
        const auto* chapter = w.find (w.view().selection.focus);
        return chapter != nullptr ? chapter->title : std::string ("none");
    };

    select (1);
    REQUIRE (run (w, "remove"));
    CHECK (focused() == "C");
    REQUIRE (run (w, "remove")); // the last
    CHECK (focused() == "A");
    REQUIRE (run (w, "remove"));
    CHECK (focused() == "none");
}

TEST_CASE ("Keys mean a review while it goes on", "[session]")
{
    World world;
    world.outlines["outline"] = outlineAt ({ 0, 10, 20 });
    Workspace w (world.services());
    w.openFile ("/media.m4a");
    w.outlineImport().begin ("outline", "Clipboard");

    const auto commandFor = [&] (const char* key)
    {
        return w.keys().commandFor (*parseKey (key),
                                    [&] (std::string_view id) { return findCommand (id)->isEnabled (w); });
    };

    CHECK (commandFor ("enter") == "accept-import");
    CHECK (run (w, "accept-import"));
    CHECK (commandFor ("space") == "play");
    CHECK (commandFor ("left") == "back-1");
    CHECK (commandFor ("enter") == "audition");

    CHECK (run (w, "review"));
    CHECK (commandFor ("space") == "review-play");
    CHECK (commandFor ("left") == "review-earlier");
    CHECK (commandFor ("enter") == "review-accept");
    CHECK (run (w, "escape"));
    CHECK (commandFor ("enter") == "audition");
    CHECK (commandFor ("ctrl+f12").empty());
}

TEST_CASE ("Keys can be changed, and stay changed", "[session]")
{
    KeyMap map;
    const auto outsideImports = [] (std::string_view command) { return ! command.ends_with ("-line"); };
    map.set ("undo", { *parseKey ("ctrl+u"), *parseKey ("f9") });
    map.set ("marker-here", {});
    map.set ("no such", { *parseKey ("q") });

    const auto again = KeyMap::fromText (map.toText() + "garbage\nnone=x\n");
    CHECK (again.commandFor (*parseKey ("ctrl+u"), outsideImports) == "undo");
    CHECK (again.commandFor (*parseKey ("f9"), outsideImports) == "undo");
    CHECK (again.commandFor (*parseKey ("ctrl+z"), outsideImports).empty());
    CHECK (again.commandFor (*parseKey ("i"), outsideImports).empty());
    CHECK (again.isChanged ("undo"));
    CHECK_FALSE (again.isChanged ("redo"));

    auto back = again;
    back.reset ("undo");
    CHECK (back.commandFor (*parseKey ("ctrl+z"), outsideImports) == "undo");
}

TEST_CASE ("Keys read well", "[session]")
{
    CHECK (describe (*parseKey ("ctrl+shift+z")) == "Ctrl+Shift+Z");
    CHECK (describe (*parseKey ("left")) == "\u2190");
    CHECK (describe (*parseKey ("?")) == "?");
    CHECK (parseKey ("ctrl+")->name == "ctrl+"); // the sign, not a modifier without a key
    CHECK_FALSE (parseKey (""));
}

} // namespace earmark::tests
