// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Watcher.h"

#include "Foundation/File.h"
#include "Jobs/Watch.h"
#include "Language/Translation.h"
#include "Plugin/Planning.h"

#include <juce_core/juce_core.h>

namespace earmark
{

namespace
{

using Kind = WatchNews::Kind;

WatchNews newsOf (const WatchEvent& event, std::size_t chapters)
{
    WatchNews news { .kind = Kind::failed,
                     .time = juce::Time::getCurrentTime().formatted ("%H:%M").toStdString(),
                     .file = toUtf8 (event.file.filename()),
                     .chapters = chapters,
                     .problem = event.error.message };

    for (const auto& notice : event.notices)
        if (notice.grade == Notice::Grade::warning)
            news.warnings.push_back (notice.message);

    switch (event.kind)
    {
        case WatchEvent::Kind::done:
            news.kind = event.outcome == WriteOutcome::written ? Kind::tagged : Kind::already;
            break;
        case WatchEvent::Kind::failed:
            break;
        case WatchEvent::Kind::folderGone:
            news.kind = Kind::folderGone;
            break;
        case WatchEvent::Kind::folderBack:
            news.kind = Kind::folderBack;
            break;
    }

    return news;
}

} // namespace

Watcher::Watcher (Post post) : answer (std::move (post)) {}

void Watcher::put (const Outline& outline, const WriteWishes& wishes)
{
    const std::scoped_lock lock (mutex);
    content = std::make_shared<const Content> (outline, wishes);
}

std::shared_ptr<const Watcher::Content> Watcher::current()
{
    const std::scoped_lock lock (mutex);
    return content;
}

void Watcher::start (const std::string& folder, std::function<void (WatchNews)> report)
{
    thread = std::jthread (
        [this, folder = pathFromUtf8 (folder), report = std::move (report)] (const std::stop_token& stop)
        {
            std::size_t chapters = 0; // of the last write
            WatchOptions options;
            options.tag = [&] (const std::filesystem::path& path,
                               std::stop_token stopping) -> Result<RenderWrite>
            {
                const auto now = current();
                chapters = now->outline.chapters.size();

                // Writing none would take out those that are there.
                if (chapters == 0)
                    return failure (Error::Kind::empty, tr ("There are no chapters to write yet."));

                return planAsWished (toUtf8 (path), now->outline, now->wishes)
                    .and_then ([&] (const WritePlan& plan) { return writeRender (plan, stopping); });
            };
            options.report = [&] (const WatchEvent& event)
            { answer ([report, news = newsOf (event, chapters)] { report (news); }); };
            watchFolder (folder, options, stop);
            answer (
                [this]
                {
                    if (const auto tell = std::exchange (stopped, {}))
                        tell();
                });
        });
}

void Watcher::provide (Services& services)
{
    services.watch = [this] (const std::string& folder,
                             const Outline& outline,
                             const WriteWishes& wishes,
                             std::function<void (WatchNews)> report)
    {
        put (outline, wishes);
        start (folder, std::move (report));
    };
    services.updateWatched = [this] (const Outline& outline, const WriteWishes& wishes)
    { put (outline, wishes); };
    services.stopWatching = [this] (std::function<void()> done)
    {
        stopped = std::move (done);
        thread.request_stop();
    };
}

} // namespace earmark
