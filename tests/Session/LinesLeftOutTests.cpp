// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/LinesLeftOut.h"

#include "Foundation/Text.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/OutlineImport.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <optional>

namespace earmark::tests
{

namespace
{

/** "# Title", "10 A chapter", "> its summary"; a warning for each chapter called "?". The times count from the first one. */
Result<ImportedText> readLines (const std::string& text)
{
    ImportedText reading { .outline = {}, .notices = {}, .questions = {}, .format = "lines" };
    auto& chapters = reading.outline.chapters;
    std::optional<double> first;

    for (const auto line : splitLines (text))
    {
        using Use = LineUse::Kind;
        auto use = Use::none;
        std::string words;

        if (line.starts_with ("# "))
        {
            words = reading.outline.episode.title = line.substr (2);
            use = Use::episode;
        }
        else if (line.starts_with ("> ") && ! chapters.empty())
        {
            words = line.substr (2);
            chapters.back().summary += (chapters.back().summary.empty() ? "" : "\n") + words;
            use = Use::summary;
        }
        else if (const auto blank = line.find (' '); blank != line.npos)
        {
            const auto time = std::stod (std::string (line.substr (0, blank)));
            first = first.value_or (time);
            chapters.push_back (
                { .start = at (time - *first), .title = std::string (line.substr (blank + 1)) });
            use = Use::chapterStart;

            if (chapters.back().title == "?")
                reading.notices.push_back ({ Notice::Grade::warning,
                                             "The chapter has no title.",
                                             Place::atLine (reading.lines.size() + 1) });
        }

        reading.lines.push_back ({ std::string (line),
                                   use,
                                   use == Use::none || use == Use::episode ? 0 : chapters.size(),
                                   words });
    }

    if (chapters.empty())
        return failure (Error::Kind::empty, "There are no chapters in it.");

    return reading;
}

/** A window with six lines to import: a title, a chapter with two lines of summary, an empty line, one more chapter. */
struct LineDesk
{
    World world;
    int readings = 0;
    std::unique_ptr<Workspace> w;

    LineDesk()
    {
        auto services = world.services();
        services.readOutline = [this] (const std::string& bytes, const auto&, const auto&, const auto&)
        {
            ++readings;
            return readLines (bytes);
        };
        w = std::make_unique<Workspace> (services);
        w->outlineImport().begin ("# Tides\n10 Fog\n> Thick\n> Grey\n\n20 ?\n", "Clipboard");
    }

    const ImportPreview& preview() const { return *w->outlineImport().preview(); }

    void toggle (std::ptrdiff_t line)
    {
        w->outlineImport().goToLine (line);
        CHECK (run (*w, "toggle-line"));
    }

    std::vector<LineFate::Kind> kinds() const
    {
        std::vector<LineFate::Kind> kinds;

        for (const auto& line : preview().lines)
            kinds.push_back (line.kind);

        return kinds;
    }

