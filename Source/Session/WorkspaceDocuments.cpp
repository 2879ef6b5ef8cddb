// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Workspace.h"

#include <algorithm>

// Chapters on their way into documents, and to all destinations at once.

namespace earmark
{

using State = WriteTarget::State;
using Publishing = DocumentsPage::Publishing;

namespace
{

/** As much as a page shows. */
constexpr std::size_t longestPreview = 8000;

/** The first thing that is lost, and how many more there are. */
std::string told (const std::string& done, const Notices& losses)
{
    if (losses.empty())
        return done;

    const auto first = trMade (losses.front().message);
    return losses.size() == 1 ? done + ' ' + first
                              : tr ("{} {} And {} more.", done, first, losses.size() - 1);
}

} // namespace

void Workspace::openDocuments()
{
    if (! services.documentKinds)
        return;

    if (! papers)
        papers = DocumentsPage();

    open (Panel::documents);
    readDocuments();
}

void Workspace::readDocuments()
{
    papers->rows.clear();

    for (auto& kind : services.documentKinds())
    {
        auto losses = services.lossesIn ? services.lossesIn (document().outline, kind.id) : Notices();
        papers->rows.push_back ({ std::move (kind), std::move (losses) });
    }

    chooseDocument (std::min (papers->chosen, papers->rows.empty() ? 0 : papers->rows.size() - 1));
}

void Workspace::chooseDocument (std::size_t index)
{
    if (! papers || index >= papers->rows.size())
        return;

    papers->chosen = index;
    papers->text.clear();

    if (const auto& kind = papers->rows[index].kind; kind.isText && services.outlineText)
        papers->text = services.outlineText (document().outline, kind.id)
                           .transform ([] (const std::string& text)
                                       { return std::string (truncateUtf8 (text, longestPreview)); })
                           .value_or (std::string());

    tell (Changed::writing);
}

void Workspace::copyDocument()
{
    const auto* row = papers ? papers->current() : nullptr;

    if (row == nullptr || ! row->kind.isText || ! services.outlineText || ! services.copyText)
        return;

    const auto text = services.outlineText (document().outline, row->kind.id);

    if (! text)
        return say (Message::Grade::error, text.error().message);

    services.copyText (*text);
    say (row->losses.empty() ? Message::Grade::info : Message::Grade::warning,
         told (tr ("{} is on the clipboard.", trMade (row->kind.name)), row->losses));
}

void Workspace::saveDocument (const std::string& path)
{
    const auto* row = papers ? papers->current() : nullptr;

    if (row == nullptr || ! services.writeOutline)
        return;

    if (const auto written = services.writeOutline (path, document().outline, row->kind.id); ! written)
        return say (Message::Grade::error, written.error().message);

    say (row->losses.empty() ? Message::Grade::info : Message::Grade::warning,
         told (tr ("{} is written.", fileNameOf (path)), row->losses));
}

//======================================================================================================
void Workspace::publishInto (const std::string& folder)
{
    if (! papers || papers->isPublishing() || ! services.publish || ! services.planWrite
        || (outgoing && outgoing->isBusy()))
        return;

    papers->folder = folder;
    papers->published.clear();
    papers->publishing = Publishing::planning;
    tell (Changed::writing);

    if (! makeOutgoing() && plannedFor != store.current())
        planAll();

    carryOnPublishing();
}

/** Once all files are planned, they are written; then come the documents. */
void Workspace::carryOnPublishing()
{
    if (! papers || papers->publishing != Publishing::planning || ! outgoing || outgoing->isBusy()
        || outgoing->count (State::planning) > 0)
        return;

    if (! outgoing->canWrite())
        return publishDocuments();

    papers->publishing = Publishing::audio;
    writeTargets();
}

void Workspace::publishDocuments()
{
    papers->publishing = Publishing::documents;
    std::vector<std::string> audio;

    for (const auto& target : outgoing->targets)
        if (target.state == State::written || target.state == State::unchanged)
            audio.push_back (target.path);
        else
            papers->published.push_back (
                { target.name, false, target.problem.empty() ? tr ("It is not written.") : target.problem });

    const auto& targets = outgoing->targets;
    const auto stem = ! targets.empty()  ? projectNameOf (targets.front().path)
                      : ! name().empty() ? name()
                                         : std::string ("chapters");
    tell (Changed::writing);
    services.publish (
        papers->folder,
        stem,
        document().outline,
        audio,
        [this] (PublishedPlace place)
        {
            if (! papers)
                return;

            papers->published.push_back (std::move (place));
            tell (Changed::writing);
        },
        [this]
        {
            if (! papers)
                return;

            papers->publishing = Publishing::done;
            const auto isFine = std::ranges::all_of (papers->published, &PublishedPlace::isGood);
            say (isFine ? Message::Grade::info : Message::Grade::error, headlineOf (*papers) + ".");
            tell (Changed::writing);
        });
}

} // namespace earmark
