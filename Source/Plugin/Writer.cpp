// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Plugin/Writer.h"

#include "Foundation/File.h"
#include "Jobs/ProofPage.h"
#include "Jobs/Publish.h"
#include "Language/Translation.h"
#include "Plugin/Planning.h"
#include "Tagging/Lint/FileLint.h"
#include "Tagging/PlayerViews/PlayerView.h"

#include <algorithm>
#include <chrono>
#include <format>

namespace earmark
{

namespace
{

/** What is wrong with the file now, and would not be after the write. */
Findings repairedBy (const WritePlan& plan, const Findings& after)
{
    auto before = lintFile (plan.source).value_or (Findings());
    std::erase_if (before,
                   [&] (const Finding& finding)
                   { return std::ranges::contains (after, finding.rule, &Finding::rule); });
    return before;
}

Result<WritePreview> preview (const std::string& path, const Outline& outline, const WriteWishes& wishes)
{
    auto plan = planAsWished (path, outline, wishes);

    if (! plan)
        return std::unexpected (plan.error());

    WritePreview shown { .container = std::string (plan->container->name),
                         .chapters = plan->chapters(),
                         .changes = plan->edit.changes,
                         .notices = plan->edit.notices,
                         .findings = lintPlan (*plan).value_or (Findings()),
                         .repaired = {},
                         .changesNothing = plan->changesNothing,
                         .canRestore = false,
                         .otherTags = otherTagsIn (*plan, outline.episode),
                         .replacesTags = wishes.replacesTags,
                         .plan = {} };

    if (! plan->changesNothing)
        shown.repaired = repairedBy (*plan, shown.findings);

    if (const auto source = FileSource::open (plan->source))
        shown.canRestore = RestoreStore::ofUser().takeBack (*source, (*source)->path()).has_value();

    shown.plan = std::make_shared<const WritePlan> (std::move (*plan));
    return shown;
}

WriteProof proofOf (Proof&& proof)
{
    const auto& chapters = proof.outline.chapters;
    WriteProof shown { .chapters = chapters.size(),
                       .first = chapters.empty() ? std::string() : chapters.front().title,
                       .last = chapters.empty() ? std::string() : chapters.back().title,
                       .audioBefore = proof.audioBefore,
                       .audioAfter = proof.audioAfter,
                       .kept = proof.kept.size(),
                       .changed = proof.changed,
                       .added = proof.added,
                       .removed = proof.removed,
                       .bytesBefore = proof.bytesBefore,
                       .bytesAfter = proof.bytesAfter,
                       .findings = proof.findings,
                       .problem = {},
                       .evidence = {} };
    shown.evidence = std::make_shared<const Proof> (std::move (proof));
    return shown;
}

/** What other programs will find there, and nothing more: the rest could not be looked at. */
Result<WriteProof> readBack (const std::filesystem::path& path, const std::string& problem)
{
    return readTaggedFile (path).transform (
        [&] (const TaggedFile& file)
        {
            const auto& chapters = file.outline.chapters;
            WriteProof proof { .chapters = chapters.size(), .problem = problem };

            if (! chapters.empty())
            {
                proof.first = chapters.front().title;
                proof.last = chapters.back().title;
            }

            return proof;
        });
}

Result<WriteProof> writeAndProve (const WritePlan& plan,
                                  const Writer::Wrote& wrote,
                                  const std::function<bool (std::uint64_t)>& progress,
                                  const std::function<bool()>& isStopped)
{
    const auto outcome = perform (plan, { .elsewhere = {}, .progress = progress });

    if (! outcome)
        return std::unexpected (outcome.error());

    if (wrote)
        wrote (plan.source);

    auto proof = prove (plan, plan.source, *outcome, [&] { return ! isStopped(); });
    return proof ? Result<WriteProof> (proofOf (std::move (*proof)))
                 : readBack (plan.source, proof.error().message);
}

PlayerList::Kind kindOf (PlayerView::Kind kind)
{
    switch (kind)
    {
        case PlayerView::Kind::ignored:
            return PlayerList::Kind::ignored;
        case PlayerView::Kind::unknown:
            return PlayerList::Kind::unknown;
        case PlayerView::Kind::read:
            break;
    }

    return PlayerList::Kind::read;
}

PlayerList listOf (const FileAsShown& shown)
{
    PlayerList list { .name = std::string (shown.player->name),
                      .basis = std::string (nameOf (shown.player->basis)),
                      .from = std::string (shown.player->from),
                      .remark = shown.view.remark,
                      .rows = {},
                      .kind = kindOf (shown.view.kind) };

    for (const auto& chapter : shown.view.chapters)
        list.rows.push_back ({ .start = Position::fromMilliseconds (chapter.startMs),
                               .title = chapter.title.value_or (std::string()),
                               .hasLink = chapter.link.has_value(),
                               .hasPicture = chapter.hasPicture,
                               .isListed = chapter.isListed });

    return list;
}

Result<std::vector<PlayerList>> asPlayersShow (const std::string& path, const WritePlan* plan)
{
    const auto views =
        plan != nullptr ? viewsOf (*plan, players()) : viewsOf (pathFromUtf8 (path), players());

    if (! views)
        return std::unexpected (views.error());

    std::vector<PlayerList> lists;
    std::ranges::transform (*views, std::back_inserter (lists), listOf);
    return lists;
}

Result<void> writeProofPage (const std::string& path, const std::vector<WriteProof>& proofs)
{
    std::vector<Proof> evidence;

    for (const auto& proof : proofs)
        if (proof.evidence != nullptr)
            evidence.push_back (*std::static_pointer_cast<const Proof> (proof.evidence));

    return writeFile (pathFromUtf8 (path), proofPage (evidence));
}

std::string sentenceOn (std::size_t count, Listed listed)
{
    return listed == Listed::adBreaks
               ? tr (count, "{} ad break, and it agrees.", "{} ad breaks, and all agree.")
               : tr (count, "{} chapter, and it agrees.", "{} chapters, and all agree.");
}

PublishedPlace agreement (const Outline& meant, Listed listed, const std::filesystem::path& path)
{
    const auto agreed = checkAgreement (meant, path);
    return { toUtf8 (path.filename()),
             agreed.has_value(),
             agreed ? sentenceOn (*agreed, listed) : agreed.error().message };
}

std::optional<Duration> lengthOf (const std::string& audio)
{
    const auto file = readTaggedFile (pathFromUtf8 (audio));
    return file ? file->length : std::nullopt;
}

/** The documents, with the ends of the first file, then everything read back. */
void publish (const std::string& folder,
              const std::string& stem,
              const Outline& outline,
              const std::vector<std::string>& audio,
              const std::function<void (PublishedPlace)>& tell)
{
    const auto first = audio.empty() ? std::nullopt : lengthOf (audio.front());
    const auto meant = listToPublish (outline, first);

    for (const auto& path : audio)
        tell (agreement (meant, Listed::chapters, pathFromUtf8 (path)));

    for (const auto& destination : destinationsFor (meant))
    {
        const auto document = writeDestination (destination, meant, pathFromUtf8 (folder), stem, false);

        if (! document)
        {
            tell ({ stem + std::string (destination.suffix), false, document.error().message });
            continue;
        }

        auto place = agreement (document->list, document->listed, document->path);

        for (const auto& notice : document->notices)
            place.text += ' ' + trMade (notice.message);

        tell (std::move (place));
    }

    for (const auto& path : staleLists (meant, pathFromUtf8 (folder), stem))
        tell ({ toUtf8 (path.filename()), false, tr (isStaleList) });
}

Error stopped()
{
    return { Error::Kind::conflict, tr ("Stopped; the file is as it was."), {} };
}

} // namespace

Writer::Writer (Post post, Wrote told)
    : answer (std::move (post)), wrote (std::move (told)),
      worker ([this] (const std::stop_token& stop) { run (stop); })
{}

Writer::~Writer() = default;

Writer::IsStopped Writer::isStopped (const std::stop_token& stop, int before) const
{
    return [this, stop, before] { return stop.stop_requested() || stops != before; };
}

void Writer::push (Job job)
{
    const std::scoped_lock lock (mutex);

    // A new question makes one useless that nobody has begun with.
    if (! job.question.empty())
        std::erase_if (jobs, [&] (const Job& j) { return j.question == job.question; });

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
             before = stops.load(),
             plan = std::static_pointer_cast<const WritePlan> (shown.plan),
             progress = std::move (progress),
             done = std::move (done)] (const std::stop_token& stop)
            {
                using Clock = std::chrono::steady_clock;
                const auto givenUp = isStopped (stop, before);
                const auto size = double (std::max<std::uint64_t> (1, plan->edit.result.size()));
                auto told = Clock::now();
                const auto reached = [&] (std::uint64_t bytes)
                {
                    if (const auto now = Clock::now();
                        now - told > std::chrono::milliseconds (40) || double (bytes) >= size)
                    {
                        told = now;
                        answer ([progress, share = double (bytes) / size] { progress (share); });
                    }

                    return ! givenUp();
                };

                auto proof = givenUp() ? Result<WriteProof> (std::unexpected (stopped()))
                                       : writeAndProve (*plan, wrote, reached, givenUp);
                answer ([done, proof = std::move (proof)] { done (proof); });
            } });
}

