// SPDX-License-Identifier: AGPL-3.0-or-later
#pragma once

#include "Session/Commands.h"
#include "Session/FakeServices.h"
#include "Session/Workspace.h"

#include <catch2/catch_test_macros.hpp>

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace earmark::tests
{

inline OpenedProject projectAt (std::initializer_list<double> starts, const std::string& audio = {})
{
    OpenedProject opened { .project = { .outline = outlineAt (starts), .audio = {}, .savedAs = {} } };

    if (! audio.empty())
        opened.project.audio = { audio, lasting (600) };

    return opened;
}

/** Two projects on disk, a workspace with neither. */
struct ProjectDesk
{
    World world;
    std::unique_ptr<Workspace> w;

    ProjectDesk()
    {
        world.projects["/a/one.earmark"] = projectAt ({ 0, 10, 20 }, "/a/one.m4a");
        world.projects["/a/two.earmark"] = projectAt ({ 0, 30 });
        w = std::make_unique<Workspace> (world.services());
    }

    void edit (double seconds)
    {
        w->playback().seek (at (seconds));
        REQUIRE (run (*w, "marker-here"));
    }

    /** The labels of what can be answered; empty when nothing is asked. */
    std::vector<std::string> choices() const
    {
        std::vector<std::string> labels;

        if (const auto* prompt = w->prompt())
            for (const auto& choice : prompt->choices)
                labels.push_back (choice.label);

        return labels;
    }
};

} // namespace earmark::tests
