// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Watch.h"

#include "Cli/Report.h"
#include "Cli/Tagging.h"
#include "Cli/Verbs/Verbs.h"
#include "Foundation/File.h"
#include "Jobs/FileWrite.h"

#include <csignal>
#include <format>
#include <thread>

namespace earmark::cli
{

namespace
{

struct Options
{
    std::string folder;
    TaggingOptions tagging;
    double settle = 2;
    bool json = false;
};

volatile std::sig_atomic_t interrupted = 0;

void interrupt (int)
{
    interrupted = 1;
}

/** A line for each event, at once: somebody, or a program, waits for it. */
void tell (const WatchEvent& event, bool json, const Console& console)
{
    const auto name = toUtf8 (event.file);

    if (event.kind == WatchEvent::Kind::failed)
        console.error (name, event.error);

    console.notices (name, event.notices);

    if (json)
    {
        Json line { { "file", name } };

        switch (event.kind)
        {
            case WatchEvent::Kind::done:
                line["outcome"] = nameOf (event.outcome);
                line["notices"] = toJson (event.notices);
                break;
            case WatchEvent::Kind::failed:
                line["outcome"] = "failed";
                line["error"] = toJson (event.error);
                break;
            case WatchEvent::Kind::folderGone:
                line["outcome"] = "folder-gone";
                break;
            case WatchEvent::Kind::folderBack:
                line["outcome"] = "folder-back";
                break;
        }

        console.data (line.dump (-1, ' ', false, Json::error_handler_t::replace) + '\n');
    }
    else if (event.kind == WatchEvent::Kind::done)
        console.data (Console::printable (std::format (
                          "{}: {}",
                          name,
                          event.outcome == WriteOutcome::written ? "tagged" : "has these chapters already"))
                      + '\n');
    else if (event.kind != WatchEvent::Kind::failed)
        console.message (
            std::format ("{}: the folder is {}",
                         Console::printable (name),
                         event.kind == WatchEvent::Kind::folderGone ? "gone; waiting for it" : "back"));

    std::ignore = console.flush();
}

int run (const Options& options, const Console& console)
{
    const auto folder = pathFromUtf8 (options.folder);
    std::error_code code;

    if (! std::filesystem::is_directory (folder, code))
    {
        console.error (options.folder, { Error::Kind::notFound, "There is no such folder.", {} });
        return problem;
    }

    const auto tagging = prepareTagging (options.tagging, ReadOutlines::eachTime);

    if (! tagging)
    {
        console.error ({}, tagging.error());
        return exitOf (tagging.error());
    }

    const WatchOptions watch {
        .settle = std::chrono::milliseconds (std::int64_t (options.settle * 1000)),
        .isRender = {},
        .tag = [&] (const std::filesystem::path& path, std::stop_token stop) -> Result<RenderWrite>
        {
            return tagging->planner (path).and_then (
                [&] (WritePlan plan)
                {
                    plan.edit.notices.append_range (noticesOfReplaced (plan, false));
                    return writeRender (plan, stop);
                });
        },
        .report = [&] (const WatchEvent& event) { tell (event, options.json, console); },
    };

    std::signal (SIGINT, interrupt);
    std::signal (SIGTERM, interrupt);
    std::jthread watching ([&] (std::stop_token stop) { watchFolder (folder, watch, std::move (stop)); });

    while (interrupted == 0)
        std::this_thread::sleep_for (std::chrono::milliseconds (100));

    watching.request_stop();
    watching.join(); // a write that has begun ends, or takes itself back
    return done;
}

} // namespace

void addWatch (CLI::App& app, Action& action)
{
    auto options = std::make_shared<Options>();
    auto* verb = app.add_subcommand (
        "watch", "Tag each render as soon as it is complete, and again after every new render");
    verb->add_option ("DIR", options->folder, "The folder into which audio is rendered")->required();
    options->tagging.addTo (*verb);
    verb->add_option ("--settle",
                      options->settle,
                      "How many seconds a file must have been the same to count as complete; 2 unless told")
        ->check (CLI::Range (0.0, 3600.0).description ({}))
        ->type_name ("SECONDS");
    verb->add_flag ("--json", options->json, "Print a line of JSON for each event");
    verb->footer (
        TaggingOptions::profilesHelp()
        + "\n\nIt goes on until Ctrl-C. An outline that changes is read anew for the next render.\n\n"
          "Examples:\n"
          "  earmark watch renders/ --outline outline.txt\n"
          "  earmark watch renders/ --outlines outlines/");
    verb->callback ([&action, options]
                    { action = [options] (const Console& console) { return run (*options, console); }; });
}

} // namespace earmark::cli