void Writer::restore (const std::string& path, std::function<void (Result<WriteProof>)> done)
{
    push ({ {},
            [this, before = stops.load(), path, done = std::move (done)] (const std::stop_token& stop)
            {
                const auto givenUp = isStopped (stop, before);
                auto proof =
                    givenUp()
                        ? Result<WriteProof> (std::unexpected (stopped()))
                        : planRestore (pathFromUtf8 (path), RestoreStore::ofUser())
                              .and_then (
                                  [&] (const WritePlan& plan)
                                  {
                                      return writeAndProve (
                                          plan, wrote, [&] (std::uint64_t) { return ! givenUp(); }, givenUp);
                                  });
                answer ([done, proof = std::move (proof)] { done (proof); });
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
                                 const WriteWishes& wishes,
                                 std::function<void (Result<WritePreview>)> done)
    {
        push ({ path,
                [this, path, outline, wishes, done = std::move (done)] (const std::stop_token&)
                { answer ([done, planned = preview (path, outline, wishes)] { done (planned); }); } });
    };
    services.writeChapters = [this] (const WritePreview& shown,
                                     std::function<void (double)> progress,
                                     std::function<void (Result<WriteProof>)> done)
    { write (shown, std::move (progress), std::move (done)); };
    services.restore = [this] (const std::string& path, std::function<void (Result<WriteProof>)> done)
    { restore (path, std::move (done)); };
    services.stopWriting = [this] { ++stops; };
    services.writeProofPage = writeProofPage;
    services.showAsPlayers = [this] (const std::string& path,
                                     const std::shared_ptr<const void>& plan,
                                     std::function<void (Result<std::vector<PlayerList>>)> done)
    {
        push (
            { "as players show it",
              [this, path, plan = std::static_pointer_cast<const WritePlan> (plan), done = std::move (done)] (
                  const std::stop_token&)
              { answer ([done, lists = asPlayersShow (path, plan.get())] { done (lists); }); } });
    };
    services.publish = [this] (const std::string& folder,
                               const std::string& stem,
                               const Outline& outline,
                               const std::vector<std::string>& audio,
                               std::function<void (PublishedPlace)> told,
                               std::function<void()> done)
    {
        push ({ {},
                [this, folder, stem, outline, audio, told = std::move (told), done = std::move (done)] (
                    const std::stop_token&)
                {
                    earmark::publish (folder,
                                      stem,
                                      outline,
                                      audio,
                                      [&] (PublishedPlace place)
                                      { answer ([told, place = std::move (place)] { told (place); }); });
                    answer (done);
                } });
    };
}

} // namespace earmark
