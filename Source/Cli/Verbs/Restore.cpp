// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Cli/Verbs/Verbs.h"
#include "Cli/Writing.h"
#include "Model/Lint.h"

#include <format>

namespace earmark::cli
{

namespace
{

/** "3 chapters are back, from 'Intro' to 'Outro', as before the write of 2026-01-02 15:30:00"; the time is empty where it cannot be told. */
std::string stateThatIsBack (const WritePlan& plan, const std::string& timeOfWrite)
{
    const auto when = timeOfWrite.empty() ? std::string ("as before the last write")
                                          : std::format ("as before the write of {}", timeOfWrite);

    if (plan.chapters() == 0)
        return std::format ("no chapters, {}", when);

    const auto& chapters = plan.edit.expected.front().chapters;
    const auto first = callOf (chapters.front(), 0);

    if (chapters.size() == 1)
        return std::format ("1 chapter is back, {}, {}", first, when);

    return std::format ("{} chapters are back, from {} to {}, {}",
                        chapters.size(),
                        first,
                        callOf (chapters.back(), chapters.size() - 1),
                        when);
}

Result<WritePlan> planTakingBack (const std::filesystem::path& path, const RestoreStore& store)
{
    return planRestore (path, store)
        .transform (
            [&] (WritePlan&& plan)
            {
                plan.edit.changes.push_back (stateThatIsBack (plan, store.timeOfWrite (plan.source)));
                return std::move (plan);
            });
}

} // namespace

void addRestore (CLI::App& app, Action& action)
{
    auto options = std::make_shared<WritingOptions>();
    auto* verb = app.add_subcommand (
        "restore", "Take the last write of audio files back: the tags and chapters they had before");
    options->addTo (*verb);
    verb->footer (
        "Earmark remembers what its last write of each file replaced. Restoring is a write too: "
        "done twice, it brings back what\n"
        "was taken back. A file is known by its place and name: move it back where it was. One that "
        "another program has\nchanged since is left alone.\n\n"
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
                    [&] (const std::filesystem::path& path) { return planTakingBack (path, store); },
                    {},
                    console);
            };
        });
}

} // namespace earmark::cli
