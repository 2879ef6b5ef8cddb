// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** A window in a host that renders. */
struct Rendering
{
    World world;
    HostLink link { .host = "Tester", .lacks = {} };
    std::vector<std::string> files;
    std::string folder;
    std::function<void (const std::string&)> complete;
    std::unique_ptr<Workspace> w;

    Rendering()
    {
        auto services = world.services();
        services.host = [] { return HostTransport(); };
        services.hostLink = [this] { return &link; };
        services.awaitRenders = [this] (const auto& f, const auto& where, auto done)
        {
            files = f;
            folder = where;
            complete = done;
        };
        w = std::make_unique<Workspace> (services);
        world.outlines["outline"] = outlineAt ({ 0, 10 });
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
    }
};

} // namespace

TEST_CASE ("What a host has rendered is offered once it is complete", "[session][host]")
{
    Rendering in;
    in.link.renderedFiles = [] { return std::vector<std::string> { "/r/a.mp3", "/r/b.wav" }; };
    in.world.previews["/r/a.mp3"] = in.world.previews["/r/b.wav"] = { .container = "MP3" };
    in.w->hostRenders().ended();
    CHECK (in.files == std::vector<std::string> { "/r/a.mp3", "/r/b.wav" });
    CHECK (in.w->prompt() == nullptr); // they are not complete

    in.complete ("/r/a.mp3");
    REQUIRE (in.w->prompt() != nullptr);
    CHECK (in.w->prompt()->text == "The host has rendered \u201ca.mp3\u201d.");
    CHECK (in.w->prompt()->choices[0].label == "Write 2 chapters into it\u2026");
    in.complete ("/r/a.mp3"); // said twice
    in.complete ("/r/b.wav");
    CHECK (in.w->prompt()->text == "The host has rendered 2 files.");

    CHECK (run (*in.w, "answer-first"));
    CHECK (in.w->prompt() == nullptr);
    CHECK (in.w->view().panel == Panel::write);
    REQUIRE (in.w->writing().panel());
    CHECK (in.w->writing().panel()->targets.size() == 2);
    CHECK (in.world.writes.empty()); // shown first
    CHECK (run (*in.w, "write-now"));
    CHECK (in.world.writes == std::vector<std::string> { "/r/a.mp3", "/r/b.wav" });
}

TEST_CASE ("A render that is done anew gets its chapters anew", "[session][host]")
{
    Rendering in;
    in.link.renderedFiles = [] { return std::vector<std::string> { "/r/a.mp3" }; };
    in.world.previews["/r/a.mp3"] = { .container = "MP3" };

    for (std::size_t round = 1; round <= 2; ++round)
    {
        in.world.previews["/r/a.mp3"].changesNothing = false; // it has no chapters
        in.w->hostRenders().ended();
        in.complete ("/r/a.mp3");
        in.w->answerPrompt (0);
        REQUIRE (in.w->writing().panel()->targets.size() == 1);
        CHECK (in.w->writing().panel()->targets[0].state == WriteTarget::State::ready);
        CHECK (run (*in.w, "write-now"));
        CHECK (in.world.writes.size() == round);
    }
}

TEST_CASE ("A render that begins where the episode does not is not written into as it is", "[session][host]")
{
    Rendering in;
    in.link.renderedFiles = [] { return std::vector<std::string> { "/r/a.mp3" }; };
    in.world.previews["/r/a.mp3"] = { .container = "MP3" };
    const auto rendered = [&] (double began)
    {
        in.w->hostRenders().ended (at (began));
        in.complete ("/r/a.mp3");
        REQUIRE (in.w->prompt() != nullptr);
        return in.w->prompt()->choices.size();
    };
    CHECK (rendered (-0.04) == 2);
    run (*in.w, "escape");
    REQUIRE (rendered (4) == 3);
    CHECK (in.w->prompt()->text
           == "The host has rendered \u201ca.mp3\u201d from 00:00:04.000 of its timeline on, and the episode "
              "starts at 00:00:00.000.");

    SECTION ("the chapters stay where they are on the timeline")
    {
        CHECK (run (*in.w, "answer-first"));
        CHECK (in.w->chapters()[1].start == at (6));
    }

    SECTION ("or keep their times")
    {
        CHECK (run (*in.w, "answer-second"));
        CHECK (in.w->chapters()[1].start == at (10));
    }

    CHECK (in.w->document().episodeStart == at (4));
    CHECK (in.w->view().panel == Panel::write);
    REQUIRE (in.w->writing().panel());
    CHECK (in.w->writing().panel()->targets.size() == 1);
    run (*in.w, "escape");
    CHECK (rendered (4) == 2);
}

TEST_CASE ("Not now is not for the next render", "[session][host]")
{
    Rendering in;
    in.link.renderedFiles = [] { return std::vector<std::string> { "/r/a.mp3" }; };

    for (int round = 0; round < 2; ++round)
    {
        in.w->hostRenders().ended();
        in.complete ("/r/a.mp3");
        REQUIRE (in.w->prompt() != nullptr);
        run (*in.w, "escape");
        CHECK (in.w->prompt() == nullptr);
        CHECK (in.w->view().panel == Panel::inspector);
    }
}

TEST_CASE ("Of hosts that do not tell, a folder is watched that the user has named", "[session][host]")
{
    Rendering in;
    in.w->hostRenders().ended();
    CHECK_FALSE (in.complete);
    CHECK (in.w->message().text.starts_with ("The host has rendered. Write (W)"));

    in.world.chosenFile = "/renders";
    CHECK (run (*in.w, "render-folder"));
    CHECK (in.world.choices == std::vector { FileKind::folder });
    CHECK (in.world.settings["render-folder"] == "/renders");
    in.w->hostRenders().ended();
    CHECK (in.files.empty());
    CHECK (in.folder == "/renders");

    // It can be given up again.
    CHECK (run (*in.w, "render-folder"));
    REQUIRE (in.w->prompt() != nullptr);
    CHECK (run (*in.w, "answer-second"));
    CHECK (in.w->view().preferences.renderFolder.empty());
    CHECK (in.world.settings["render-folder"].empty());
}

TEST_CASE ("Without chapters a render is nobody's business", "[session][host]")
{
    Rendering in;
    run (*in.w, "select-all");
    run (*in.w, "remove");
    const auto before = in.w->message();
    in.w->hostRenders().ended();
    CHECK_FALSE (in.complete);
    CHECK (in.w->message() == before);
}

} // namespace earmark::tests