    std::string keyed (const char* key) const
    {
        return std::string (w->keys().commandFor (
            *parseKey (key), [&] (std::string_view id) { return findCommand (id)->isEnabled (*w); }));
    }
};

using Kind = LineFate::Kind;
using Kinds = std::vector<LineFate::Kind>;

const Kinds all { Kind::episodeTitle, Kind::chapterStart, Kind::summary,
                  Kind::summary,      Kind::blank,        Kind::warning };

} // namespace

TEST_CASE ("A line is left out of an import, and taken in again", "[session]")
{
    LineDesk desk;
    CHECK (desk.kinds() == all);

    desk.toggle (2);
    CHECK (desk.kinds()[2] == Kind::unticked);
    CHECK (desk.preview().lines[2].text == "> Thick");
    REQUIRE (desk.preview().reading);
    CHECK (desk.preview().reading->outline.chapters[0].summary == "Grey");
    CHECK (desk.w->proposal()->after.outline.chapters[0].summary == "Grey");
    CHECK (desk.readings == 1); // readers judge each line by the whole text

    desk.toggle (2);
    CHECK (desk.kinds() == all);
    CHECK (desk.preview().reading->outline.chapters[0].summary == "Thick\nGrey");
}

TEST_CASE ("What is said of a line stays at it where lines before it are left out", "[session]")
{
    LineDesk desk;
    desk.toggle (0);
    CHECK (desk.kinds()[5] == Kind::warning);
    CHECK (desk.preview().lines[5].remark == "The chapter has no title.");
    CHECK (desk.preview().lines[5].chapter == 2);
    CHECK (desk.preview().reading->outline.episode.title.empty());
}

TEST_CASE ("A chapter goes and comes with all its lines", "[session]")
{
    LineDesk desk;
    const Kinds without { Kind::episodeTitle, Kind::unticked, Kind::unticked,
                          Kind::unticked,     Kind::blank,    Kind::warning };
    desk.toggle (1);
    CHECK (desk.kinds() == without);
    REQUIRE (desk.preview().reading->outline.chapters.size() == 1);
    CHECK (desk.preview().reading->outline.chapters[0].title == "?");
    CHECK (desk.preview().reading->outline.chapters[0].start == at (10)); // still after the first time
    REQUIRE (desk.w->proposal()->after.outline.chapters.size() == 1);
    CHECK (desk.w->proposal()->after.outline.chapters[0].start == at (10));
    CHECK (desk.preview().lines[5].chapter == 1);

    desk.toggle (3); // whichever of them
    CHECK (desk.kinds() == all);

    // One that was left out by itself stays so.
    desk.toggle (2);
    desk.toggle (1);
    desk.toggle (1);
    CHECK (desk.kinds()[2] == Kind::unticked);
    CHECK (desk.kinds()[3] == Kind::summary);

    // It takes its chapter in, without which it would have no place.
    desk.toggle (1);
    desk.toggle (2);
    CHECK (desk.kinds() == all);
    CHECK (desk.preview().reading->outline.chapters[0].summary == "Thick\nGrey");
}

TEST_CASE ("With every chapter left out there is nothing to import, and the lines can still be taken in",
           "[session]")
{
    LineDesk desk;
    desk.toggle (1);
    desk.toggle (5);
    REQUIRE_FALSE (desk.preview().reading);
    CHECK (desk.preview().reading.error().message == "All chapters are unticked.");
    CHECK_FALSE (run (*desk.w, "accept-import"));
    REQUIRE (desk.preview().lines.size() == 6);
    CHECK (desk.kinds()[5] == Kind::unticked);

    desk.toggle (5);
    CHECK (desk.preview().reading);
    CHECK (run (*desk.w, "accept-import"));
    CHECK (desk.w->chapters().size() == 1);
}

TEST_CASE ("A warning goes with its line", "[session]")
{
    LineDesk desk;
    CHECK (desk.preview().reading->notices.size() == 1);
    desk.toggle (5);
    CHECK (desk.preview().reading->notices.empty());
}

TEST_CASE ("Pieces go out of summaries, points and the description, and a picture with its line", "[session]")
{
    using Use = LineUse::Kind;
    ImportedText whole { .outline = outlineAt ({ 0, 10 }), .notices = {}, .questions = {} };
    auto& chapter = whole.outline.chapters[1];
    chapter.summary = "Sea\nFog\nFog";
    chapter.points = { "one", "two goes on", "three" };
    chapter.image = LinkedImage { "two.png" };
    whole.outline.episode.show = "The Tide Podcast";
    whole.outline.episode.title = "Tide";
    whole.outline.episode.description = "By us\n\nFor you\nAll";
    whole.lines = { { "The Tide Podcast", Use::episode, 0, "The Tide Podcast" },
                    { "Tide", Use::episode, 0, "Tide" },
                    { "By us", Use::episode, 0, "By us" },
                    { "0:00 A", Use::chapterStart, 1, "" },
                    { "0:10 B: Sea", Use::chapterStart, 2, "" },
                    { "Fog", Use::summary, 2, "Fog" },
                    { "Fog", Use::summary, 2, "Fog" },
                    { "![](two.png)", Use::summary, 2, "" },
                    { "- one", Use::point, 2, "one" },
                    { "- two", Use::point, 2, "two" },
                    { "  goes on", Use::point, 2, "goes on" },
                    { "- three", Use::point, 2, "three" },
                    { "For you", Use::episode, 0, "For you" },
                    { "All", Use::episode, 0, "All" } };
    const auto fates = fatesOf ({}, whole);
    const auto left = [&] (std::initializer_list<std::size_t> out)
    {
        LinesLeftOut leftOut;

        for (const auto line : out)
            leftOut.toggle (line, fates);

        return without (leftOut, whole).outline;
    };

    CHECK (left ({}) == whole.outline);
    CHECK (left ({ 5 }).chapters[1].summary == "Sea\nFog");
    CHECK (left ({ 5, 6 }).chapters[1].summary == "Sea");
    CHECK (left ({ 5 }).chapters[1].image.has_value());
    CHECK_FALSE (left ({ 7 }).chapters[1].image.has_value());
    using Points = std::vector<std::string>;
    CHECK (left ({ 8 }).chapters[1].points == Points { "two goes on", "three" });
    CHECK (left ({ 9 }).chapters[1].points == Points { "one", "goes on", "three" });
    CHECK (left ({ 10, 11 }).chapters[1].points == Points { "one", "two" });
    CHECK (left ({ 3 }).chapters.front() == whole.outline.chapters[1]);
    CHECK (left ({ 0 }).episode.show.empty());
    CHECK (left ({ 0 }).episode.title == "Tide");
    CHECK (left ({ 1 }).episode.show == "The Tide Podcast");
    CHECK (left ({ 1 }).episode.title.empty());
    CHECK (left ({ 2 }).episode.description == "For you\nAll");
    CHECK (left ({ 12 }).episode.description == "By us\n\nAll");
}

TEST_CASE ("Leaving lines out is undone in the panel, before anything of the document is", "[session]")
{
    LineDesk desk;
    CHECK (desk.keyed ("space") == "toggle-line");
    CHECK (desk.keyed ("down") == "row-down");
    CHECK (desk.keyed ("ctrl+z").empty());

    desk.toggle (0);
    desk.toggle (3);
    CHECK (desk.keyed ("ctrl+z") == "undo-line");
    CHECK (run (*desk.w, "undo-line"));
    CHECK (desk.kinds()[0] == Kind::unticked);
    CHECK (desk.kinds()[3] == Kind::summary);
    CHECK (run (*desk.w, "undo-line"));
    CHECK (desk.kinds() == all);
    CHECK (desk.keyed ("ctrl+z") == "undo-line"); // nothing is left, and the document's turn has not come
    CHECK (run (*desk.w, "undo-line"));
    CHECK (desk.kinds() == all);
    CHECK (run (*desk.w, "redo-line"));
    CHECK (desk.kinds()[0] == Kind::unticked);

    // Another change takes the place of what was undone.
    desk.toggle (2);
    CHECK (run (*desk.w, "redo-line"));
    CHECK (desk.kinds()[3] == Kind::summary);

    desk.w->closePanel();
    CHECK (desk.keyed ("space") != "toggle-line");
    CHECK_FALSE (run (*desk.w, "undo-line"));
}

TEST_CASE ("Keys go from line to line and stop at the ends", "[session]")
{
    LineDesk desk;
    CHECK (run (*desk.w, "row-up"));
    CHECK (desk.preview().line == 0);
    CHECK (run (*desk.w, "row-down"));
    CHECK (desk.preview().line == 1);
    desk.w->outlineImport().goToLine (99);
    CHECK (desk.preview().line == 5);
    CHECK (desk.keyed ("home") == "row-first");
    CHECK (run (*desk.w, "row-first"));
    CHECK (desk.preview().line == 0);
    CHECK (desk.keyed ("end") == "row-last");
    CHECK (run (*desk.w, "row-last"));
    CHECK (desk.preview().line == 5);

    desk.w->outlineImport().goToLine (4);
    CHECK (run (*desk.w, "toggle-line"));
    CHECK (desk.w->message().text == "Nothing of this line is imported.");
    CHECK (desk.kinds() == all);
}

TEST_CASE ("Another text begins with all its lines", "[session]")
{
    LineDesk desk;
    desk.toggle (0);
    desk.w->outlineImport().begin ("10 Fog\n", "Clipboard");
    CHECK (desk.kinds() == Kinds { Kind::chapterStart });
    CHECK_FALSE (desk.w->outlineImport().linesLeftOut().canUndo());
}

TEST_CASE ("Documents that are not read by lines have none to choose", "[session]")
{
    World world;
    world.outlines["{\n}"] = outlineAt ({ 0, 10 });
    Workspace w (world.services());
    w.outlineImport().begin ("{\n}", "Clipboard");
    CHECK (w.outlineImport().preview()->lines.size() == 2);
    CHECK_FALSE (w.outlineImport().hasLinesToChoose());
    CHECK_FALSE (run (w, "toggle-line"));

    // The timeline behind them is not what End means.
    const auto before = w.view().playhead;
    CHECK (run (w, "row-last"));
    CHECK (w.outlineImport().preview()->line == 1);
    CHECK (w.view().playhead == before);
    w.closePanel();
    CHECK_FALSE (run (w, "row-last"));
}

} // namespace earmark::tests
