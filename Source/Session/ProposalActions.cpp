// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Foundation/Timestamp.h"
#include "Language/Translation.h"
#include "Model/Cuts.h"
#include "Model/Placing.h"
#include "Session/Actions.h"

#include <algorithm>
#include <format>

// Changes to many chapters that are shown before they are made.

namespace earmark::actions
{

namespace
{

/** What the history calls it. */
std::string named (std::size_t count, std::string_view one, std::format_string<std::size_t&> many)
{
    return count == 1 ? std::string (one) : std::format (many, count);
}

/** Of what came and went in the audio. */
std::string namedByAudio (const std::vector<Edit>& edits)
{
    if (edits.size() < 2)
        return edits.empty() ? std::string() : label (edits.front());

    const auto areCuts = std::ranges::all_of (
        edits, [] (const Edit& edit) { return std::holds_alternative<RemoveTime> (edit); });
    return areCuts ? std::format ("Take {} cuts out of the times", edits.size())
                   : std::format ("Follow {} changes of the audio", edits.size());
}

/** How many chapters begin where the one before begins. */
std::size_t sharedStarts (const std::vector<Chapter>& chapters)
{
    std::size_t count = 0;

    for (std::size_t i = 1; i < chapters.size(); ++i)
        count += chapters[i].start == chapters[i - 1].start ? 1uz : 0uz;

    return count;
}

/** What times get into that leave their places, in the language that is spoken: together at 0:00, or behind the audio. */
std::string remarkOn (const Workspace& w, const Proposal& proposal)
{
    const auto before = sharedStarts (w.chapters()), after = sharedStarts (proposal.after.outline.chapters);
    const auto end = w.endOfAudio();
    std::string remark;

    if (after > before)
        remark = tr (after - before,
                     "{} chapter would begin together with the one before.",
                     "{} chapters would begin together with the ones before.");

    if (const auto past = std::size_t (std::ranges::count_if (
            proposal.moves, [&] (const Move& m) { return end && m.to >= *end && m.from < *end; }));
        past > 0)
        remark += (remark.empty() ? "" : " ")
                  + tr (past,
                        "{} chapter would begin behind the audio.",
                        "{} chapters would begin behind the audio.");

    return remark;
}

void proposeOne (Workspace& w, const Result<Edit>& edit)
{
    w.propose (edit.and_then ([&] (const Edit& e) { return proposalOf (w.document(), { e }, label (e)); })
                   .transform (
                       [&] (Proposal&& proposal)
                       {
                           proposal.remark = remarkOn (w, proposal);
                           return std::move (proposal);
                       }));
}

} // namespace

void proposeShift (Workspace& w)
{
    const auto selected = inOrder (w.view().selection, w.chapters());
    const auto* first = w.find (selected.empty() ? w.view().selection.focus : selected.front());
    const auto here = first != nullptr ? first->start : w.view().playhead;
    proposeOne (w, editOf (w.shiftForm, here, w.view().range, selected));
}

void beginShiftForm (Workspace& w)
{
    auto& scope = w.shiftForm.scope;

    if (w.view().selection.ids.size() > 1)
        scope = ShiftForm::Scope::selected;
    else if (scope == ShiftForm::Scope::selected)
        scope = ShiftForm::Scope::all;
}

void proposeStretch (Workspace& w)
{
    auto edit = editOf (w.pinForm, w.chapters());

    // Nothing is wrong as long as pins are missing.
    if (! edit && edit.error().kind == Error::Kind::empty)
        w.propose (proposalOf (w.document(), {}, {}));
    else
        proposeOne (w, std::move (edit));
}

void proposeTime (Workspace& w)
{
    proposeOne (w, editOf (w.timeForm));
}

void beginTimeForm (Workspace& w)
{
    const auto& range = w.view().range;
    w.timeForm.at = formatTime (range ? range->start : w.view().playhead);

    if (range)
        w.timeForm.length = formatTime (range->length());
}

void proposeSnaps (Workspace& w)
{
    w.audio().wantCandidates (w.order());
    SnapChapters snap;

    for (const auto& chapter : w.chapters())
        if (const auto to = w.audio().suggestionFor (chapter); to && *to != chapter.start)
            snap.targets.push_back ({ chapter.id, *to });

    w.propose (
        proposalOf (w.document(), { snap }, named (snap.targets.size(), "Snap chapter", "Snap {} chapters")));
}

void proposePlaces (Workspace& w)
{
    // While the file is still being read, a pause that is longer than those so far may yet come.
    if (! w.audio().file() || ! w.audio().peaks().complete)
        return w.propose (proposalOf (w.document(), {}, {}));

    const auto placing =
        placeAtPauses (w.document().outline, w.audio().pauses(), w.endOfAudio().value_or (Position()));

    const auto lead = w.view().preferences.lead;
    w.propose (placing.and_then (
        [&] (Placing p)
        {
            for (auto& target : p.edit.targets)
                target.to = std::max (Position(), target.to - lead);

            return proposalOf (w.document(),
                               { p.edit },
                               named (p.edit.targets.size(), "Place chapter", "Place {} chapters"))
                .transform (
                    [&] (Proposal&& proposal)
                    {
                        proposal.remark = trMade (howClear (p));
                        return std::move (proposal);
                    });
        }));
}

void proposeCut (Workspace& w)
{
    if (! w.listedCuts().empty() && w.services.readCuts)
        return w.propose (w.services.readCuts (w.listedCuts())
                              .and_then (
                                  [&] (std::vector<TimeRange> cuts)
                                  {
                                      const auto count = cuts.size();
                                      return proposalOf (w.document(),
                                                         removalsOf (std::move (cuts)),
                                                         named (count, "Take out cut", "Take out {} cuts"));
                                  }));

    const auto edits = w.cutFinder().finding().edits;
    w.propose (proposalOf (w.document(), edits, namedByAudio (edits)));
}

void proposeNames (Workspace& w)
{
    w.propose (
        editsOf (w.renameForm, w.document(), w.view().selection)
            .and_then ([&] (const std::vector<Edit>& edits) { return proposalOf (w.document(), edits, {}); })
            .transform (
                [] (Proposal&& proposal)
                {
                    proposal.name = named (proposal.altered.size(), "Rename chapter", "Rename {} chapters");
                    return std::move (proposal);
                }));
}

} // namespace earmark::actions
