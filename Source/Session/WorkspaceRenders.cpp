// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <algorithm>
#include <format>

// After a host has rendered: its files are offered to the chapters.

namespace earmark
{

void Workspace::hostHasRendered()
{
    if (chapters().empty() || ! services.planWrite)
        return;

    rendered.clear();
    const auto* link = hostLink();
    const auto files =
        link != nullptr && link->renderedFiles ? link->renderedFiles() : std::vector<std::string>();

    if (! services.awaitRenders || (files.empty() && state.preferences.renderFolder.empty()))
        return say (Message::Grade::info,
                    "The host has rendered. Write (W) puts the chapters into the file.");

    services.awaitRenders (
        files, state.preferences.renderFolder, [this] (const std::string& path) { renderIsComplete (path); });
}

void Workspace::renderIsComplete (const std::string& path)
{
    if (std::ranges::contains (rendered, path))
        return;

    rendered.push_back (path);
    askAboutRenders();
}

void Workspace::askAboutRenders()
{
    const auto count = chapters().size();
    const auto many = rendered.size() > 1;
    ask ({ .kind = Prompt::Kind::rendered,
           .text = many
                       ? std::format ("The host has rendered {} files.", rendered.size())
                       : std::format ("The host has rendered \u201c{}\u201d.", fileNameOf (rendered.front())),
           .choices = {
               { std::format (
                     "Write {} chapter{} into {}\u2026", count, count == 1 ? "" : "s", many ? "them" : "it"),
                 [this]
                 {
                     openWritePanel();

                     for (const auto& path : std::exchange (rendered, {}))
                         addWriteTarget (path);
                 } },
               { "Not now", [this] { rendered.clear(); } } } });
}

void Workspace::chooseRenderFolder()
{
    const auto set = [this] (const std::string& folder)
    {
        look ([&] (ViewState& v) { v.preferences.renderFolder = folder; });
        say (Message::Grade::info,
             folder.empty() ? "Renders are not looked for."
                            : std::format ("After a render, Earmark looks for its file in {}.", folder));
    };
    const auto choose = [this, set]
    {
        if (services.chooseFile)
            services.chooseFile (FileKind::folder, set);
    };

    if (state.preferences.renderFolder.empty())
        return choose();

    ask ({ .kind = Prompt::Kind::renderFolder,
           .text = std::format ("Renders are looked for in {}.", state.preferences.renderFolder),
           .choices = { { "Another folder\u2026", choose },
                        { "Look for none", [set] { set ({}); } },
                        { "Leave it", {} } } });
}

} // namespace earmark
