// SPDX-License-Identifier: AGPL-3.0-or-later
#include "UI/MainView.h"

#include "Session/Actions.h"
#include "UI/Stage.h"

#include <catch2/catch_test_macros.hpp>

namespace earmark::tests
{

TEST_CASE ("In a host the window shows what was heard, and what the host does", "[ui][host][golden]")
{
    // Heard from 0:30 on in the host, where the episode starts, with a gap.
    auto heard = spokenPeaks (140, 48000);
    heard.chunks[2] = nullptr;
    const auto wave = std::make_shared<const PeakMap> (heard);
    HostTransport host;
    World world;
    auto services = world.services();
    services.host = [&] { return host; };
    services.captured = [&] { return wave; };
    Workspace w (services);
    ui::MainView view (w);
    view.setSize (1100, 700);
    const auto looks = [&] (const char* name)
    {
        return looksLike (
            view.createComponentSnapshot (view.getLocalBounds(), true, 1.0f, juce::SoftwareImageType()),
            name);
    };

    host = {
        .source = HostTransport::Source::host, .playing = true, .recording = false, .position = at (30)
    };
    w.playback().tick();
    actions::episodeStartsHere (w);

    for (const auto seconds : { 30.0, 58.0, 101.0 })
    {
        host.position = at (seconds);
        actions::addAtPlayhead (w);
    }

    host.position = at (120);
    w.playback().tick();
    CHECK (looks ("hosted"));

    host = {
        .source = HostTransport::Source::counted, .playing = true, .recording = false, .position = at (121)
    };
    w.playback().tick();
    w.look ([] (ViewState& v) { v.panel = Panel::contactSheet; });
    CHECK (looks ("hosted-sheet"));
}

} // namespace earmark::tests
