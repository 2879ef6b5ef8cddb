// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Documents.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/Paths.h"
#include "Session/Saying.h"

#include <algorithm>

namespace earmark
{

using State = WriteTarget::State;
using Publishing = DocumentsPage::Publishing;

namespace
{

/** As much as a page shows. */
constexpr std::size_t longestPreview = 8000;

} // namespace

std::string Documents::stem() const
{
    const auto& panel = writing.panel();

    if (panel && ! panel->targets.empty())
        return projectNameOf (panel->targets.front().path);

    if (audio.file())
        return projectNameOf (audio.file()->path);

    if (const auto& media = desk.document().media)
        return projectNameOf (media->path);

    const auto name = legalFileName (projects.name());
    return name.empty() ? "chapters" : name;
}

void Documents::open()
{
    if (! desk.services.documentKinds)
        return;

    if (! papers)
        papers = DocumentsPage();

    desk.open (Panel::documents);
    read();
}

void Documents::documentChanged()
{
    if (desk.view().panel == Panel::documents)
        read();
}

void Documents::read()
{
    papers->rows.clear();

    for (auto& kind : desk.services.documentKinds())
    {
        auto losses =
            desk.services.lossesIn ? desk.services.lossesIn (desk.document().outline, kind.id) : Notices();
        papers->rows.push_back ({ std::move (kind), std::move (losses) });
    }

    choose (std::min (papers->chosen, papers->rows.empty() ? 0 : papers->rows.size() - 1));
}

void Documents::choose (std::size_t index)
{
    if (! papers || index >= papers->rows.size())
        return;

    papers->chosen = index;
    papers->text.clear();

    if (const auto& kind = papers->rows[index].kind; kind.isText && desk.services.outlineText)
        papers->text = desk.services.outlineText (desk.document().outline, kind.id)
                           .transform ([] (const std::string& text)
                                       { return std::string (truncateUtf8 (text, longestPreview)); })
                           .value_or (std::string());

    desk.tell (Changed::writing);
}

void Documents::copy()
{
    const auto* row = papers ? papers->current() : nullptr;

    if (row == nullptr || ! row->kind.isText || ! desk.services.outlineText || ! desk.services.copyText)
        return;

    const auto text = desk.services.outlineText (desk.document().outline, row->kind.id);

    if (! text)
        return desk.say (Message::Grade::error, text.error().message);

    desk.services.copyText (*text);
    desk.say (row->losses.empty() ? Message::Grade::info : Message::Grade::warning,
              saidWith (tr ("{} is on the clipboard.", trMade (row->kind.name)), row->losses));
}

void Documents::save (const std::string& path)
{
    const auto* row = papers ? papers->current() : nullptr;

    if (row == nullptr || ! desk.services.writeOutline)
        return;

    if (const auto written = desk.services.writeOutline (path, desk.document().outline, row->kind.id);
        ! written)
        return desk.say (Message::Grade::error, written.error().message);

    desk.say (row->losses.empty() ? Message::Grade::info : Message::Grade::warning,
              saidWith (tr ("{} is written.", fileNameOf (path)), row->losses));
}

//======================================================================================================
void Documents::publishInto (const std::string& folder)
{
    if (! papers || papers->isPublishing() || ! desk.services.publish || ! desk.services.planWrite
        || writing.isBusy())
        return;

    papers->folder = folder;
    papers->published.clear();
    writing.prepare();
    papers->stem = stem();
    papers->publishing = Publishing::planning;
    desk.tell (Changed::writing);
    targetsChanged();
}

void Documents::targetsChanged()
{
    if (! papers || papers->publishing != Publishing::planning)
        return;

    const auto& panel = writing.panel();

    if (! panel)
    {
        papers->publishing = Publishing::nothing;
        desk.say (Message::Grade::warning, tr ("Nothing is published: other audio was opened."));
        return desk.tell (Changed::writing);
    }

    if (panel->isBusy() || panel->count (State::planning) > 0)
        return;

    // The documents get what the audio gets, whatever is edited or opened until their turn comes.
    papers->meant = panel->targets.empty() ? desk.store().current() : writing.plannedDocument();

    if (! panel->canWrite())
        return publishDocuments();

    papers->publishing = Publishing::audio;
    writing.start();
}

void Documents::targetsWritten()
{
    if (papers && papers->publishing == Publishing::audio)
        publishDocuments();
}

void Documents::projectLeft()
{
    if (papers && (! papers->isPublishing() || papers->publishing == Publishing::planning))
        papers.reset();
}

void Documents::publishDocuments()
{
    papers->publishing = Publishing::documents;
    std::vector<std::string> files;

    for (const auto& target : writing.panel()->targets)
        if (target.state == State::written || target.state == State::unchanged)
            files.push_back (target.path);
        else
            papers->published.push_back (
                { target.name, false, target.problem.empty() ? tr ("It is not written.") : target.problem });

    desk.tell (Changed::writing);
    desk.services.publish (
        papers->folder,
        papers->stem,
        papers->meant->outline,
        files,
        [this] (PublishedPlace place)
        {
            if (! papers)
                return;

            papers->published.push_back (std::move (place));
            desk.tell (Changed::writing);
        },
        [this]
        {
            if (! papers)
                return;

            papers->publishing = Publishing::done;
            const auto isFine = std::ranges::all_of (papers->published, &PublishedPlace::isGood);
            desk.say (isFine ? Message::Grade::info : Message::Grade::error, headlineOf (*papers) + ".");
            desk.tell (Changed::writing);
        });
}

} // namespace earmark
