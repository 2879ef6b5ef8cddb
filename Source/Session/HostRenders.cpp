// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostRenders.h"

#include "Language/Translation.h"
#include "Session/Paths.h"

#include <algorithm>
#include <utility>

namespace earmark
{

void HostRenders::ended()
{
    if (desk.chapters().empty() || ! desk.services.planWrite)
        return;

    rendered.clear();
    const auto* link = timeline.link();
    const auto files =
        link != nullptr && link->renderedFiles ? link->renderedFiles() : std::vector<std::string>();

    if (! desk.services.awaitRenders || (files.empty() && desk.view().preferences.renderFolder.empty()))
        return desk.say (Message::Grade::info,
                         tr ("The host has rendered. Write (W) puts the chapters into the file."));

    desk.services.awaitRenders (
        files, desk.view().preferences.renderFolder, [this] (const std::string& path) { isComplete (path); });
}

void HostRenders::isComplete (const std::string& path)
{
    if (std::ranges::contains (rendered, path))
        return;

    rendered.push_back (path);
    ask();
}

void HostRenders::ask()
{
    const auto count = desk.chapters().size();
    const auto isOne = rendered.size() == 1;
    desk.ask (
        { .kind = Prompt::Kind::rendered,
          .text = isOne ? tr ("The host has rendered \u201c{}\u201d.", fileNameOf (rendered.front()))
                        : tr ("The host has rendered {} files.", rendered.size()),
          .choices = {
              { isOne ? tr (count, "Write {} chapter into it\u2026", "Write {} chapters into it\u2026")
                      : tr (count, "Write {} chapter into them\u2026", "Write {} chapters into them\u2026"),
                [this]
                {
                    writing.open (Panel::write);

                    for (const auto& path : std::exchange (rendered, {}))
                        writing.add (path);
                } },
              { tr ("Not now"), [this] { rendered.clear(); } } } });
}

void HostRenders::chooseFolder()
{
    const auto set = [this] (const std::string& folder)
    {
        desk.look ([&] (ViewState& v) { v.preferences.renderFolder = folder; });
        desk.say (Message::Grade::info,
                  folder.empty() ? tr ("Renders are not looked for.")
                                 : tr ("After a render, Earmark looks for its file in {}.", folder));
    };
    const auto choose = [this, set]
    {
        if (desk.services.chooseFile)
            desk.services.chooseFile (FileKind::folder, set);
    };

    if (desk.view().preferences.renderFolder.empty())
        return choose();

    desk.ask ({ .kind = Prompt::Kind::renderFolder,
                .text = tr ("Renders are looked for in {}.", desk.view().preferences.renderFolder),
                .choices = { { tr ("Another folder\u2026"), choose },
                             { tr ("Look for none"), [set] { set ({}); } },
                             { tr ("Leave it"), {} } } });
}

} // namespace earmark
