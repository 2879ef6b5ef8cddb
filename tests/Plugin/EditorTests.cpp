// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Editor.h"

#include "Plugin/Processor.h"
#include "Plugin/Wiring.h"
#include "Support/TemporaryFolder.h"
#include "UI/MainView.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace earmark
{

TEST_CASE ("The plug-in's editor holds the window, and a closed one forgets nothing", "[plugin]")
{
    Processor processor;
    REQUIRE (processor.hasEditor());

    const auto open = [&]
    { return std::unique_ptr<juce::AudioProcessorEditor> (processor.createEditorAndMakeActive()); };
    const auto viewOf = [] (juce::AudioProcessorEditor& editor)
    { return dynamic_cast<ui::MainView*> (editor.getChildComponent (0)); };
    const auto press = [] (ui::MainView& view, const char* key)
    { return view.keyPressed (juce::KeyPress::createFromDescription (key)); };

    {
        const auto editor = open();
        auto* view = viewOf (*editor);
        REQUIRE (view != nullptr);
        editor->setSize (640, 480);
        CHECK (view->getBounds() == editor->getLocalBounds());
        CHECK_FALSE (press (*view, "ctrl + Z"));
        CHECK (press (*view, "I"));                  // a marker
        CHECK_FALSE (press (*view, "spacebar"));     // the host's
        processor.editorBeingDeleted (editor.get()); // as JUCE's wrappers do
    }

    const auto editor = open();
    REQUIRE (editor != nullptr);
    CHECK (press (*viewOf (*editor), "ctrl + Z"));
    processor.editorBeingDeleted (editor.get());
}

TEST_CASE ("A file that plays in the plug-in stops with its window", "[plugin]")
{
    const auto settings = juce::File::createTempFile (".settings");
    bool plays = false;

    {
        Wiring wiring (settings,
                       [&] (Services& s)
                       {
                           s.isAudio = [] (const std::string&) { return true; };
                           s.loadMedia = [] (const std::string& path, auto opened, auto)
                           { opened (MediaInfo { .path = path, .length = Duration::fromSeconds (60) }); };
                           s.transport = [&] { return Transport { .playing = plays }; };
                           s.pause = [&] { plays = false; };
                           s.host = [] { return HostTransport(); };
                       });
        Processor processor;
        StateKeeper keeper;
        auto editor = std::make_unique<Editor> (processor, wiring, keeper);
        wiring.workspace().openFile ("/episode.m4a");
        plays = true;
        wiring.workspace().playback().tick();
        CHECK (wiring.workspace().playback().isPlaying());
        editor.reset();
        CHECK_FALSE (plays);
    }

    CHECK (settings.deleteFile());
}

TEST_CASE ("A project that is saved in the plug-in's window opens in the app", "[plugin]")
{
    const tests::TemporaryFolder folder;
    const auto project = (folder / "live.earmark").string();
    const auto settings = juce::File::createTempFile (".settings");
    using List = std::vector<std::pair<Position, std::string>>;
    const auto listIn = [] (Wiring& wiring)
    {
        List list;

        for (const auto& chapter : wiring.workspace().chapters())
            list.emplace_back (chapter.start, chapter.title);

        return list;
    };
    List saved;

    {
        Wiring inHost (settings,
                       [&] (Services& s)
                       {
                           s.host = [] { return HostTransport(); };
                           s.chooseFile = [&] (const FileWish&, const auto& chosen) { chosen (project); };
                       });
        Processor processor;
        StateKeeper keeper;
        Editor editor (processor, inHost, keeper);

        for (const auto seconds : { 0, 90 })
            inHost.workspace().perform (AddChapter {
                { .start = Position::fromSeconds (seconds), .title = std::to_string (seconds) } });

        auto* view = dynamic_cast<ui::MainView*> (editor.getChildComponent (0));
        REQUIRE (view != nullptr);
        CHECK (view->keyPressed (juce::KeyPress::createFromDescription ("ctrl + S")));
        saved = listIn (inHost);
    }

    Wiring app (settings);
    app.workspace().openFile (project);
    CHECK (app.workspace().projects().path() == project);
    CHECK (saved.size() == 2);
    CHECK (listIn (app) == saved);
    CHECK (settings.deleteFile());
}

TEST_CASE ("Windows that are open at once share their settings", "[plugin]")
{
    const auto file = juce::File::createTempFile (".settings");

    {
        Wiring one (file), other (file);
        one.workspace().services.remember ("keys", "undo=ctrl+u");
        other.workspace().services.remember ("theme", "light");
        CHECK (other.workspace().services.recall ("keys") == "undo=ctrl+u");
        CHECK (one.workspace().services.recall ("theme") == "light");
    }

    Wiring later (file);
    CHECK (later.workspace().services.recall ("keys") == "undo=ctrl+u");
    CHECK (file.deleteFile());
}

#if JUCE_LINUX
TEST_CASE ("The settings lie where XDG_CONFIG_HOME says, if it is a whole path", "[plugin]")
{
    const tests::TemporaryFolder folder;
    const auto before = juce::SystemStats::getEnvironmentVariable ("XDG_CONFIG_HOME", {});
    const auto keepIn = [] (const std::string& value)
    {
        REQUIRE (setenv ("XDG_CONFIG_HOME", value.c_str(), 1) == 0);
        Wiring().workspace().services.remember ("test-of-the-place", value);
    };
    const auto settings = folder / "earmark" / "Earmark.settings";
    keepIn (folder.path().filename().string()); // where that would be is anybody's guess
    CHECK_FALSE (std::filesystem::exists (settings));
    CHECK_FALSE (std::filesystem::exists (folder.path().filename()));
    keepIn (folder.path().string());
    CHECK (std::filesystem::exists (settings));
    before.isEmpty() ? unsetenv ("XDG_CONFIG_HOME") : setenv ("XDG_CONFIG_HOME", before.toRawUTF8(), 1);
}
#endif

} // namespace earmark
