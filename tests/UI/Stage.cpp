// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/Stage.h"

#include "Support/Places.h"
#include "Support/Random.h"
#include "UI/Look.h"

#include <cmath>

namespace earmark::tests
{

PeakMap spokenPeaks (double seconds, int sampleRate)
{
    PeakMap map { .sampleRate = sampleRate,
                  .length = std::int64_t (seconds * sampleRate),
                  .complete = true,
                  .chunks = {} };
    Random random (11);
    const auto peaks = map.length / PeakMap::samplesPerPeak;

    for (std::int64_t first = 0; first < peaks; first += PeakMap::peaksPerChunk)
    {
        std::vector<Peak> finest;

        for (auto i = first; i < std::min (first + PeakMap::peaksPerChunk, peaks); ++i)
        {
            const auto t = double (i * PeakMap::samplesPerPeak) / sampleRate;
            const auto phrase = std::fmod (t, 11.0) < 9.8 ? 1.0 : 0.0;
            const auto syllable = 0.35 + 0.65 * std::abs (std::sin (t * 9));
            const auto high =
                24000 * phrase * syllable * (0.6 + 0.4 * double (random.between (0, 100)) / 100);
            finest.push_back (
                { std::int16_t (-high * 0.9), std::int16_t (high), std::uint16_t (high * 0.35) });
        }

        map.chunks.push_back (makeChunk (std::move (finest)));
    }

    return map;
}

namespace
{

constexpr LintRule notSquare {
    "picture-not-square", LintRule::Grade::warning, "Apple Podcasts", "the picture is distorted",
    "cut it square",      LintRule::Repair::byHand, "a page"
};
constexpr LintRule noContents { "id3-no-contents",
                                LintRule::Grade::error,
                                "Apple Podcasts, Pocket Casts on iOS",
                                "no list of chapters",
                                "write a table of contents",
                                LintRule::Repair::byWriting,
                                "a page" };
constexpr LintRule hidden { "hidden-chapter",
                            LintRule::Grade::advice,
                            "AntennaPod, FFmpeg",
                            "the chapter is listed all the same",
                            "leave it out, where it must not be seen",
                            LintRule::Repair::byHand,
                            "a page" };

PlayerList shown (const char* name, const Outline& outline, std::size_t count, const char* remark = "")
{
    PlayerList list {
        .name = name, .basis = "by its source", .from = "ChapterReader.java", .remark = remark, .rows = {}
    };

    if (count == 0)
        list.kind = PlayerList::Kind::ignored;

    for (std::size_t i = 0; i < count; ++i)
        list.rows.push_back ({ .start = outline.chapters[i].start,
                               .title = outline.chapters[i].title,
                               .hasLink = outline.chapters[i].link.has_value(),
                               .hasPicture = i % 2 == 0,
                               .isListed = outline.chapters[i].inContents });

    return list;
}

} // namespace

Stage::Stage (int width, int height, bool isHosted)
{
    auto outline = outlineAt ({ 0, 77, 165, 297, 330, 484 });
    const char* titles[] { "Welcome to the harbour: what a light is for",
                           "Tide tables: how a page of numbers beats a forecast",
                           "The storm glass: a barometer that may be nonsense",
                           "Listener mail",
                           "Night watch: the last keeper of Gull Point remembers",
                           "Songs for hauling, and goodnight" };

    for (std::size_t i = 0; i < outline.chapters.size(); ++i)
    {
        auto& chapter = outline.chapters[i];
        chapter.title = titles[i];
        world.candidates[chapter.start] = {
            { Candidate::Kind::speechOnset, chapter.start + lasting (0.1 * double (i)), 0.8 },
            { Candidate::Kind::pauseStart, chapter.start - lasting (1.2), 0.4 }
        };
    }

    outline.chapters[1].summary = "Ruben reads the morning's table aloud.";
    outline.chapters[1].points = { "High water at 6:12", "Low water at 12:25" };
    outline.chapters[3].kind = Chapter::Kind::adBreak;
    outline.chapters[3].inContents = false;
    outline.chapters[4].locked = true;
    outline.chapters[5].link = Link { "https://example.org/songs", "The songs" };
    world.outlines["outline"] = outline;
    world.output = "ALSA: Loudspeakers";
    world.peaks = spokenPeaks (600, 8000);

    for (int i = 0; i < 54; ++i)
        world.pauses.push_back ({ at (11 * i + 9.8), at (11 * i + 11) });

    world.previews["/harbour-lights.m4a"] = {
        .container = "MP4 (M4A, M4B)",
        .chapters = 0,
        .changes = { "the title is set to 'Harbour Lights'" },
        .notices = { { Notice::Grade::warning,
                       "2 titles are longer than the 127 bytes of Nero's list and are cut there; the "
                       "QuickTime list has them whole.",
                       {} } },
        .findings = { { &notSquare, "The picture of 'Listener mail' has 1400 \u00d7 900 pixels." },
                      { &hidden, "'Listener mail' is hidden." } },
        .repaired = { { &noContents,
                        "The tag has chapters, but no table of contents (CTOC) that lists them." } },
        .plan = {}
    };
    world.proof.first = outline.chapters.front().title;
    world.proof.last = outline.chapters.back().title;
    world.proof.findings = world.previews["/harbour-lights.m4a"].findings;
    world.playerLists = std::vector { shown ("AntennaPod", outline, 6),
                                      shown ("Pocket Casts on iOS", outline, 5),
                                      shown ("VLC 3", outline, 0, "It shows no chapters of MP3s."),
                                      shown ("Apple Podcasts", outline, 6) };
    world.losses["youtube"] = {
        { Notice::Grade::warning, "'Listener mail' is only 8 s long; YouTube wants 10 s.", {} },
        { Notice::Grade::ignored, "YouTube cannot hold summaries; 6 chapters lose them.", {} }
    };
    world.losses["midi"] = {
        { Notice::Grade::ignored, "MIDI markers cannot hold links; 1 chapter loses them.", {} }
    };
    world.previews["/harbour-lights.mp3"] = { .container = "MP3",
                                              .chapters = 0,
                                              .changes = {},
                                              .notices = {},
                                              .changesNothing = true,
                                              .canRestore = true,
                                              .plan = {} };
    auto services = world.services();
    services.hostLink = [this] { return hostLink ? &*hostLink : nullptr; };
    services.hostName = [this] { return hostName; };
    services.awaitRenders = [] (const std::vector<std::string>& files, const std::string&, auto isComplete)
    { std::ranges::for_each (files, isComplete); };

    if (isHosted)
        services.host = [] { return HostTransport(); };

    workspace = std::make_unique<Workspace> (services);
    view = std::make_unique<ui::MainView> (*workspace);
    view->setSize (width, height);
    workspace->openFile ("/harbour-lights.m4a");
    workspace->outlineImport().begin ("outline", "Clipboard");
    workspace->outlineImport().accept();
}

bool Stage::press (const char* key)
{
    return view->keyPressed (juce::KeyPress::createFromDescription (key));
}

juce::Component* Stage::called (std::string_view english, juce::Component* in)
{
    for (auto* child : (in != nullptr ? in : view.get())->getChildren())
    {
        if (! child->isVisible())
            continue;

        if (child->getTitle() == ui::tr (english))
            return child;

        if (auto* found = called (english, child))
            return found;
    }

    return nullptr;
}

void Stage::click (std::string_view english)
{
    dynamic_cast<juce::Button&> (*called (english)).onClick();
}

void Stage::speak (LanguageChoice language)
{
    workspace->look ([&] (ViewState& v) { v.preferences.language = language; });
    view->handleUpdateNowIfNeeded();
}

juce::Image Stage::picture (float scale)
{
    return view->createComponentSnapshot (view->getLocalBounds(), true, scale, juce::SoftwareImageType());
}

//======================================================================================================
namespace
{

juce::MouseEvent mouseEvent (
    juce::Component& c, juce::Point<float> at, juce::Point<float> from, juce::ModifierKeys mods, int clicks)
{
    const auto now = juce::Time::getCurrentTime();
    return { juce::Desktop::getInstance().getMainMouseSource(),
             at,
             mods,
             0,
             0,
             0,
             0,
             0,
             &c,
             &c,
             now,
             from,
             now,
             clicks,
             at != from };
}

} // namespace

void dragMouse (juce::Component& c, juce::Point<float> from, juce::Point<float> to, juce::ModifierKeys mods)
{
    const auto pressed = mods.withFlags (juce::ModifierKeys::leftButtonModifier);
    c.mouseDown (mouseEvent (c, from, from, pressed, 1));

    if (from != to)
    {
        c.mouseDrag (mouseEvent (c, from + (to - from) * 0.5f, from, pressed, 1));
        c.mouseDrag (mouseEvent (c, to, from, pressed, 1));
    }

    c.mouseUp (mouseEvent (c, to, from, pressed, 1));
}

void doubleClick (juce::Component& c, juce::Point<float> at)
{
    c.mouseDoubleClick (
        mouseEvent (c, at, at, juce::ModifierKeys (juce::ModifierKeys::leftButtonModifier), 2));
}

//======================================================================================================
namespace
{

/** The share of pixels of which a channel differs by more than an edge that falls on another pixel would. */
double shareThatDiffers (const juce::Image& a, const juce::Image& b)
{
    std::int64_t different = 0;

    for (int y = 0; y < a.getHeight(); ++y)
        for (int x = 0; x < a.getWidth(); ++x)
        {
            const auto p = a.getPixelAt (x, y), q = b.getPixelAt (x, y);
            different += std::abs (p.getRed() - q.getRed()) > 24
                         || std::abs (p.getGreen() - q.getGreen()) > 24
                         || std::abs (p.getBlue() - q.getBlue()) > 24;
        }

    return double (different) / (double (a.getWidth()) * a.getHeight());
}

} // namespace

juce::File workPictures()
{
    return { (workFolder() / "UI").string() };
}

bool savePicture (const juce::Image& image, const juce::File& file)
{
    file.getParentDirectory().createDirectory();
    file.deleteFile();
    juce::FileOutputStream stream (file);
    return stream.openedOk() && juce::PNGImageFormat().writeImageToStream (image, stream);
}

bool looksLike (const juce::Image& image, const juce::String& name)
{
    const auto golden =
        juce::File ((projectFolder() / "tests/UI/Golden").string()).getChildFile (name + ".png");

    if (juce::SystemStats::getEnvironmentVariable ("EARMARK_NEW_GOLDEN", {}).isNotEmpty())
        return savePicture (image, golden);

    const auto expected = juce::ImageFileFormat::loadFrom (golden);

    if (expected.isValid() && expected.getBounds() == image.getBounds()
        && shareThatDiffers (image, expected) < 0.004)
        return true;

    savePicture (image, workPictures().getChildFile (name + ".png"));
    return false;
}

} // namespace earmark::tests
