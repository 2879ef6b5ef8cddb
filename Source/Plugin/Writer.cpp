// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Writer.h"

#include "Foundation/File.h"
#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Tagging/TaggedFile.h"

#include <juce_events/juce_events.h>

#include <algorithm>
#include <chrono>
#include <format>

namespace earmark
{

namespace
{

template <class Function>
void answer (const std::weak_ptr<int>& alive, Function function)
{
    juce::MessageManager::callAsync (
        [alive, function = std::move (function)]() mutable
        {
            if (! alive.expired())
                function();
        });
}

/** A name may lie about what a file is; the bytes decide, and the user should know. */
void noticeWrongSuffix (const std::filesystem::path& path, const Container& container, Notices& notices)
{
    if (! std::ranges::contains (container.suffixes,
                                 std::string_view (toLowerAscii (toUtf8 (path.extension())))))
        notices.push_back (
            { Notice::Grade::warning,
              tr ("Its name says otherwise, but it is an {} file and is treated as one.", container.name),
              {} });
}

Result<WritePreview> preview (const std::string& path, const Outline& outline, const std::string& profile)
{
    const auto file = pathFromUtf8 (path);
    const auto* known = findProfile (profile);
    auto plan = planWrite (
        file,
        outline,
        { .episodeTags = EpisodeTags::fillEmpty, .profile = known != nullptr ? *known : Profile() });

    if (! plan)
        return std::unexpected (plan.error());

    noticeWrongSuffix (file, *plan->container, plan->edit.notices);
    WritePreview shown { .container = std::string (plan->container->name),
                         .chapters = plan->chapters(),
                         .changes = plan->edit.changes,
                         .notices = plan->edit.notices,
                         .changesNothing = plan->changesNothing,
                         .canRestore = false,
                         .plan = {} };

    if (const auto source = FileSource::open (file))
        shown.canRestore = RestoreStore::ofUser().takeBack (*source, (*source)->path()).has_value();

    shown.plan = std::make_shared<const WritePlan> (std::move (*plan));
    return shown;
}

/** What other programs will find there. */
Result<WriteProof> readBack (const std::filesystem::path& path)
{
    return readTaggedFile (path).transform (
        [] (const TaggedFile& file)
        {
            const auto& chapters = file.outline.chapters;
            return chapters.empty() ? WriteProof()
                                    : WriteProof { .chapters = chapters.size(),
                                                   .first = chapters.front().title,
                                                   .last = chapters.back().title };
        });
}

Result<WriteProof> perform (const WritePlan& plan, const ReplaceOptions& options)
{
    const auto store = RestoreStore::ofUser();
    return carryOut (plan, plan.source, options, &store).and_then ([&] { return readBack (plan.source); });
}

Error stopped()
{
    return { Error::Kind::conflict, tr ("Stopped; the file is as it was."), {} };
}

} // namespace

Writer::Writer() : worker ([this] (const std::stop_token& stop) { run (stop); }) {}

Writer::~Writer() = default;

void Writer::push (Job job)
{
    const std::scoped_lock lock (mutex);

    // A new plan for a file makes one that has not begun yet useless.
    if (! job.planned.empty())
        std::erase_if (jobs, [&] (const Job& j) { return j.planned == job.planned; });

    jobs.push_back (std::move (job));
    arrived.notify_one();
}

void Writer::run (const std::stop_token& stop)
{
    while (! stop.stop_requested())
    {
        Job job;
        {
            std::unique_lock lock (mutex);

            if (! arrived.wait (lock, stop, [this] { return ! jobs.empty(); }))
                return;

            job = std::move (jobs.front());
            jobs.pop_front();
        }

        job.work (stop);
    }
}

void Writer::write (const WritePreview& shown,
                    std::function<void (double)> progress,
                    std::function<void (Result<WriteProof>)> done)
{
    push ({ {},
            [this,
             token = std::weak_ptr<int> (alive),
             before = stops.load(),
             plan = std::static_pointer_cast<const WritePlan> (shown.plan),
             progress = std::move (progress),
             done = std::move (done)] (const std::stop_token& stop)
            {
                using Clock = std::chrono::steady_clock;
                const auto isStopped = [&] { return stop.stop_requested() || stops != before; };
                const auto size = double (std::max<std::uint64_t> (1, plan->edit.result.size()));
                auto told = Clock::now();
                ReplaceOptions options;
                options.progress = [&] (std::uint64_t reached)
                {
                    if (const auto now = Clock::now();
                        now - told > std::chrono::milliseconds (40) || double (reached) >= size)
                    {
                        told = now;
                        answer (token, [progress, share = double (reached) / size] { progress (share); });
                    }

                    return ! isStopped();
                };

                auto proof =
                    isStopped() ? Result<WriteProof> (std::unexpected (stopped())) : perform (*plan, options);
                answer (token, [done, proof = std::move (proof)]() mutable { done (std::move (proof)); });
            } });
}

void Writer::restore (const std::string& path, std::function<void (Result<WriteProof>)> done)
{
    push ({ {},
            [this, token = std::weak_ptr<int> (alive), before = stops.load(), path, done = std::move (done)] (
                const std::stop_token& stop)
            {
                const auto isStopped = [&] { return stop.stop_requested() || stops != before; };
                ReplaceOptions options;
                options.progress = [&] (std::uint64_t) { return ! isStopped(); };
                auto proof = isStopped() ? Result<WriteProof> (std::unexpected (stopped()))
                                         : planRestore (pathFromUtf8 (path), RestoreStore::ofUser())
                                               .and_then ([&] (const WritePlan& plan)
                                                          { return perform (plan, options); });
                answer (token, [done, proof = std::move (proof)]() mutable { done (std::move (proof)); });
            } });
}

void Writer::provide (Services& services)
{
    services.writeProfiles = []
    {
        std::vector<WriteProfile> all;

        for (const auto& profile : profiles())
            all.push_back ({ std::string (profile.id), std::string (profile.promise) });

        return all;
    };
    services.planWrite = [this] (const std::string& path,
                                 const Outline& outline,
                                 const std::string& profile,
                                 std::function<void (Result<WritePreview>)> done)
    {
        push ({ path,
                [token = std::weak_ptr<int> (alive), path, outline, profile, done = std::move (done)] (
                    const std::stop_token&)
                {
                    answer (token,
                            [done, planned = preview (path, outline, profile)]() mutable
                            { done (std::move (planned)); });
                } });
    };
    services.writeChapters = [this] (const std::string&,
                                     const WritePreview& shown,
                                     std::function<void (double)> progress,
                                     std::function<void (Result<WriteProof>)> done)
    { write (shown, std::move (progress), std::move (done)); };
    services.restore = [this] (const std::string& path, std::function<void (Result<WriteProof>)> done)
    { restore (path, std::move (done)); };
    services.stopWriting = [this] { ++stops; };
}

} // namespace earmark
