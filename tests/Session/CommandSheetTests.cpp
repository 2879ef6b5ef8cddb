// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/CommandSheet.h"

#include "Language/Language.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

namespace earmark::tests
{

namespace
{

std::vector<std::string_view> idsOf (std::string_view searched, const KeyMap& keys = {})
{
    std::vector<std::string_view> ids;

    for (const auto& group : commandSheet (searched, keys))
        for (const auto* command : group.commands)
            ids.push_back (command->id);

    return ids;
}

bool finds (std::string_view searched, std::string_view id, const KeyMap& keys = {})
{
    return std::ranges::contains (idsOf (searched, keys), id);
}

} // namespace

TEST_CASE ("The sheet of keys has every command once, what is used most first", "[session]")
{
    auto ids = idsOf ("");
    CHECK (ids.front() == "play");
    CHECK (commandSheet ("", {}).back().name == "Questions");
    CHECK (ids.size() == commands().size());
    std::ranges::sort (ids);
    CHECK (std::ranges::adjacent_find (ids) == ids.end());
}

TEST_CASE ("A command is found by its words and by its keys", "[session]")
{
    CHECK (finds ("find cut", "find-cut"));
    CHECK (finds ("  FIND  ", "find-cut"));
    CHECK (finds ("ctrl+shift+c", "find-cut"));
    CHECK (finds ("ctrl+shift", "find-cut"));
    CHECK (finds ("home", "to-start"));
    CHECK (finds ("left", "back-1"));
    CHECK (finds ("\u2190", "back-1"));
    CHECK (finds ("playback", "faster")); // by its group

    // One character is a key and no part of a word.
    CHECK (finds ("k", "stop"));
    CHECK_FALSE (finds ("k", "back-5"));
    CHECK (finds ("5", "back-5"));
    CHECK (finds ("?", "shortcuts"));

    CHECK (commandSheet ("zither", {}).empty());
    CHECK_FALSE (finds ("find zither", "find-cut"));

    KeyMap keys;
    keys.set ("find-cut", { Key { .name = "u", .alt = true } });
    CHECK (finds ("alt+u", "find-cut", keys));
    CHECK_FALSE (finds ("ctrl+shift+c", "find-cut", keys));
}

TEST_CASE ("Commands are found in the language that is spoken", "[session]")
{
    const auto before = spoken();
    speak (Language::german);
    CHECK (finds ("Schnitt", "find-cut"));
    CHECK (finds ("\u00fcber earmark", "about"));
    CHECK (finds ("strg+umschalt+c", "find-cut"));
    speak (before);
}

TEST_CASE ("A command is found by what else people call it", "[session]")
{
    for (const auto id : { "earlier-10", "later-1000", "review-earlier", "review-later-100" })
        CHECK (finds ("nudge", id));

    CHECK (finds ("replace", "rename"));
    CHECK (finds ("find and replace", "rename"));
    CHECK (finds ("search", "filter"));
    CHECK (finds ("zoom", "zoom-in"));
    CHECK (finds ("restore", "write-restore"));
    CHECK_FALSE (finds ("nudge", "play"));

    const auto before = spoken();
    speak (Language::german);
    CHECK (finds ("l\u00f6schen", "remove"));
    CHECK (finds ("ersetzen", "rename"));
    speak (before);
}

} // namespace earmark::tests
