// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/HostRenders.h"

#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Session/Paths.h"

#include <algorithm>
#include <utility>

namespace earmark
{

namespace
{

/** Hosts begin to render a little before, by the latency of what they render through. */
constexpr auto leadIn = Duration::fromSeconds (1);

} // namespace

void HostRenders::ended (std::optional<Position> began)
{
    begin = began;

    if (desk.chapters().empty() || ! desk.services.planWrite)
        return;

    rendered.clear();
    desk.withdraw (Prompt::Kind::rendered);
    const auto* link = timeline.link();
    const auto files =
        link != nullptr && link->renderedFiles ? link->renderedFiles() : std::vector<std::string>();
    expected = files.size();

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

/** The file would then begin at another 0:00 than the chapters. Several files are parts, which Earmark cannot tell from one another. */
bool HostRenders::beginsElsewhere() const
{
    const auto start = desk.document().episodeStart;
    return begin && expected <= 1 && rendered.size() == 1
           && (*begin < start - leadIn || *begin > start + leadIn);
}

void HostRenders::openFiles()
{
    writing.open (Panel::write);

    for (const auto& path : std::exchange (rendered, {}))
        writing.add (path);
}

void HostRenders::askAboutBegin()
{
    const auto from = std::max (Position(), *begin);
    const auto startThere = [this, from] (HostTimeline::Keep keep)
    {
        return [this, from, keep]
        {
            timeline.setEpisodeStart (from, keep);
            openFiles();
        };
    };
    desk.ask (
        { .kind = Prompt::Kind::rendered,
          .text = tr ("The host has rendered \u201c{}\u201d from {} of its timeline on, and the episode "
                      "starts at {}.",
                      fileNameOf (rendered.front()),
                      formatTimeFixed (from),
                      formatTimeFixed (desk.document().episodeStart)),
          .choices = { { tr ("Start it there, with the chapters in their places\u2026"),
                         startThere (HostTimeline::Keep::places) },
                       { tr ("Chapters keep their times\u2026"), startThere (HostTimeline::Keep::times) },
                       { tr ("Not now"), [this] { rendered.clear(); } } } });
}

void HostRenders::ask()
{
    if (beginsElsewhere())
        return askAboutBegin();

    const auto count = desk.chapters().size();
    const auto isOne = rendered.size() == 1;
    desk.ask (
        { .kind = Prompt::Kind::rendered,
          .text = isOne ? tr ("The host has rendered \u201c{}\u201d.", fileNameOf (rendered.front()))
                        : tr ("The host has rendered {} files.", rendered.size()),
          .choices = {
              { isOne ? tr (count, "Write {} chapter into it\u2026", "Write {} chapters into it\u2026")
                      : tr (count, "Write {} chapter into them\u2026", "Write {} chapters into them\u2026"),
                [this] { openFiles(); } },
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
