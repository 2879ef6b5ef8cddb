// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Verbs/Verbs.h"
#include "Cli/Writing.h"

namespace earmark::cli
{

void addRestore (CLI::App& app, Action& action)
{
    auto options = std::make_shared<WritingOptions>();
    auto* verb = app.add_subcommand (
        "restore", "Take the last write of audio files back: the tags and chapters they had before");
    options->addTo (*verb);
    verb->footer ("Earmark remembers what its last write of each file replaced. Restoring is a write too: "
                  "done twice, it brings back what\n"
                  "was taken back. A file that another program has changed since is left alone.\n\n"
                  "Example:\n"
                  "  earmark restore episode.mp3");
    verb->callback (
        [&action, options]
        {
            action = [options] (const Console& console)
            {
                const auto store = RestoreStore::ofUser();
                return writeFiles (
                    *options,
                    [&] (const std::filesystem::path& path) { return planRestore (path, store); },
                    console);
            };
        });
}

} // namespace earmark::cli
