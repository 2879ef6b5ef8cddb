// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <cmath>
#include <initializer_list>
#include <memory>
#include <string>

namespace earmark::tests
{

/** A window in a host that has said nothing yet. */
struct QuietHost
{
    World world;
    HostTransport host;
    std::shared_ptr<const PeakMap> wave;
    std::unique_ptr<Workspace> w;

    QuietHost()
    {
        auto services = world.services();
        services.host = [this] { return host; };
        services.captured = [this] { return wave; };
        w = std::make_unique<Workspace> (services);
        w->look ([] (ViewState& v) { v.scale = resized (v.scale, 1000); });
    }

    void hostIs (bool playing, double seconds, HostTransport::Source source = HostTransport::Source::host)
    {
        host = { .source = source, .playing = playing, .recording = false, .position = at (seconds) };
        w->playback().tick();
    }

    double playhead() const { return w->view().playhead.sinceStart().seconds(); }

    void chaptersAt (std::initializer_list<double> starts)
    {
        world.outlines["outline"] = outlineAt (starts);
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
    }

    std::string chapters() const
    {
        std::string all;

        for (const auto& chapter : w->chapters())
            all += chapter.title + '@' + std::to_string (std::llround (chapter.start.sinceStart().seconds()))
                   + ' ';

        return all;
    }
};

} // namespace earmark::tests
