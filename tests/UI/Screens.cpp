// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Screens.h"

#include "Session/Commands.h"

#include <array>

namespace earmark::tests
{

namespace
{

void chapter (Stage& stage)
{
    run (*stage.workspace, "next");
}

void empty (Stage& stage)
{
    run (*stage.workspace, "new");
    run (*stage.workspace, "answer-second");
}

void episode (Stage& stage)
{
    auto e = stage.workspace->document().outline.episode;
    e.show = "Harbour Lights";
    e.title = "The tide tables";
    e.number = "41";
    stage.workspace->perform (SetEpisode { e });
    run (*stage.workspace, "escape"); // no chapter is selected any more
}

void crop (Stage& stage)
{
    copyPicture (stage);
    run (*stage.workspace, "next");

    // In a narrow window the inspector takes the table's place.
    if (stage.called ("Picture") == nullptr)
        run (*stage.workspace, "inspector");

    stage.click ("Paste a picture");
    stage.click ("Crop the picture");
}

void review (Stage& stage)
{
    for (const auto* id : { "next", "next", "review", "review-accept" })
        run (*stage.workspace, id);
}

void importing (Stage& stage)
{
    auto& world = stage.world;
    const std::string pasted = "Harbour Lights 41 \u2013 The tide tables\n\n"
                               "0:00 Welcome to the harbour\n"
                               "1:17 Tide tables\n"
                               "- High water at 6:12\n"
                               "2:45 The storm glass, which may be nonsense\n"
                               "4:57 Letters\n"
                               "about three minutes of letters\n"
                               "5:30 Night watch\n"
                               "8:04 Songs for hauling\n"
                               "Recorded in June\n";
    auto outline = outlineAt ({ 0, 77, 165, 297, 330, 484 });
    const char* titles[] { "Welcome to the harbour",
                           "Tide tables",
                           "The storm glass, which may be nonsense",
                           "Letters",
                           "Night watch",
                           "Songs for hauling" };

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
        outline.chapters[i].title = titles[i];

    outline.chapters[1].points = { "High water at 6:12" };
    outline.episode.title = "Harbour Lights 41 \u2013 The tide tables";
    world.outlines[pasted] = outline;
    world.questions = { { "show",
                          "Does the first line begin with the show's name? Then what is it?",
                          "",
                          { "Harbour Lights" } },
                        { "encoding",
                          "In which encoding was the text written?",
                          "WINDOWS-1252",
                          { "WINDOWS-1252", "ISO-8859-2", "MACINTOSH" } } };
    world.formatChoices = { { "outline", "Outline text" }, { "timestamps", "List of timestamps" } };
    world.notices = {
        { Notice::Grade::warning, "This may be a summary, or a chapter without a time.", { .line = 8 } },
        { Notice::Grade::ignored, "It is no chapter.", { .line = 11 } }
    };
    stage.workspace->beginImport (pasted, "Clipboard");
}

void merging (Stage& stage)
{
    importing (stage);
    stage.workspace->changeImport ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
}

void shift (Stage& stage)
{
    run (*stage.workspace, "next");
    stage.workspace->shiftForm.by = "1.250";
    run (*stage.workspace, "shift");
}

void stretch (Stage& stage)
{
    auto& w = *stage.workspace;
    w.pinForm[w.chapters()[1].id] = "1:18.000";
    w.pinForm[w.chapters()[5].id] = "8:12.500";
    run (w, "next");
    run (w, "next");
    run (w, "stretch");
}

void insertTime (Stage& stage)
{
    stage.workspace->look ([] (ViewState& v) { v.range = TimeRange { at (100), at (130) }; });
    run (*stage.workspace, "insert-time");
}

void snapAll (Stage& stage)
{
    run (*stage.workspace, "snap-all");
}

void history (Stage& stage)
{
    auto& w = *stage.workspace;

    for (const auto* id : { "next", "later-100", "snap", "lock", "next", "merge", "remove", "undo" })
        run (w, id);

    run (w, "history");
}

void contactSheet (Stage& stage)
{
    run (*stage.workspace, "contact-sheet");
}

void shortcuts (Stage& stage)
{
    run (*stage.workspace, "shortcuts");
}

void preferences (Stage& stage)
{
    run (*stage.workspace, "preferences");
}

void question (Stage& stage)
{
    run (*stage.workspace, "preferences");
    run (*stage.workspace, "new");
}

void write (Stage& stage)
{
    run (*stage.workspace, "write");
    run (*stage.workspace, "write-now");
    stage.workspace->addWriteTarget ("/harbour-lights.mp3");
    stage.workspace->addWriteTarget ("/notes.txt");
}

void about (Stage& stage)
{
    run (*stage.workspace, "about");
}

constexpr std::array<Screen, 19> table { { { "chapter", chapter },
                                           { "empty", empty },
                                           { "episode", episode },
                                           { "crop", crop },
                                           { "review", review },
                                           { "import", importing },
                                           { "merge", merging },
                                           { "shift", shift },
                                           { "stretch", stretch },
                                           { "insert-time", insertTime },
                                           { "snap-all", snapAll },
                                           { "history", history },
                                           { "contact-sheet", contactSheet },
                                           { "shortcuts", shortcuts },
                                           { "preferences", preferences },
                                           { "question", question },
                                           { "write", write },
                                           { "about", about },
                                           { "edit-title", [] (Stage& s) { s.press ("F3"); } } } };

} // namespace

void copyPicture (Stage& stage)
{
    const juce::Image photo (juce::Image::RGB, 320, 200, true, juce::SoftwareImageType());

    {
        juce::Graphics g (photo);
        g.setGradientFill (
            juce::ColourGradient::vertical (juce::Colours::steelblue, 0, juce::Colours::orange, 200));
        g.fillAll();
        g.setColour (juce::Colours::white);
        g.fillEllipse (200, 40, 60, 60);
    }

    juce::MemoryOutputStream png;
    juce::PNGImageFormat().writeImageToStream (photo, png);
    stage.world.picture = std::string (static_cast<const char*> (png.getData()), png.getDataSize());
    stage.world.files["/cover.png"] = "bytes";
    stage.world.clipboard = "file:///cover.png";
}

std::span<const Screen> screens()
{
    return table;
}

} // namespace earmark::tests
