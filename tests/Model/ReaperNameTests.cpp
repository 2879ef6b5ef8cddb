// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Model/ReaperName.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark
{

using Kind = ReaperName::Kind;

TEST_CASE ("What makes REAPER write a marker is no part of its title")
{
    const auto title = [] (std::string_view name)
    {
        const auto read = readReaperName (name);
        CHECK (read.kind == Kind::prefixed);
        CHECK (read.isChapter());
        return read.title;
    };

    CHECK (title ("CHAP=The gauge") == "The gauge");
    CHECK (title (" chap= The gauge ") == "The gauge");
    CHECK (title ("CHAP=").empty());
    CHECK (title ("#Intro") == "Intro");
    CHECK (title ("# Intro") == "Intro");
}

TEST_CASE ("Orders to REAPER are no chapters")
{
    for (const auto* name : { "!1016", "! 1016", "!_SWS_ABOUT", "!40044 _SWS_ABOUT" })
    {
        CHECK (readReaperName (name).kind == Kind::action);
        CHECK (readReaperName (name).title == name);
    }

    for (const auto* name : { "=START", "=END", "=end" })
        CHECK (readReaperName (name).kind == Kind::bound);
}

TEST_CASE ("What Ultraschall keeps for itself is no chapter")
{
    for (const auto* name :
         { "_Edit", "_edit", "_Edit:", "_Edit:cough", "_Edit 2", "_Shownote:A book", "_PodRange:" })
    {
        CHECK (readReaperName (name).kind == Kind::remark);
        CHECK_FALSE (readReaperName (name).isChapter());
        CHECK (readReaperName (name).isForUltraschall());
        CHECK (readReaperName (name).title == name);
        CHECK (reaperNameOf (name) == std::string ("CHAP=") + name);
    }

    const auto planned = readReaperName ("_Planned: The gauge");
    CHECK (planned.kind == Kind::planned);
    CHECK_FALSE (planned.isChapter());
    CHECK (planned.isForUltraschall());
    CHECK (planned.title == "The gauge");
}

TEST_CASE ("Titles that only begin like orders are titles")
{
    for (const auto* name : { "",
                              "!",
                              "!Kung and other clicks",
                              "! Important",
                              "!_",
                              "=",
                              "=STARTING",
                              "E = mc2",
                              "#",
                              "#1 in the charts",
                              "## Notes",
                              "CHAPEL=1",
                              "_Editorial",
                              "Edit",
                              "_Shownotes",
                              "_Planned",
                              "Questions #2" })
    {
        CHECK (readReaperName (name).kind == Kind::title);
        CHECK (readReaperName (name).title == name);
    }
}

TEST_CASE ("A title that would be an order is written so that it is none")
{
    CHECK (reaperNameOf ("The gauge") == "The gauge");
    CHECK (reaperNameOf ("#1 in the charts") == "#1 in the charts");

    for (const auto* title : { "#tide", "CHAP=1", "!1016", "=START", "CHAP=" })
    {
        CHECK (reaperNameOf (title) == std::string ("CHAP=") + title);
        CHECK (readReaperName (reaperNameOf (title)).title == title);
    }
}

} // namespace earmark
