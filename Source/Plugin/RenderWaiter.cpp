// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/RenderWaiter.h"

#include "Foundation/File.h"
#include "Jobs/Watch.h"

#include <chrono>
#include <map>
#include <set>
#include <stop_token>
#include <system_error>
#include <utility>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;

/** Encoding an hour takes no longer. */
constexpr auto patience = std::chrono::minutes (15);

bool isNewer (const fs::path& file, fs::file_time_type since)
{
    std::error_code problem;
    const auto time = fs::last_write_time (file, problem);
    return ! problem && time >= since;
}

} // namespace

RenderWaiter::RenderWaiter (Post p) : post (std::move (p)) {}

RenderWaiter::~RenderWaiter()
{
    stopAll();
}

void RenderWaiter::stopAll()
{
    // Each sleeps for some time before it sees that; so they do it at once, and not one after the other.
    for (auto& watch : watches)
        watch.request_stop();

    watches.clear(); // until they have ended
}

std::optional<RenderWaiter::FileState> RenderWaiter::stateOf (const fs::path& file)
{
    std::error_code problem;
    FileState state { .size = fs::file_size (file, problem), .time = {} };

    if (! problem)
        state.time = fs::last_write_time (file, problem);

    return problem ? std::nullopt : std::optional (state);
}

void RenderWaiter::leaveOut (const fs::path& file)
{
    if (const auto state = stateOf (file))
    {
        const std::scoped_lock lock (mutex);
        own[file] = *state;
    }
}

bool RenderWaiter::isOwn (const fs::path& file)
{
    const std::scoped_lock lock (mutex);
    const auto left = own.find (file);
    return left != own.end() && left->second == stateOf (file);
}

void RenderWaiter::wait (const std::vector<std::string>& files,
                         const std::string& folder,
                         fs::file_time_type since,
                         std::function<void (const std::string&)> complete)
{
    stopAll();
    answer.emplace (post);
    std::map<fs::path, std::set<fs::path>> byFolder;

    for (const auto& file : files)
        byFolder[pathFromUtf8 (file).parent_path()].insert (pathFromUtf8 (file));

    if (files.empty() && ! folder.empty())
        byFolder[pathFromUtf8 (folder)];

    for (const auto& [place, wanted] : byFolder)
        watches.emplace_back (
            [this, place, wanted, since, complete, &back = *answer] (const std::stop_token& stop)
            {
                std::stop_source ending;
                const std::stop_callback passOn (stop, [&] { ending.request_stop(); });
                const auto end = std::chrono::steady_clock::now() + patience;
                WatchOptions options;
                options.isRender = [&] (const fs::path& file)
                {
                    if (std::chrono::steady_clock::now() > end)
                        ending.request_stop();

                    const auto isMeant = wanted.empty() ? looksLikeRender (file) : wanted.contains (file);
                    return isMeant && isNewer (file, since);
                };
                options.tag = [&] (const fs::path& file, const std::stop_token&) -> Result<RenderWrite>
                {
                    if (! isOwn (file))
                        back ([complete, path = toUtf8 (file)] { complete (path); });

                    return RenderWrite();
                };
                options.report = [] (const WatchEvent&) {};
                watchFolder (place, options, ending.get_token());
            });
}

} // namespace earmark
