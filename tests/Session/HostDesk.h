// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <cstddef>
#include <format>
#include <initializer_list>
#include <memory>
#include <set>
#include <utility>

namespace earmark::tests
{

using Calls = std::vector<std::string>;

/** A window in a host that goes where it is told when arrive() lets it, with four chapters and the episode at 10 s of its timeline. */
struct HostDesk
{
    World world;
    HostLink link;
    bool isReachable = true;
    HostTransport transport;
    std::optional<Position> going;
    Calls heard;
    std::shared_ptr<const PeakMap> wave;
    std::map<Position, std::vector<Candidate>> known; ///< on the host's timeline
    std::set<Position> looked;                        ///< where candidates were looked for
    std::unique_ptr<Workspace> w;

    HostDesk()
    {
        link.host = "Tester";
        link.jump = [this] (Position to) -> Result<void>
        {
            heard.push_back (std::format ("jump {:g}", to.sinceStart().seconds()));
            going = to;
            return {};
        };
        link.play = [this]
        {
            heard.emplace_back ("play");
            transport.playing = true;
        };
        link.pause = [this]
        {
            heard.emplace_back ("pause");
            transport.playing = false;
        };
        transport.source = HostTransport::Source::host;

        auto services = world.services();
        services.host = [this] { return transport; };
        services.hostLink = [this] { return isReachable ? &link : nullptr; };
        services.captured = [this] { return wave; };
        services.candidatesIn = [this] (const PeakMap&,
                                        Position place) -> std::optional<std::vector<Candidate>>
        {
            looked.insert (place);
            return known.contains (place) ? std::optional (known[place]) : std::nullopt;
        };
        w = std::make_unique<Workspace> (services);
        world.outlines["outline"] = outlineAt ({ 0, 100, 200, 300 });
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
        w->hostTimeline().setEpisodeStart (at (10));
        w->playback().tick();
        focus (1);
    }

    void focus (std::size_t chapter)
    {
        w->look ([&] (ViewState& v)
                 { v.selection = picked ({}, w->chapters()[chapter].id, Pick::only, {}); });
    }

    void arrive()
    {
        transport.position = std::exchange (going, std::nullopt).value_or (transport.position);
        w->playback().tick();
    }

    void hostIs (bool playing, double seconds)
    {
        transport.playing = playing;
        transport.position = at (seconds);
        w->playback().tick();
    }

    /** Forty seconds of the host's timeline each; they are other ones whenever they are made. */
    void hears (std::initializer_list<std::size_t> chunks)
    {
        auto map = wave != nullptr
                       ? *wave
                       : PeakMap { .sampleRate = 25'600, .length = 0, .complete = true, .chunks = {} };
        map.chunks.resize (10);

        for (const auto index : chunks)
            map.chunks[index] = makeChunk (std::vector<Peak> (std::size_t (PeakMap::peaksPerChunk)));

        map.length = std::int64_t (map.chunks.size()) * PeakMap::samplesPerChunk;
        wave = std::make_shared<const PeakMap> (std::move (map));
        w->playback().tick();
    }

    const std::vector<Candidate>* candidates (std::size_t chapter) const
    {
        return w->audio().candidatesOf (w->chapters()[chapter]);
    }
};

} // namespace earmark::tests
