// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/ImportPreview.h"

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Proposal.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("Each line of an outline has its fate", "[session]")
{
    using Use = LineUse::Kind;
    using Kind = LineFate::Kind;
    ImportedText reading;
    reading.lines = { { "The Storm Glass", Use::episode, 0 },
                      { "CHAPTERS", Use::none, 0 },
                      { "- 0:00 – 0:54", Use::chapterStart, 1 },
                      { "Welcome", Use::title, 1 },
                      { "Ines opens.", Use::summary, 1 },
                      { "- Who we are", Use::point, 1 },
                      { "- 0:54 – 0:10", Use::chapterStart, 2 },
                      { "", Use::none, 0 },
                      { "———", Use::none, 0 },
                      { "Something else", Use::none, 0 },
                      { "---", Use::none, 0 } };
    reading.notices = { { Notice::Grade::ignored, "The heading of the list.", Place::atLine (2) },
                        { Notice::Grade::warning, "The end lies before the start.", Place::atLine (7) },
                        { Notice::Grade::ignored, "Front matter.", Place::atLine (11) } };

    const auto fates = fatesOf ("what the reader made lines of", reading);
    const std::vector<Kind> kinds { Kind::episode, Kind::ignored, Kind::chapterStart, Kind::title,
                                    Kind::summary, Kind::point,   Kind::warning,      Kind::blank,
                                    Kind::blank,   Kind::unused,  Kind::ignored };
    REQUIRE (fates.size() == kinds.size());

    for (std::size_t i = 0; i < kinds.size(); ++i)
    {
        CAPTURE (i);
        CHECK (fates[i].kind == kinds[i]);
        CHECK (fates[i].text == reading.lines[i].text);
        CHECK (fates[i].chapter == reading.lines[i].chapter);
    }

    CHECK (fates[6].remark == "The end lies before the start.");
    CHECK (fates[6].use == Use::chapterStart);
}

TEST_CASE ("Lines about the episode are told apart by what they say of it", "[session]")
{
    using Use = LineUse::Kind;
    using Kind = LineFate::Kind;
    ImportedText reading;
    reading.outline.episode.show = "Harbour Lights";
    reading.outline.episode.title = "The Storm Glass";
    reading.outline.episode.description = "A barometer.\n\nMay be nonsense.";
    reading.lines = {
        { "Harbour Lights", Use::episode, 0, "Harbour Lights" },
        { "# The Storm Glass", Use::episode, 0, "The Storm Glass" },
        { "Harbour Lights: The Storm Glass", Use::episode, 0, "Harbour Lights: The Storm Glass" },
        { "A *barometer*.", Use::episode, 0, "A barometer." },
        { "May be nonsense.", Use::episode, 0, "May be nonsense." },
        { "Who knows", Use::episode, 0 }
    };
    std::vector<Kind> kinds;

    for (const auto& fate : fatesOf ("", reading))
        kinds.push_back (fate.kind);

    CHECK (kinds
           == std::vector { Kind::show,
                            Kind::episodeTitle,
                            Kind::episode,
                            Kind::description,
                            Kind::description,
                            Kind::episode });
}

TEST_CASE ("Nothing but the reader's own words is said of lines in formats that are not read by lines",
           "[session]")
{
    using Kind = LineFate::Kind;
    ImportedText reading;
    reading.notices = { { Notice::Grade::ignored, "An advertisement.", Place::atLine (3) },
                        { Notice::Grade::warning, "It begins late.", Place::atLine (4) } };

    const auto fates = fatesOf ("{ \"chapters\": [\n"
                                "{ \"startTime\": 0, \"title\": \"Opening\" },\n"
                                "{ \"startTime\": 9, \"ad\": true },\n"
                                "{ \"startTime\": 60 }\n"
                                "] }\n",
                                reading);
    REQUIRE (fates.size() == 5);
    CHECK (fates[0].kind == Kind::blank);
    CHECK (fates[1].kind == Kind::blank);
    CHECK (fates[2].kind == Kind::ignored);
    CHECK (fates[2].remark == "An advertisement.");
    CHECK (fates[3].kind == Kind::warning);
    CHECK (fates[4].kind == Kind::blank);
}

TEST_CASE ("Notices that lie outside the text do no harm", "[session]")
{
    ImportedText reading;
    reading.notices = { { Notice::Grade::warning, "x", Place::atLine (99) },
                        { Notice::Grade::warning, "x", Place::atLine (0) },
                        { Notice::Grade::warning, "x", {} } };
    CHECK (fatesOf ("a\nb", reading).size() == 2);
    CHECK (fatesOf ("", reading).empty());
}

TEST_CASE ("What an outline does not say of the episode stays", "[session]")
{
    Document mine = makeDocument (outlineAt ({ 0 }));
    mine.outline.episode = { .show = "Harbour Lights", .title = "Old", .number = "41" };
    ImportPreview preview { .bytes = {}, .name = {} };
    preview.reading = ImportedText { .outline = outlineAt ({ 0, 10 }) };
    preview.reading->outline.episode.title = "The Storm Glass";

    const auto after = proposalOf (mine, editsOf (preview, mine, {}), {});
    REQUIRE (after);
    CHECK (after->after.outline.episode
           == Episode { .show = "Harbour Lights", .title = "The Storm Glass", .number = "41" });
    CHECK (after->after.outline.chapters.size() == 2);
}

TEST_CASE ("The same outline once more changes nothing", "[session]")
{
    const auto outline = outlineAt ({ 0, 10, 20 });
    const auto mine = makeDocument (outline);
    ImportPreview preview { .bytes = {}, .name = {} };
    preview.reading = ImportedText { .outline = outline };
    const auto again = proposalOf (mine, editsOf (preview, mine, {}), {});
    REQUIRE (again);
    CHECK (again->changesNothing());
}

TEST_CASE ("A line says what becomes of it, and of which chapter it is", "[session]")
{
    using Kind = LineFate::Kind;

    for (auto kind = 1; kind <= int (Kind::unused); ++kind)
        CHECK_FALSE (wordFor (Kind (kind)).empty());

    CHECK (labelOf ({ .text = "x", .kind = Kind::title, .chapter = 3 }) == "title 3");
    CHECK (labelOf ({ .text = "x", .kind = Kind::point, .chapter = 10 }) == "point of 10");
    CHECK (labelOf ({ .text = "x", .kind = Kind::show }) == "show");
    CHECK (labelOf ({ .text = {}, .kind = Kind::blank }).empty());
}

} // namespace earmark::tests
