// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <algorithm>

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
                    tr ("The host has rendered. Write (W) puts the chapters into the file."));

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
    const auto isOne = rendered.size() == 1;
    ask ({ .kind = Prompt::Kind::rendered,
           .text = isOne ? tr ("The host has rendered \u201c{}\u201d.", fileNameOf (rendered.front()))
                         : tr ("The host has rendered {} files.", rendered.size()),
           .choices = {
               { isOne ? tr (count, "Write {} chapter into it\u2026", "Write {} chapters into it\u2026")
                       : tr (count, "Write {} chapter into them\u2026", "Write {} chapters into them\u2026"),
                 [this]
                 {
                     writes.open (Panel::write);

                     for (const auto& path : std::exchange (rendered, {}))
                         writes.add (path);
                 } },
               { tr ("Not now"), [this] { rendered.clear(); } } } });
}

void Workspace::chooseRenderFolder()
{
    const auto set = [this] (const std::string& folder)
    {
        look ([&] (ViewState& v) { v.preferences.renderFolder = folder; });
        say (Message::Grade::info,
             folder.empty() ? tr ("Renders are not looked for.")
                            : tr ("After a render, Earmark looks for its file in {}.", folder));
    };
    const auto choose = [this, set]
    {
        if (services.chooseFile)
            services.chooseFile (FileKind::folder, set);
    };

    if (state.preferences.renderFolder.empty())
        return choose();

    ask ({ .kind = Prompt::Kind::renderFolder,
           .text = tr ("Renders are looked for in {}.", state.preferences.renderFolder),
           .choices = { { tr ("Another folder\u2026"), choose },
                        { tr ("Look for none"), [set] { set ({}); } },
                        { tr ("Leave it"), {} } } });
}

} // namespace earmark
