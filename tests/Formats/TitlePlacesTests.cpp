// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Formats/Pastes.h"
#include "Formats/ReadLists.h"

// Times on lines of their own: which lines around them are the titles, and the fields of forms.

namespace earmark
{

using namespace tests;

namespace
{

constexpr std::string_view ranges = "0:00-1:12 Welcome, 1:12-17:45 The gauge, 17:45-20:00 Fog";

/** Three chapters, each written as the form has it: {n}, {t}, {s}, {e} and {x} stand for number, title, start, end and text. */
std::string written (std::string_view form)
{
    using Values = std::vector<std::pair<std::string_view, std::string_view>>;
    const std::vector<Values> chapters { { { "{n}", "1" },
                                           { "{t}", "Welcome" },
                                           { "{s}", "0:00" },
                                           { "{e}", "1:12" },
                                           { "{x}", "Mara opens the season" } },
                                         { { "{n}", "2" },
                                           { "{t}", "The gauge" },
                                           { "{s}", "1:12" },
                                           { "{e}", "17:45" },
                                           { "{x}", "It rises up to the quay" } },
                                         { { "{n}", "3" },
                                           { "{t}", "Fog" },
                                           { "{s}", "17:45" },
                                           { "{e}", "20:00" },
                                           { "{x}", "It falls on all of us" } } };
    std::string text;

    for (const auto& values : chapters)
    {
        std::string chapter (form);

        for (const auto& [name, value] : values)
            if (const auto at = chapter.find (name); at != chapter.npos)
                chapter.replace (at, name.size(), value);

        text += chapter;
    }

    return text;
}

/** Reads them, and the text of the second as a summary or a point. */
std::string textOfSecond (std::string_view form)
{
    const auto text = written (form);
    INFO (text);
    const auto imported = importOutline (text, {});
    REQUIRE (imported);
    const auto& outline = imported->reading.outline;
    CHECK (summaryOf (outline.chapters) == ranges);
    CHECK (outline.episode == Episode());
    const auto& second = outline.chapters[1];
    return second.points.empty() ? second.summary : second.summary + " * " + second.points.front();
}

} // namespace

TEST_CASE ("Numbered, bulleted and bold titles may stand above their times")
{
    for (const auto* form : { "{n}. {t}\n   {s} - {e}\n   {x}.\n",
                              "{n}. {t}\n{s} - {e}\n{x}\n",
                              "{n}. {t}\n\n{s} - {e}\n\n{x}\n\n",
                              "{n}. **{t}**\n   *({s} – {e})*\n   {x}\n\n",
                              "{n}. ⚓ **{t}**\n🕒 {s}–{e}\n{x}\n\n",
                              "**{t}**\n{s} – {e}\n{x}\n",
                              "{t}\n{s} – {e}\n{x}\n",
                              "{t}\n{s} – {e}\n{x}!\n",
                              "- {t}\n  {s} - {e}\n  {x}\n" })
    {
        CAPTURE (form);
        const auto imported = importOutline (written (form), {});
        REQUIRE (imported);
        const auto& outline = imported->reading.outline;
        std::vector<std::string> titles;

        for (const auto& c : outline.chapters)
            titles.push_back (
                c.title.substr (c.title.starts_with ("⚓ ") ? std::string_view ("⚓ ").size() : 0));

        CHECK (titles == std::vector<std::string> { "Welcome", "The gauge", "Fog" });
        REQUIRE (outline.chapters.size() == 3);
        CHECK (outline.chapters[1].summary.starts_with ("It rises up to the quay"));
        CHECK (outline.chapters[2].summary.starts_with ("It falls on all of us"));
        CHECK (outline.chapters[2].end == at ("20:00"));
        CHECK (outline.episode == Episode());
    }
}

TEST_CASE ("Below bulleted titles the times and texts may be bullets, too")
{
    CHECK (textOfSecond ("{n}. **{t}**\n   - **Time:** {s} – {e}\n   - {x}\n")
           == " * It rises up to the quay");
    CHECK (textOfSecond ("- {t}\n  - {s} – {e}\n  - {x}\n") == " * It rises up to the quay");
    CHECK (textOfSecond ("{n}. {t}\n{s} – {e}\n- {x}\n- and more\n") == " * It rises up to the quay");
    CHECK (textOfSecond ("* {t}\n* {s} – {e}\n* {x}\n") == " * It rises up to the quay");
}

TEST_CASE ("What is above and below the titles' times keeps its place")
{
    const auto reading = readLosingNothing ("The Tide\n\n" + written ("{n}. {t}\n   {s}\n   {x}\n")
                                            + "\nLinks\n- the museum\n");
    CHECK (reading.outline.episode.title == "The Tide");
    CHECK (reading.outline.episode.description == "Links\nthe museum");
    CHECK (reading.outline.chapters[0].summary == "Mara opens the season");
    CHECK (reading.lines[2].kind == LineUse::Kind::title);
    CHECK (reading.lines[2].chapter == 1);
    CHECK (reading.lines[5].chapter == 2);
}

TEST_CASE ("Titles stand below their times where nothing tells otherwise")
{
    CHECK (read ("The Tide\n0:00\nWhat is a tide?\n1:12\nWhy does it come back?\n2:00\nWho has seen the "
                 "other shore?\n")
           == "0:00 What is a tide?, 1:12 Why does it come back?, 2:00 Who has seen the other shore?");
    CHECK (read ("The Tide\n0:00\nWelcome aboard\n- one\n1:12\nThe gauge\n- two\n2:00\nFog\n- three\n")
           == "0:00 Welcome aboard, 1:12 The gauge, 2:00 Fog");
    CHECK (read ("**The Tide**\n\n0:00\n**Welcome**\n1:12\n**The gauge**\n2:00\n**Fog**\n")
           == "0:00 Welcome, 1:12 The gauge, 2:00 Fog");
    CHECK (read ("- the crew\n\n0:00\nWelcome\n- one\n1:12\nThe gauge\n- two\n2:00\nFog\n- three\n")
           == "0:00 Welcome, 1:12 The gauge, 2:00 Fog");
}

TEST_CASE ("Start and end are fields of a form, in several languages")
{
    for (const auto* form : { "{t}\nStart Time: {s}\nEnd Time: {e}\nSummary: {x}\n\n",
                              "{t}\nStart Time: {s}\nEnd Time: {e}\nSummary: {x}\n",
                              "{t}\nStart {s}\nEnd {e}\nDescription: {x}\n\n",
                              "Chapter Title: {t}\nStart Time: {s}\nEnd Time: {e}\nDescription: {x}\n\n",
                              "Start Time: {s}\nEnd Time: {e}\nChapter Title: {t}\nDescription: {x}\n\n",
                              "Start: {s} | End: {e}\nTitle: {t}\nSummary: {x}\n\n",
                              "{n}. {t}\n   - Start: {s}\n   - End: {e}\n   - Summary: {x}\n",
                              "**{t}**\n- **Start:** {s}\n- **End:** {e}\n- **Summary:** {x}\n\n",
                              "Startzeit: {s}\nEndzeit: {e}\nTitel: {t}\nZusammenfassung: {x}\n\n",
                              "Heure de début : {s}\nHeure de fin : {e}\nTitre : {t}\nRésumé : {x}\n\n",
                              "Inicio: {s}\nFin: {e}\nTítulo: {t}\nResumen: {x}\n\n",
                              "Início: {s}\nFim: {e}\nTítulo: {t}\nResumo: {x}\n\n",
                              "Inizio: {s}\nFine: {e}\nTitolo: {t}\nRiassunto: {x}\n\n",
                              "Begintijd: {s}\nEindtijd: {e}\nTitel: {t}\nSamenvatting: {x}\n\n",
                              "Начало: {s}\nКонец: {e}\nНазвание: {t}\nОписание: {x}\n\n" })
    {
        CAPTURE (form);
        CHECK (textOfSecond (form) == "It rises up to the quay");
    }

    CHECK (textOfSecond ("{n}. {t}\n   Timestamp: {s} - {e}\n   Description: {x}\n\n")
           == "It rises up to the quay");
}

TEST_CASE ("Start and end may be titles")
{
    CHECK (read ("Start 0:00\nThe gauge 1:12\nFog 17:45\nEnd 20:00\n")
           == "0:00 Start, 1:12 The gauge, 17:45 Fog, 20:00 End");
    CHECK (read ("0:00 Start\n1:12 The gauge\n20:00 End\n") == "0:00 Start, 1:12 The gauge, 20:00 End");
}

TEST_CASE ("An end that is not later than its start stays text")
{
    const auto form = importOutline ("Welcome\nStart Time: 0:00\nEnd Time: 1:12\n\nThe gauge\nStart Time: "
                                     "1:12\nEnd Time: 1:12\n\nFog\nStart "
                                     "Time: 17:45\nEnd Time: 20:00\n",
                                     {});
    REQUIRE (form);
    const auto& chapters = form->reading.outline.chapters;
    CHECK (summaryOf (chapters) == "0:00-1:12 Welcome, 1:12 The gauge, 17:45-20:00 Fog");
    CHECK (chapters[1].summary == "End Time: 1:12");
}

} // namespace earmark
