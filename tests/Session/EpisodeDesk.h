// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <cstddef>
#include <initializer_list>
#include <memory>

namespace earmark::tests
{

/** Ten minutes of audio, chapters at these seconds, a window a thousand pixels wide. */
struct EpisodeDesk
{
    World world;
    std::unique_ptr<Workspace> w;

    explicit EpisodeDesk (std::initializer_list<double> starts = { 0, 100, 200, 300 })
    {
        world.outlines["outline"] = outlineAt (starts);
        world.candidates[at (100)] = { { Candidate::Kind::speechOnset, at (100.4), 0.9 },
                                       { Candidate::Kind::pauseStart, at (99.2), 0.4 } };
        world.candidates[at (200)] = { { Candidate::Kind::speechOnset, at (200.3), 0.1 } };
        w = std::make_unique<Workspace> (world.services());
        w->look ([] (ViewState& v) { v.scale = resized (v.scale, 1000); });
        w->openFile ("/episode.m4a");
        w->outlineImport().begin ("outline", "Clipboard");
        w->outlineImport().accept();
    }

    ChapterId id (std::size_t i) const { return w->chapters()[i].id; }

    double start (std::size_t i) const { return w->chapters()[i].start.sinceStart().seconds(); }

    double x (double seconds) const { return w->view().scale.xOf (at (seconds)); }
};

} // namespace earmark::tests
