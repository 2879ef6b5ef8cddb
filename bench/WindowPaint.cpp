// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/WindowLayout.h"
#include "UI/MainView.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <iostream>

// What painting costs: the whole window of 2560 by 1440 in JUCE's software renderer, 20 hours of audio. WindowPaint MARKERS prints
// one line of JSON with medians in milliseconds. A playhead frame repaints what the window asks for when the playhead moves by a
// pixel; a zoom frame repaints the detail and the overview's window.

namespace
{

using namespace earmark;

constexpr int width = 2560, height = 1440, rounds = 60;
constexpr int sampleRate = 44100;
constexpr std::int64_t seconds = 72'000; // 20 hours

PeakMap noise()
{
    PeakMap map { .sampleRate = sampleRate, .length = seconds * sampleRate, .complete = true, .chunks = {} };
    std::uint32_t state = 1;

    for (std::int64_t at = 0; at < map.length; at += PeakMap::samplesPerChunk)
    {
        std::vector<Peak> finest;
        finest.resize (std::size_t (PeakMap::peaksPerChunk));

        for (auto& peak : finest)
        {
            state = state * 1664525 + 1013904223;
            const auto high = std::int16_t (4000 + (state >> 17) % 20000);
            peak = { std::int16_t (-high), high, std::uint16_t (high / 3) };
        }

        map.chunks.push_back (makeChunk (std::move (finest)));
    }

    return map;
}

template <class Work>
double medianMilliseconds (const Work& work)
{
    std::vector<double> times;

    for (int i = 0; i < rounds; ++i)
    {
        const auto begin = std::chrono::steady_clock::now();
        work (i);
        times.push_back (
            std::chrono::duration<double, std::milli> (std::chrono::steady_clock::now() - begin).count());
    }

    std::ranges::nth_element (times, times.begin() + rounds / 2);
    return times[rounds / 2];
}

juce::Rectangle<int> bounds (const Area& a)
{
    return { a.x, a.y, a.width, a.height };
}

} // namespace

int main (int argc, char* argv[])
{
    const juce::ScopedJuceInitialiser_GUI juce;
    const auto markers = argc > 1 ? std::max (1, std::atoi (argv[1])) : 16;

    Services services;
    services.loadMedia = [peaks = noise()] (const std::string& path, const auto& opened, const auto& arrived)
    {
        opened (MediaInfo { .path = path,
                            .name = path,
                            .length = Duration::fromSeconds (seconds),
                            .sampleRate = sampleRate,
                            .channels = 2,
                            .codec = "mp3",
                            .chapters = {} });
        arrived (peaks, {});
    };

    Workspace workspace (std::move (services));
    ui::MainView view (workspace);
    view.setSize (width, height);
    workspace.audio().load ("book.m4b");

    Outline outline;

    for (int i = 0; i < markers; ++i)
    {
        Chapter chapter;
        chapter.start = Position::fromMilliseconds (seconds * 1000 * i / markers);
        chapter.title = std::format ("Chapter {} of a very long book", i + 1);
        outline.chapters.push_back (std::move (chapter));
    }

    if (! workspace.perform (ReplaceOutline { outline }))
        return 1;

    const juce::Image screen (juce::Image::RGB, width, height, true, juce::SoftwareImageType());
    const auto layout = layOut (width, height, {});
    const auto paint = [&] (const std::vector<juce::Rectangle<int>>& dirty)
    {
        juce::RectangleList<int> clip;

        for (const auto& area : dirty)
            clip.add (area);

        juce::Graphics g (screen);
        g.reduceClipRegion (clip);
        view.paintEntireComponent (g, true);
    };
    const auto detail = bounds (layout.detail), overview = bounds (layout.overview),
               all = juce::Rectangle<int> (width, height);

    paint ({ all });

    const auto whole = medianMilliseconds (
        [&] (int i)
        {
            workspace.look ([&] (ViewState& v)
                            { v.preferences.theme = i % 2 == 0 ? ThemeName::light : ThemeName::dark; });
            paint ({ all });
        });

    const auto step = workspace.view().scale.lengthOf (1);
    const auto playhead = medianMilliseconds (
        [&] (int i)
        {
            const auto x = 300 + i;
            workspace.look ([&] (ViewState& v)
                            { v.playhead = Position (Duration::fromNanoseconds (step.nanoseconds() * x)); });
            paint ({ detail.withX (x - 7).withWidth (15),
                     overview.withX (x - 4).withWidth (8),
                     { 110, 7, 220, 32 } });
        });

    const auto zoom = medianMilliseconds (
        [&] (int i)
        {
            workspace.look ([&] (ViewState& v)
                            { v.scale = zoomed (v.scale, i < rounds / 2 ? 1.3 : 1 / 1.3, width / 2.0); });
            paint ({ detail });
        });

    std::cout << std::format (
        R"({{"markers": {}, "playhead_ms": {:.2f}, "zoom_ms": {:.2f}, "whole_ms": {:.2f}, "peaks_mb": {}}})",
        markers,
        playhead,
        zoom,
        whole,
        seconds * sampleRate / 256 * 6 / 1'000'000)
              << '\n';
    return 0;
}
