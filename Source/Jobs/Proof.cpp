// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Jobs/Proof.h"

#include "Jobs/AudioDigest.h"
#include "Tagging/Lint/FileLint.h"

#include <algorithm>

namespace earmark
{

namespace
{

/** What became of each part, by name and content. */
void compare (const Inventory& before, const Inventory& after, Proof& proof)
{
    auto left = before.items;

    for (const auto& item : after.items)
        if (const auto same = std::ranges::find (left, item); same != left.end())
        {
            proof.kept.push_back (shownName (item.name));
            left.erase (same);
        }
        else if (const auto old = std::ranges::find (left, item.name, &Inventory::Item::name);
                 old != left.end())
        {
            proof.changed.push_back (shownName (item.name));
            left.erase (old);
        }
        else
            proof.added.push_back (shownName (item.name));

    for (const auto& item : left)
        proof.removed.push_back (shownName (item.name));
}

} // namespace

Result<Proof> prove (const WritePlan& plan,
                     const std::filesystem::path& destination,
                     WriteOutcome outcome,
                     const std::function<bool()>& goesOn)
{
    const auto& container = *plan.container;
    const auto old = plan.edit.result.sharedSource();
    const auto now = FileSource::open (destination);

    if (! now)
        return std::unexpected (now.error());

    const auto before = inventoryFor (container, plan.edit, old);
    const auto after = inventoryFor (container, plan.edit, *now);
    auto reading = container.read (*now);
    auto findings = lintFile (destination);

    if (! before || ! after || ! reading || ! findings)
        return std::unexpected (! before    ? before.error()
                                : ! after   ? after.error()
                                : ! reading ? reading.error()
                                            : findings.error());

    Proof proof {
        .file = destination, .container = container.name, .outcome = outcome, .length = reading->length
    };
    proof.outline.episode = reading->episode;

    if (! reading->lists.empty())
        proof.outline.chapters = reading->lists.front().chapters;

    proof.lists = std::move (reading->lists);
    proof.findings = std::move (*findings);
    proof.bytesBefore = old->size();
    proof.bytesAfter = (*now)->size();
    compare (*before, *after, proof);

    for (const auto& [source, media, into] :
         { std::tuple { old.get(), &before->media, &proof.audioBefore },
           { static_cast<const ByteSource*> (now->get()), &after->media, &proof.audioAfter } })
    {
        auto digest = digestOf (*source, *media, goesOn);

        if (! digest)
            return std::unexpected (digest.error());

        *into = std::move (*digest);
    }

    return proof;
}

} // namespace earmark
