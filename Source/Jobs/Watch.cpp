// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Watch.h"

#include "Foundation/File.h"
#include "Jobs/AudioNames.h"
#include "Jobs/FolderWaiter.h"

#include <algorithm>
#include <map>
#include <optional>

namespace earmark
{

namespace
{

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/** What tells one state of a file from another. */
struct State
{
    std::uintmax_t size = 0;
    fs::file_time_type time;

    bool operator== (const State&) const = default;
};

std::optional<State> stateOf (const fs::path& path)
{
    std::error_code code;

    if (! fs::is_regular_file (path, code))
        return {};

    State state { .size = fs::file_size (path, code), .time = {} };

    if (! code)
        state.time = fs::last_write_time (path, code);

    return code ? std::nullopt : std::optional (state);
}

struct Render
{
    State seen;
    Clock::time_point since;                ///< when it was first seen so
    std::optional<State> settled;           ///< the state that was dealt with
    std::optional<Clock::time_point> again; ///< when to try that state again
    std::string complaint;                  ///< the last one, which is not repeated
};

class Watching
{
public:
    Watching (const fs::path& watched, const WatchOptions& how, std::stop_token stopping)
        : folder (watched), options (how), stop (std::move (stopping))
    {}

    void run()
    {
        auto waiter = makeFolderWaiter (folder);

        while (! stop.stop_requested())
        {
            std::error_code code;
            const bool isThere = fs::is_directory (folder, code);

            if (isThere != wasThere)
            {
                options.report (
                    { isThere ? WatchEvent::Kind::folderBack : WatchEvent::Kind::folderGone, folder });
                wasThere = isThere;
                waiter = makeFolderWaiter (folder); // the old one watches a folder that is gone
            }

            if (isThere)
                look();

            waiter->wait (options.interval);
        }
    }

private:
    const fs::path& folder;
    const WatchOptions& options;
    std::stop_token stop;
    std::map<fs::path, Render> renders;
    bool wasThere = true;

    void look()
    {
        std::error_code code;
        std::vector<fs::path> present;

        for (auto entry = fs::directory_iterator (folder, code); ! code && entry != fs::directory_iterator();
             entry.increment (code))
            if (options.isRender ? options.isRender (entry->path()) : looksLikeRender (entry->path()))
                present.push_back (entry->path());

        if (! code)
            std::erase_if (renders,
                           [&] (const auto& render)
                           { return ! std::ranges::contains (present, render.first); });

        std::ranges::sort (present);

        for (const auto& path : present)
            if (! stop.stop_requested())
                look (path);
    }

    void look (const fs::path& path)
    {
        const auto state = stateOf (path);

        if (! state)
            return;

        const auto now = options.now();
        const auto [entry, isNew] = renders.try_emplace (path, Render { *state, now, {}, {}, {} });
        auto& render = entry->second;

        if (render.seen != *state)
        {
            render.seen = *state;
            render.since = now;
        }

        const bool isDealtWith = render.settled == state && (! render.again || now < *render.again);

        if (isDealtWith || state->size == 0 || now - render.since < options.settle || isBeingWritten (path))
            return;

        deal (path, *state, render);
    }

    void deal (const fs::path& path, const State& state, Render& render)
    {
        auto write = options.tag (path, stop);

        if (stop.stop_requested() && ! write)
            return;

        render.again = {};

        if (write)
        {
            // What we wrote is no new render.
            render.settled = stateOf (path);
            render.seen = render.settled.value_or (state);
            render.complaint.clear();
            options.report ({ WatchEvent::Kind::done, path, write->outcome, {}, std::move (write->notices) });
            return;
        }

        render.settled = state;
        const auto& error = write.error();

        if (error.kind == Error::Kind::notWritable || error.kind == Error::Kind::conflict
            || error.kind == Error::Kind::unreadable)
            render.again = options.now() + options.retry;

        if (error.message != render.complaint)
            options.report ({ WatchEvent::Kind::failed, path, {}, error });

        render.complaint = error.message;
    }
};

} // namespace

bool looksLikeRender (const fs::path& path)
{
    return ! toUtf8 (path.filename()).starts_with ('.') && hasAudioSuffix (path);
}

Result<RenderWrite> writeRender (const WritePlan& plan, const std::stop_token& stop)
{
    return perform (plan,
                    { .elsewhere = {}, .progress = [&] (std::uint64_t) { return ! stop.stop_requested(); } })
        .transform ([&] (WriteOutcome outcome) { return RenderWrite { outcome, plan.edit.notices }; });
}

void watchFolder (const fs::path& folder, const WatchOptions& options, std::stop_token stop)
{
    Watching (folder, options, std::move (stop)).run();
}

} // namespace earmark
