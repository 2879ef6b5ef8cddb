// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OutlineImport.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"
#include "Session/ImportWarnings.h"
#include "Session/Saying.h"

#include <algorithm>
#include <iterator>

namespace earmark
{

void OutlineImport::begin (std::string bytes, std::string name)
{
    incoming = ImportPreview { .bytes = std::move (bytes), .name = std::move (name) };
    read();
    desk.look ([] (ViewState& v) { v.panel = Panel::import; });
}

void OutlineImport::read()
{
    if (! desk.services.readOutline)
        return;

    incoming->reading =
        desk.services.readOutline (incoming->bytes, incoming->name, incoming->answers, incoming->formatId);
    incoming->lines.clear();

    if (auto& reading = incoming->reading)
    {
        const auto text = decodeText (incoming->bytes);
        const auto judge = [&]
        {
            if (text)
                incoming->lines = fatesOf (text->utf8, *reading);
        };

        judge();
        const bool takesTimes =
            incoming->mode == ImportMode::replace || incoming->mode == ImportMode::keepMyTexts;

        if (const auto end = desk.endOfAudio(); end && takesTimes)
            if (const auto late = warningsOfLength (reading->outline, incoming->lines, end->sinceStart());
                ! late.empty())
            {
                reading->notices.insert (reading->notices.end(), late.begin(), late.end());
                judge(); // with what is said now
            }

        documentChanged();
    }
    else
        desk.dropProposal();

    desk.tell (Changed::panels);
}

void OutlineImport::documentChanged()
{
    if (incoming && incoming->reading)
        desk.propose (proposalOf (desk.document(),
                                  editsOf (*incoming, desk.document(), desk.view().playhead),
                                  importName (*incoming)));
}

void OutlineImport::accept()
{
    if (! incoming || ! incoming->reading || ! desk.proposal())
        return;

    // What was shown, wherever the playhead is by now. A copy: the proposal goes with the document that it is about.
    const auto name = desk.proposal()->name;
    const auto edits = desk.proposal()->edits;
    const auto count = incoming->reading->outline.chapters.size();
    const auto isUntimed = incoming->reading->isUntimed && incoming->mode == ImportMode::replace;
    Notices warnings;
    std::ranges::copy_if (incoming->reading->notices,
                          std::back_inserter (warnings),
                          [] (const Notice& n) { return n.grade == Notice::Grade::warning; });

    if (! desk.performAll (edits, name))
        return;

    desk.closePanel();
    desk.say (warnings.empty() ? Message::Grade::info : Message::Grade::warning,
              saidWith (tr (count, "{} chapter imported.", "{} chapters imported."), warnings));
    desk.resumeReview();

    if (! desk.chapters().empty())
        desk.look (
            [&] (ViewState& v)
            {
                v.selection = picked ({}, desk.chapters().front().id, Pick::only, {});
                v.scale = showingAll (v.scale);
            });

    audio.wantCandidates (desk.order());

    // Titles alone have no places yet, and the pauses of a recording tell where they may be.
    if (isUntimed && audio.file())
        desk.open (Panel::placeAll);
}

} // namespace earmark
