// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Preferences.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Preferences are remembered, and damaged ones are the default", "[session]")
{
    World world;

    {
        Workspace w (world.services());
        CHECK (w.view().preferences == Preferences());
        REQUIRE (run (w, "theme"));
        REQUIRE (run (w, "theme"));
        REQUIRE (run (w, "larger"));
        w.look ([] (ViewState& v) { v.preferences.reducedMotion = true; });
        w.look ([] (ViewState& v) { v.preferences.lead = Duration::fromMilliseconds (120); });
        w.look ([] (ViewState& v) { v.preferences.language = LanguageChoice::german; });
        CHECK (spoken() == Language::german);
    }

    CHECK (world.settings["theme"] == "high-contrast");
    CHECK (world.settings["scale"] == "110");
    const Workspace again (world.services());
    CHECK (again.view().preferences
           == Preferences { .theme = ThemeName::highContrast,
                            .language = LanguageChoice::german,
                            .scale = 110,
                            .reducedMotion = true,
                            .lead = Duration::fromMilliseconds (120) });
    CHECK (spoken() == Language::german);

    world.settings = {
        { "theme", "purple" }, { "scale", "huge" }, { "motion", "?" }, { "lead", "-7" }, { "language", "tlh" }
    };
    CHECK (Workspace (world.services()).view().preferences == Preferences());
    world.settings["scale"] = "1000";
    CHECK (Workspace (world.services()).view().preferences.scale == 200);
    world.settings["lead"] = "9999";
    CHECK (Workspace (world.services()).view().preferences.lead == longestLead);
}

TEST_CASE ("A window speaks as the system does until something else is chosen", "[session]")
{
    World world;
    auto services = world.services();
    services.systemLanguage = [] { return "de-CH"; };
    Workspace w (services);
    CHECK (spoken() == Language::german);
    w.look ([] (ViewState& v) { v.preferences.language = LanguageChoice::english; });
    CHECK (spoken() == Language::english);
    CHECK (Workspace (world.services()).view().preferences.language == LanguageChoice::english);
    CHECK (world.settings["language"] == "en");
}

TEST_CASE ("The size goes in steps and stops at its ends", "[session]")
{
    World world;
    Workspace w (world.services());
    CHECK_FALSE (run (w, "smaller"));

    for (const auto expected : { 110, 125, 150, 175, 200 })
    {
        REQUIRE (run (w, "larger"));
        CHECK (w.view().preferences.scale == expected);
    }

    CHECK_FALSE (run (w, "larger"));
    CHECK (run (w, "smaller"));
    CHECK (scaleStep (140, 0) == 150);
    CHECK (scaleStep (-5, 0) == 100);
}

TEST_CASE ("With reduced motion the view turns over instead of gliding", "[session]")
{
    World world;
    Workspace w (world.services());
    w.look ([] (ViewState& v) { v.scale = resized (v.scale, 1000); });
    w.openFile ("/episode.m4a");
    w.look (
        [] (ViewState& v)
        {
            v.scale = zoomed (v.scale, 10, 0);
            v.follow = Follow::centre;
        });
    world.transport.playing = true;

    const auto scrolls = [&]
    {
        const auto before = w.view().scale.start;
        world.transport.position = world.transport.position + lasting (1);
        w.playback().tick();
        return w.view().scale.start != before;
    };

    world.transport.position = at (40);
    w.playback().tick();
    CHECK (scrolls());
    w.look ([] (ViewState& v) { v.preferences.reducedMotion = true; });
    CHECK_FALSE (scrolls());
}

} // namespace earmark::tests
