// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Verbs/Verbs.h"
#include "Cli/Writing.h"

namespace earmark::cli
{

void addStrip (CLI::App& app, Action& action)
{
    auto options = std::make_shared<WritingOptions>();
    auto* verb = app.add_subcommand (
        "strip", "Take all chapters out of audio files and leave everything else as it is");
    options->addTo (*verb);
    verb->footer ("Examples:\n"
                  "  earmark strip episode.mp3\n"
                  "  earmark strip episode.m4a -o without-chapters.m4a");
    verb->callback (
        [&action, options]
        {
            action = [options] (const Console& console)
            { return writeFiles (*options, planStrip, {}, console); };
        });
}

} // namespace earmark::cli
