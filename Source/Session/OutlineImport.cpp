// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/OutlineImport.h"

#include "Foundation/Text.h"
#include "Language/Translation.h"

#include <algorithm>

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

    if (incoming->reading)
    {
        if (const auto text = decodeText (incoming->bytes))
            incoming->lines = fatesOf (text->utf8, *incoming->reading);

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
    const auto warnings =
        std::ranges::count (incoming->reading->notices, Notice::Grade::warning, &Notice::grade);

    if (! desk.performAll (edits, name))
        return;

    desk.closePanel();
    desk.say (warnings > 0 ? Message::Grade::warning : Message::Grade::info,
              warnings == 0 ? tr (count, "{} chapter imported.", "{} chapters imported.")
                            : tr (count,
                                  "{} chapter imported, with {}.",
                                  "{} chapters imported, with {}.",
                                  tr (std::size_t (warnings), "{} warning", "{} warnings")));
    desk.resumeReview();

    if (! desk.chapters().empty())
        desk.look (
            [&] (ViewState& v)
            {
                v.selection = picked ({}, desk.chapters().front().id, Pick::only, {});
                v.scale = showingAll (v.scale);
            });

    audio.wantCandidates (desk.order());
}

} // namespace earmark
