// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Documents.h"

#include "Formats/ChapterFormat.h"
#include "Session/FakeServices.h"
#include "Session/ImportPreview.h"
#include "Session/Workspace.h"
#include "Support/Must.h"
#include "Support/Pictures.h"
#include "Support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <memory>
#include <string>

namespace earmark::tests
{

namespace
{

Result<ImportedText> pasted (const std::string& text, const std::string& formatId = {})
{
    Services services;
    documents::provide (services);
    return services.readOutline (text, "Clipboard", {}, formatId);
}

/** As the import panel reads a file of that name. */
ImportedText readBeside (const Services& services, const std::string& text, const std::string& name)
{
    auto imported = must (services.readOutline (text, name, {}, {}));
    services.takePictures (imported.outline, name, imported.notices);
    return imported;
}

/** A window whose import is read by the real readers. */
struct RealImport
{
    World world;
    std::unique_ptr<Workspace> w;

    RealImport (const std::string& text, const std::string& answerOfClock)
    {
        auto services = world.services();
        documents::provide (services);
        w = std::make_unique<Workspace> (services);
        w->outlineImport().begin (text, "Clipboard");
        w->outlineImport().change ([&] (ImportPreview& p) { p.answers["clock"] = answerOfClock; });
    }

    const ImportPreview& preview() const { return *w->outlineImport().preview(); }

