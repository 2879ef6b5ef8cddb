// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Commands.h"
#include "UI/MainView.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

namespace
{

/** The window in a host, with six chapters; without a link unless one is given. */
struct Hosted
{
    World world;
    std::optional<HostLink> link;
    std::string hostName;
    std::vector<std::string> files; ///< "drag midi", "save audacity" …
    std::unique_ptr<Workspace> w;
    std::unique_ptr<ui::MainView> view;

    explicit Hosted (std::optional<HostLink> l = {}, std::string name = {})
        : link (std::move (l)), hostName (std::move (name))
    {
        auto services = world.services();
        services.host = [] { return HostTransport(); };
        services.hostLink = [this] { return link ? &*link : nullptr; };
        services.hostName = [this] { return hostName; };
        services.handOver =
            [this] (const Outline& o, const std::string& format, const std::string&) -> Result<std::string>
        {
            files.push_back ("drag " + format + ' ' + std::to_string (o.chapters.size()));
            return failure (Error::Kind::notWritable, "The disk is full.");
        };
        services.documentKinds = []
        { return std::vector<DocumentKind> { { .id = "audacity", .suffix = ".labels.txt" } }; };
        services.chooseFile = [this] (const FileWish& wish, auto chosen)
        {
            files.push_back ("choose " + wish.name);
            chosen ("/markers.x");
        };
        services.writeOutline =
            [this] (const std::string& path, const Outline&, const std::string& format) -> Result<void>
        {
            files.push_back ("save " + path + " as " + format);
            return {};
        };
        w = std::make_unique<Workspace> (services);
        world.outlines["outline"] = outlineAt ({ 0, 61, 122, 245, 301, 377 });
        view = std::make_unique<ui::MainView> (*w);
        view->setSize (1120, 720);
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
        run (*w, "host-panel");
    }

    juce::Component* called (const juce::String& title, juce::Component* in = nullptr)
    {
        for (auto* child : (in != nullptr ? in : view.get())->getChildren())
        {
            auto* button = dynamic_cast<juce::Button*> (child);

            if (child->getTitle() == title || (button != nullptr && button->getButtonText() == title))
                return child;

            if (auto* found = called (title, child))
                return found;
        }

        return nullptr;
    }
};

HostLink someLink()
{
    HostLink link { .host = "REAPER", .lacks = {}, .hasRegions = true };
    link.markers = []() -> Result<std::vector<HostMarker>>
    {
        return std::vector<HostMarker> {
            { .id = "a", .number = 1, .start = at (0), .end = {}, .name = "A" },
            { .id = "b", .number = 2, .start = at (61), .end = {}, .name = "An interview" },
            { .id = "c", .number = 3, .start = at (200), .end = {}, .name = "New in REAPER" },
        };
    };
    link.carryOut = [] (const MarkerPlan&, const auto&) {};
    return link;
}

juce::String ellipsis (const char* label)
{
    return juce::String::fromUTF8 (label) + juce::String::fromUTF8 ("\u2026");
}

} // namespace

TEST_CASE ("The panel for DAWs sets markers where the host allows it", "[ui][host]")
{
    Hosted in (someLink(), "Reaper");
    REQUIRE (in.w->view().panel == Panel::host);

    auto* regions = dynamic_cast<juce::ToggleButton*> (in.called ("As regions"));
    REQUIRE (regions != nullptr);
    regions->setToggleState (true, juce::dontSendNotification);
    regions->onClick();
    CHECK (in.w->view().preferences.sendsRegions);

    CHECK (run (*in.w, "host-pull"));
    CHECK (in.called ("Apply what is previewed")->isVisible());
    CHECK (run (*in.w, "apply"));
    CHECK (in.w->view().panel == Panel::inspector);
}

TEST_CASE ("What a host does not let plug-ins do is said in the panel", "[ui][host]")
{
    Hosted in (HostLink { .host = "REAPER", .lacks = { "This REAPER does not let plug-ins play it." } });
    auto* push = in.called (juce::String::fromUTF8 ("Set the chapters as the host\u2019s markers"));
    REQUIRE (push != nullptr);
    CHECK_FALSE (push->isEnabled());
}

TEST_CASE ("Other hosts get a file, by drag and by saving", "[ui][host]")
{
    Hosted in ({}, "Steinberg Cubase 14");
    auto* hosts = dynamic_cast<juce::ComboBox*> (in.called ("DAW"));
    REQUIRE (hosts != nullptr);
    CHECK (hosts->getText() == "Cubase, Nuendo");

    auto* tile = in.called ("The file, to drag into the DAW");
    REQUIRE (tile != nullptr);
    dragMouse (*tile, { 20, 20 }, { 90, 60 });
    CHECK (in.files == std::vector<std::string> { "drag midi 6" });
    CHECK (in.w->message().text == "The disk is full.");

    hosts->setSelectedItemIndex (3, juce::sendNotificationSync); // Audacity
    CHECK (in.world.settings["daw"] == "Audacity");
    auto* save = dynamic_cast<juce::Button*> (in.called (ellipsis ("Save the file")));
    REQUIRE (save != nullptr);
    save->onClick();
    CHECK (in.files[1] == "choose Chapters.labels.txt");
    CHECK (in.files[2] == "save /markers.x as audacity");
    CHECK (in.w->message().text == "Saved as /markers.x.");

    // There is none for Live, and none without chapters.
    in.files.clear();
    hosts->setSelectedItemIndex (0, juce::sendNotificationSync);
    CHECK_FALSE (save->isEnabled());
    dragMouse (*tile, { 20, 20 }, { 90, 60 });
    hosts->setSelectedItemIndex (3, juce::sendNotificationSync);
    CHECK (save->isEnabled());
    run (*in.w, "select-all");
    run (*in.w, "remove");
    CHECK_FALSE (save->isEnabled());
    dragMouse (*tile, { 20, 20 }, { 90, 60 });
    CHECK (in.files.empty());
}

TEST_CASE ("The space bar is the host's, unless it plays the host", "[ui][host]")
{
    const auto space = juce::KeyPress (juce::KeyPress::spaceKey);
    CHECK_FALSE (Hosted().view->keyPressed (space));

    int played = 0;
    Hosted in (HostLink { .host = "Ardour", .play = [&] { ++played; }, .pause = [] {} });
    CHECK (in.view->keyPressed (space));
    CHECK (played == 1);
}

TEST_CASE ("Where nobody knows the host, files are for the one chosen last", "[ui][host]")
{
    Hosted in;
    run (*in.w, "escape");
    in.world.settings["daw"] = "Audacity";
    run (*in.w, "host-panel");
    CHECK (dynamic_cast<juce::ComboBox*> (in.called ("DAW"))->getText() == "Audacity");
}

} // namespace earmark::tests
