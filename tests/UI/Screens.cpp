// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Screens.h"

#include "Foundation/Text.h"
#include "Session/Commands.h"

#include <array>

namespace earmark::tests
{

namespace
{

void runAll (Stage& stage, std::initializer_list<std::string_view> commands)
{
    for (const auto id : commands)
        run (*stage.workspace, id);
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
    using Use = LineUse::Kind;
    const std::pair<Use, std::size_t> uses[] { { Use::episode, 0 },      { Use::none, 0 },
                                               { Use::chapterStart, 1 }, { Use::chapterStart, 2 },
                                               { Use::point, 2 },        { Use::chapterStart, 3 },
                                               { Use::chapterStart, 4 }, { Use::summary, 4 },
                                               { Use::chapterStart, 5 }, { Use::chapterStart, 6 },
                                               { Use::none, 0 } };

    for (const auto line : splitLines (pasted))
        if (const auto i = world.lines.size(); i < std::size (uses))
            world.lines.push_back ({ std::string (line), uses[i].first, uses[i].second });

    world.questions = { { "show",
                          "Does the first line begin with the show's name? Then what is it?",
                          "",
                          { "Harbour Lights" } },
                        { "encoding",
                          "In which encoding was the text written?",
                          "WINDOWS-1252",
                          { "WINDOWS-1252", "ISO-8859-2", "MACINTOSH" } } };
    world.formatChoices = { { "outline", "Pasted outline" }, { "timestamps", "Timestamp list" } };
    world.notices = {
        { Notice::Grade::warning, "This may be a summary, or a chapter without a time.", { .line = 8 } },
        { Notice::Grade::ignored, "It is no chapter.", { .line = 11 } }
    };
    stage.workspace->outlineImport().begin (pasted, "Clipboard");
}

void merging (Stage& stage)
{
    importing (stage);
    stage.workspace->outlineImport().change ([] (ImportPreview& p) { p.mode = ImportMode::keepMyTimes; });
}

void shift (Stage& stage)
{
    run (*stage.workspace, "next");
    stage.workspace->shiftForm.by = "1.250";
    run (*stage.workspace, "shift");
}

/** Three are selected, and the form is about them. */
void several (Stage& stage)
{
    runAll (stage, { "next", "next", "extend-down", "extend-down" });
    stage.workspace->shiftForm.by = "-0.400";
    run (*stage.workspace, "shift");
}

void findCut (Stage& stage)
{
    const auto list = "1:40 - 1:50 the phone rang\n6:40 - 7:01 said twice";
    stage.world.cutLists[list] = { { at (100), at (110) }, { at (400), at (421) } };
    run (*stage.workspace, "find-cut");
    stage.workspace->listCuts (list);
}

void stretch (Stage& stage)
{
    auto& w = *stage.workspace;
    w.pinForm[w.chapters()[1].id] = "1:18.000";
    w.pinForm[w.chapters()[5].id] = "8:12.500";
    runAll (stage, { "next", "next", "stretch" });
}

void insertTime (Stage& stage)
{
    stage.workspace->look ([] (ViewState& v) { v.range = TimeRange { at (100), at (130) }; });
    run (*stage.workspace, "insert-time");
}

void write (Stage& stage)
{
    runAll (stage, { "write", "write-now" });
    stage.workspace->writing().add ("/harbour-lights.mp3");
    stage.workspace->writing().add ("/notes.txt");
}

/** The audio of the one is of another cut; the other cannot be written at all. */
void otherCut (Stage& stage)
{
    stage.world.refusals["/harbour-lights.m4a"] = { Error::Kind::mismatch,
                                                    "The chapter 'Songs for hauling, and goodnight' begins "
                                                    "at 8:04, but the audio ends at 7:43, at least 21 s "
                                                    "too early: the outline belongs to another cut. Remove "
                                                    "the chapter, find the cut, or shift or stretch all "
                                                    "of them.",
                                                    {} };
    run (*stage.workspace, "write");
    stage.workspace->writing().add ("/notes.txt");
}

/** More chapters than there is room for their titles, or for all their numbers. */
void crowded (Stage& stage)
{
    std::vector<Edit> more;

    for (int i = 0; i < 114; ++i)
        more.push_back (AddChapter { Chapter { .start = at (2.5 + 5 * i), .title = "Letter" } });

    stage.workspace->performAll (more, "More");
    runAll (stage, { "show-all", "to-end", "page-up", "page-up" });
}

void destinations (Stage& stage)
{
    stage.world.chosenFile = "/show";
    runAll (stage, { "export", "row-down", "publish" });
}

void watch (Stage& stage)
{
    stage.world.chosenFile = "/show/renders";
    runAll (stage, { "watch", "watch-switch" });
    using Kind = WatchNews::Kind;
    stage.world.reportWatched ({ Kind::tagged, "14:03", "episode-41.mp3", 6, {} });
    stage.world.reportWatched ({ Kind::already, "14:05", "episode-41.m4a", 6, {} });
    stage.world.reportWatched (
        { Kind::failed,
          "14:09",
          "teaser.wav",
          0,
          "Writing failed; the disk may be full. What was there before is unchanged." });
}

void hostFiles (Stage& stage)
{
    stage.hostName = "Steinberg Cubase 14";
    run (*stage.workspace, "host-panel");
}

/** Two of the chapters are there as markers, and one marker that is no chapter. */
HostLink reaper()
{
    HostLink link { .host = "REAPER", .lacks = {}, .hasRegions = true };
    link.markers = []() -> Result<std::vector<HostMarker>>
    {
        return std::vector<HostMarker> {
            { .id = "a", .number = 1, .start = at (0), .end = {}, .name = "Welcome to the harbour" },
            { .id = "b", .number = 2, .start = at (77), .end = {}, .name = "Tide tables" },
            { .id = "c", .number = 3, .start = at (200), .end = {}, .name = "New in REAPER" },
        };
    };
    link.carryOut = [] (const MarkerPlan&, const auto&) {};
    link.renderedFiles = [] { return std::vector<std::string> { "/show/renders/harbour-lights-41.wav" }; };
    return link;
}

void hostLink (Stage& stage)
{
    stage.hostName = "REAPER";
    stage.hostLink = reaper();
    run (*stage.workspace, "host-panel");
}

void hostPull (Stage& stage)
{
    hostLink (stage);
    run (*stage.workspace, "host-pull");
}

void hostLacks (Stage& stage)
{
    stage.hostLink = HostLink { .host = "REAPER",
                                .lacks = { "This REAPER does not show its markers to plug-ins.",
                                           "This REAPER does not let plug-ins play it." } };
    run (*stage.workspace, "host-panel");
}

void rendered (Stage& stage)
{
    stage.hostLink = reaper();
    stage.workspace->hostRenders().ended();
}

/** Hebrew, Arabic, and a line with words of both directions. */
void rightToLeft (Stage& stage)
{
    auto& w = *stage.workspace;
    const char* titles[] { "ברוכים הבאים לנמל: בשביל מה מגדלור",
                           "جداول المد والجزر: كيف تتغلب صفحة من الأرقام على التوقعات",
                           "ערוץ 16 (VHF) ושידור ה־SOS הראשון" };

    for (std::size_t i = 0; i < std::size (titles); ++i)
        w.perform (SetField { w.chapters()[i].id, SetField::Title { titles[i] } });

    runAll (stage, { "next", "next" });
}

constexpr std::array table {
    Screen { "chapter", [] (Stage& s) { runAll (s, { "next" }); } },
    Screen { "empty", [] (Stage& s) { runAll (s, { "new", "answer-second" }); } },
    Screen { "episode", episode },
    Screen { "crop", crop },
    Screen { "review", [] (Stage& s) { runAll (s, { "next", "next", "review", "review-accept" }); } },
    Screen { "import", importing },
    Screen { "merge", merging },
    Screen { "shift", shift },
    Screen { "several", several },
    Screen { "find-cut", findCut },
    Screen { "stretch", stretch },
    Screen { "insert-time", insertTime },
    Screen { "snap-all", [] (Stage& s) { runAll (s, { "snap-all" }); } },
    Screen {
        "history",
        [] (Stage& s)
        {
            runAll (s, { "next", "later-100", "snap", "lock", "next", "merge", "remove", "undo", "history" });
        } },
    Screen { "contact-sheet", [] (Stage& s) { runAll (s, { "contact-sheet" }); } },
    Screen { "shortcuts", [] (Stage& s) { runAll (s, { "shortcuts" }); } },
    Screen { "preferences", [] (Stage& s) { runAll (s, { "preferences" }); } },
    Screen { "question", [] (Stage& s) { runAll (s, { "preferences", "new" }); } },
    Screen { "write", write },
    Screen { "write-cut", otherCut },
    Screen { "crowded", crowded },
    Screen { "write-plan", [] (Stage& s) { runAll (s, { "write" }); } },
    Screen { "players", [] (Stage& s) { runAll (s, { "players", "row-down" }); } },
    Screen { "documents", [] (Stage& s) { runAll (s, { "export" }); } },
    Screen { "destinations", destinations },
    Screen { "watch", watch },
    Screen { "watch-off", [] (Stage& s) { runAll (s, { "watch" }); } },
    Screen { "host-files", hostFiles },
    Screen { "host-link", hostLink, true },
    Screen { "host-pull", hostPull, true },
    Screen { "host-lacks", hostLacks, true },
    Screen { "rendered", rendered, true },
    Screen { "right-to-left", rightToLeft },
    Screen { "about", [] (Stage& s) { runAll (s, { "about" }); } },
    Screen { "edit-title", [] (Stage& s) { s.press ("F3"); } },
};

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