    void toggle (std::size_t line)
    {
        w->outlineImport().goToLine (std::ptrdiff_t (line));
        w->outlineImport().toggleLine();
    }
};

} // namespace

TEST_CASE ("Where a line is left out, all that other lines say stays as it was", "[plugin][import]")
{
    const auto [text, clock] = GENERATE (table<std::string, std::string> ({
        { "20:01:15 Fog\n20:15:40 Tides\n20:31:10 Glass\n", "yes" },
        { "09:00 Fog\n10:30 Tides\n12:00 Glass\n", "yes" },
        { "0:00 Fog\n1:00 Tides\n2:00 Glass\n\nAnd the other one:\n\n0:00 A\n3:00 B\n6:00 C\n", "no" },
        { "2.15 Fog\n5.10 Tides\n9.45 Glass\n12.30 Storm\n", "no" },
        { "We talk of many things, and of the sea. It was late.\n\n10:00 Fog\n20:00 Tides\n\nThanks.\n",
          "no" },
        { "The Tide Podcast\nFog\n\n0:00 Fog\nIt is thick.\n- grey\n  and wet\n- cold\n\n1:00 Tides\nHigh.\n"
          "- low\n\nThanks to all.\n",
          "no" },
    }));
    CAPTURE (text);
    RealImport import (text, clock);
    const auto whole = must (Result<ImportedText> (import.preview().reading));

    for (std::size_t i = 0; i < whole.lines.size(); ++i)
    {
        const auto& line = whole.lines[i];

        if (line.kind == LineUse::Kind::none)
            continue;

        CAPTURE (line.text);
        auto chapters = whole.outline.chapters;
        import.toggle (i);
        const auto rest = must (Result<ImportedText> (import.preview().reading));
        REQUIRE (import.w->proposal());
        CHECK (rest.questions == whole.questions);
        CHECK (rest.format == whole.format);

        if (line.kind == LineUse::Kind::chapterStart)
            chapters.erase (chapters.begin() + std::ptrdiff_t (line.chapter) - 1);
        else
            CHECK (rest.outline != whole.outline);

        REQUIRE (rest.outline.chapters.size() == chapters.size());
        REQUIRE (import.w->proposal()->after.outline.chapters.size() == chapters.size());

        for (std::size_t k = 0; k < chapters.size(); ++k)
        {
            const auto& now = rest.outline.chapters[k];
            CHECK (now.start == chapters[k].start);
            CHECK (now.title == chapters[k].title);
            CHECK (import.w->proposal()->after.outline.chapters[k].start == chapters[k].start);

            if (line.kind == LineUse::Kind::chapterStart || k + 1 != line.chapter)
                CHECK (now == chapters[k]);
        }

        import.toggle (i);
        CHECK (import.preview().reading->outline == whole.outline);
    }
}

TEST_CASE ("A short list without times is offered as titles that wait for their places", "[plugin][import]")
{
    const auto titles = must (pasted ("- Opening\n- Tides\n- Storm glass\n"));
    CHECK (titles.format == "titles");
    CHECK (titles.isUntimed);
    REQUIRE (titles.outline.chapters.size() == 3);
    CHECK (titles.outline.chapters[2].title == "Storm glass");
    CHECK (std::ranges::all_of (titles.outline.chapters,
                                [] (const Chapter& c) { return c.start == Position(); }));
    CHECK (
        std::ranges::contains (titles.formatChoices, "outline", &std::pair<std::string, std::string>::first));
}

TEST_CASE ("What is no list of titles is refused, and what has times keeps them", "[plugin][import]")
{
    CHECK_FALSE (pasted ("Just a line"));
    CHECK_FALSE (pasted ("One.\n" + std::string (400, 'a') + '\n'));
    CHECK_FALSE (pasted (""));
    CHECK_FALSE (pasted ("Opening\nTides\n", "audacity"));

    const auto timed = must (pasted ("0:00 Opening\n1:30 Tides\n"));
    CHECK_FALSE (timed.isUntimed);
    CHECK (timed.outline.chapters[1].start == Position (Duration::fromMilliseconds (90'000)));
}

TEST_CASE ("No line that was read is called unused, whatever the format", "[plugin][import]")
{
    for (const auto* text :
         { "2m 15s First topic\n5m 10s Second topic\n9m 45s Third topic\n",
           "2.15 First topic\n5.10 Second topic\n9.45 Third topic\n12.30 Fourth\n",
           "0.000000\t0.000000\tOpening\n60.5\t60.5\tSecond\n120.25\t120.25\tThird\n180\t180\tFourth\n",
           "{\"version\":\"1.2.0\",\"chapters\":[\n{\"startTime\":0,\"title\":\"Opening\"},\n"
           "{\"startTime\":60.5,\"title\":\"Second\"},\n{\"startTime\":125,\"title\":\"Third\"}\n]}\n",
           "#,Name,Start,End,Length\nM1,Opening,0:00.000,,\nM2,Second,1:00.500,,\nM3,Third,2:05.000,,\n" })
    {
        CAPTURE (text);
        const auto reading = must (pasted (text));
        CHECK (reading.outline.chapters.size() >= 3);
        CHECK_FALSE (
            std::ranges::contains (fatesOf (text, reading), LineFate::Kind::unused, &LineFate::kind));
    }
}

TEST_CASE ("Pictures beside a table and a project come in with it, and nothing from elsewhere does",
           "[plugin][import]")
{
    need ("magick");
    const TemporaryFolder folder;
    const auto png = flatPicture (".png", "64x64", "#204080");
    std::filesystem::create_directories (folder / "book");
    writeBytes (folder / "book/one.png", png);
    writeBytes (folder / "secret.png", png);
    const std::string table = "Start,Title,Picture\n0:00,One,one.png\n1:00,Two,../secret.png\n"
                              "2:00,Three,https://example.com/3.jpg\n3:00,Four,missing.png\n";
    const auto project = folder.file ("book/book.earmark", R"({"earmark": 1, "chapters": [
        {"start_ms": 0, "title": "One", "image": "one.png"},
        {"start_ms": 60000, "title": "Two", "image": "../secret.png"},
        {"start_ms": 120000, "title": "Three", "image": "https://example.com/3.jpg"},
        {"start_ms": 180000, "title": "Four", "image": "missing.png"}]})");
    Services services;
    documents::provide (services);
    const auto check = [&] (const Outline& outline, const Notices& notices)
    {
        REQUIRE (outline.chapters.size() == 4);
        CHECK (outline.chapters[0].image
               == Image (EmbeddedImage { "image/png", std::make_shared<const std::string> (png) }));

        for (std::size_t i = 1; i < 4; ++i)
            CHECK (std::holds_alternative<LinkedImage> (*outline.chapters[i].image));

        for (const auto* name :
             { "'../secret.png' stays a mere address", "'missing.png' stays a mere address" })
            CHECK (
                std::ranges::any_of (notices, [&] (const Notice& n) { return n.message.contains (name); }));
    };

    const auto imported = readBeside (services, table, (folder / "book/pic.csv").string());
    check (imported.outline, imported.notices);
    const auto opened = must (services.readProject (project.string()));
    check (opened.project.outline, opened.notices);

    // What is pasted lies nowhere.
    for (const auto& c : readBeside (services, table, "Clipboard").outline.chapters)
        CHECK (std::holds_alternative<LinkedImage> (*c.image));
}

TEST_CASE ("Pictures that a project could not hold are taken smaller", "[plugin][import]")
{
    need ("magick");
    const TemporaryFolder folder;
    const auto noise = pictureMadeBy (".png", { "-size", "2000x1500", "xc:gray", "+noise", "Random" });
    writeBytes (folder / "noise.png", noise);
    std::string table = "Start,Title,Picture\n";

    for (std::size_t i = 0; i * noise.size() <= maxDocumentBytes / 4; ++i)
        table += std::to_string (i) + ":00,Part,noise.png\n";

    Services services;
    documents::provide (services);
    const auto imported = readBeside (services, table, (folder / "pic.csv").string());
    CHECK (std::ranges::any_of (imported.notices,
                                [] (const Notice& n) { return n.message.contains ("1400 pixels"); }));
    const auto& first = std::get<EmbeddedImage> (*imported.outline.chapters.front().image);
    CHECK (seen (*first.bytes).kind == "JPEG");
    CHECK (seen (*first.bytes).width == 1400);
    CHECK (imported.outline.chapters.back().image == imported.outline.chapters.front().image);
}

} // namespace earmark::tests
