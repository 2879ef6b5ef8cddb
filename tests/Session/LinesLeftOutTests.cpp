// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/LinesLeftOut.h"

#include "Foundation/Text.h"
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/OutlineImport.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** "# Title", "10 A chapter", "> its summary"; a warning for each chapter called "?". */
Result<ImportedText> readLines (const std::string& text)
{
    ImportedText reading { .outline = {}, .notices = {}, .questions = {}, .format = "lines" };
    auto& chapters = reading.outline.chapters;

    for (const auto line : splitLines (text))
    {
        using Use = LineUse::Kind;
        auto use = Use::none;

        if (line.starts_with ("# "))
        {
            reading.outline.episode.title = line.substr (2);
            use = Use::episode;
        }
        else if (line.starts_with ("> ") && ! chapters.empty())
        {
            chapters.back().summary += line.substr (2);
            use = Use::summary;
        }
        else if (const auto blank = line.find (' '); blank != line.npos)
        {
            chapters.push_back ({ .start = at (std::stod (std::string (line.substr (0, blank)))),
                                  .title = std::string (line.substr (blank + 1)) });
            use = Use::chapterStart;

            if (chapters.back().title == "?")
                reading.notices.push_back ({ Notice::Grade::warning,
                                             "The chapter has no title.",
                                             Place::atLine (reading.lines.size() + 1) });
        }

        reading.lines.push_back (
            { std::string (line), use, use == Use::none || use == Use::episode ? 0 : chapters.size() });
    }

    if (chapters.empty())
        return failure (Error::Kind::empty, "There are no chapters in it.");

    return reading;
}

/** A window with six lines to import: a title, a chapter with two lines of summary, an empty line, one more chapter. */
struct LineDesk
{
    World world;
    std::vector<std::string> formatsAsked;
    std::unique_ptr<Workspace> w;

    LineDesk()
    {
        auto services = world.services();
        services.readOutline = [this] (const std::string& bytes, const auto&, const auto&, const auto& format)
        {
            formatsAsked.push_back (format);
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

const Kinds all {
    Kind::episode, Kind::chapterStart, Kind::summary, Kind::summary, Kind::blank, Kind::warning
};

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
    CHECK (desk.formatsAsked == std::vector<std::string> { "", "lines" }); // as the whole was read

    desk.toggle (2);
    CHECK (desk.kinds() == all);
    CHECK (desk.preview().reading->outline.chapters[0].summary == "ThickGrey");
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
    const Kinds without { Kind::episode,  Kind::unticked, Kind::unticked,
                          Kind::unticked, Kind::blank,    Kind::warning };
    desk.toggle (1);
    CHECK (desk.kinds() == without);
    REQUIRE (desk.preview().reading->outline.chapters.size() == 1);
    CHECK (desk.preview().reading->outline.chapters[0].title == "?");

    desk.toggle (3); // whichever of them
    CHECK (desk.kinds() == all);

    // One that was left out by itself stays so.
    desk.toggle (2);
    desk.toggle (1);
    desk.toggle (1);
    CHECK (desk.kinds()[2] == Kind::unticked);
    CHECK (desk.kinds()[3] == Kind::summary);
}

TEST_CASE ("With every chapter left out there is nothing to import, and the lines can still be taken in",
           "[session]")
{
    LineDesk desk;
    desk.toggle (1);
    desk.toggle (5);
    CHECK_FALSE (desk.preview().reading);
    CHECK_FALSE (run (*desk.w, "accept-import"));
    REQUIRE (desk.preview().lines.size() == 6);
    CHECK (desk.kinds()[5] == Kind::unticked);

    desk.toggle (5);
    CHECK (desk.preview().reading);
    CHECK (run (*desk.w, "accept-import"));
    CHECK (desk.w->chapters().size() == 1);
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
}

} // namespace earmark::tests
