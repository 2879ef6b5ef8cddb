// SPDX-License-Identifier: AGPL-3.0-or-later
#include "Session/Writing.h"

#include "Language/Translation.h"
#include "Session/ChapterFindings.h"
#include "Session/Paths.h"

#include <algorithm>

namespace earmark
{

using State = WriteTarget::State;

bool Writing::isShown() const
{
    return desk.view().panel == Panel::write || desk.view().panel == Panel::players;
}

/** False where there was one. */
bool Writing::make()
{
    if (outgoing)
        return false;

    outgoing = WritePanel();

    if (const auto profiles =
            desk.services.writeProfiles ? desk.services.writeProfiles() : std::vector<WriteProfile>();
        ! profiles.empty())
        outgoing->wishes.profile = profiles.front().id;

    if (audio.file())
        add (audio.file()->path);

    return true;
}

/** True where there was one that could go. */
bool Writing::forget()
{
    if (! outgoing || outgoing->isBusy())
        return false;

    outgoing.reset();
    desk.happened (Desk::Event::targets);
    return true;
}

void Writing::open (Panel page)
{
    if (! desk.services.planWrite)
        return;

    // From one page about them to another nothing changes; else somebody may have changed the files.
    const auto wereShown = isShown();
    const auto isNew = make();
    desk.open (page);

    if (! isNew && (! wereShown || plannedFor != desk.store().current()))
        planAll();

    desk.happened (Desk::Event::targets);
    desk.tell (Changed::writing);
    askPlayers();
}

void Writing::prepare()
{
    if (! make() && plannedFor != desk.store().current())
        planAll();
}

void Writing::documentChanged()
{
    if (isShown() && plannedFor != desk.store().current())
        planAll();
}

void Writing::audioOpened()
{
    if (! outgoing)
        return;

    if (auto* known = outgoing->find (audio.file()->path))
        return planAgain (*known);

    if (! forget())
        return;

    if (isShown())
        open (desk.view().panel);

    desk.happened (Desk::Event::wishes);
}

void Writing::projectLeft()
{
    forget();
}

std::vector<const LintRule*> Writing::rulesBrokenBy (ChapterId id) const
{
    return outgoing ? earmark::rulesBrokenBy (id, *outgoing, desk.document())
                    : std::vector<const LintRule*>();
}

void Writing::add (const std::string& path)
{
    if (! outgoing || path.empty())
        return;

    if (auto* known = outgoing->find (path))
        return planAgain (*known);

    outgoing->targets.push_back ({ .path = path, .name = fileNameOf (path) });

    // The others may lack what was edited since they were planned.
    if (outgoing->targets.size() == 1)
        plannedFor = desk.store().current();

    plan (outgoing->targets.back());
    desk.tell (Changed::writing);
}

/** Of one that is added or opened again somebody has said that it is another file now: a render done anew. */
void Writing::planAgain (WriteTarget& target)
{
    if (target.isBusy())
        return;

    target.problem.clear();
    plan (target);
    desk.tell (Changed::writing);
}

void Writing::remove (const std::string& path)
{
    if (! outgoing)
        return;

    std::erase_if (outgoing->targets, [&] (const WriteTarget& t) { return t.path == path && ! t.isBusy(); });
    desk.tell (Changed::writing);
    desk.happened (Desk::Event::targets);
}

void Writing::setProfile (const std::string& id)
{
    if (! outgoing || outgoing->isBusy() || outgoing->wishes.profile == id)
        return;

    outgoing->wishes.profile = id;
    planAll();
    desk.happened (Desk::Event::wishes);
}

void Writing::apply (WriteFix fix)
{
    if (! outgoing || outgoing->isBusy())
        return;

    if (const auto& chapters = desk.store().chapters(); fix == WriteFix::firstAtZero && ! chapters.empty())
    {
        desk.perform (MoveChapter { chapters.front().id, Position() }, {});
        return;
    }

    outgoing->wishes.squarePictures |= fix == WriteFix::squarePictures;
    outgoing->wishes.removesCueSheet |= fix == WriteFix::removeCueSheet;

    if (fix == WriteFix::replaceTags || fix == WriteFix::keepTags)
        outgoing->wishes.replacesTags = fix == WriteFix::replaceTags;

    planAll();
    desk.happened (Desk::Event::wishes);
}

void Writing::showAdvice (bool shows)
{
    if (! outgoing)
        return;

    outgoing->showsAdvice = shows;
    desk.tell (Changed::writing);
}

void Writing::planAll()
{
    if (! outgoing || outgoing->isBusy())
        return;

    plannedFor = desk.store().current();

    // All of them before the first answer comes.
    for (auto& target : outgoing->targets)
    {
        target.problem.clear();
        target.state = State::planning;
    }

    for (std::size_t i = 0; i < outgoing->targets.size(); ++i)
        plan (outgoing->targets[i]);

    desk.tell (Changed::writing);
}

/** Of the open audio; how long others are only their plans know. */
std::optional<Position> Writing::endOf (const std::string& path) const
{
    const auto& open = audio.file();
    return open && open->path == path ? std::optional (Position (open->length)) : std::nullopt;
}

bool Writing::canFindCut (const WriteTarget& target) const
{
    return target.isOfOtherCut() && endOf (target.path).has_value();
}

void Writing::plan (WriteTarget& target)
{
    target.state = State::planning;
    target.reached.reset();
    const auto number = ++target.asked;
    desk.services.planWrite (
        target.path,
        desk.document().outline,
        outgoing->wishes,
        [this, path = target.path, number, document = desk.store().current()] (Result<WritePreview> planned)
        {
            auto* found = outgoing ? outgoing->find (path) : nullptr;

            if (found == nullptr || found->asked != number)
                return;

            // Not before: until then it has the findings about what it was.
            found->document = document;
            found->behindAudio.clear();

            if (planned)
            {
                found->preview = std::move (*planned);
                identify (found->preview.findings, document->outline);
                found->state = found->preview.changesNothing ? State::unchanged : State::ready;
            }
            else
            {
                found->preview = {};
                found->problem = trMade (planned.error().message);
                found->state = State::refused;

                if (planned.error().kind == Error::Kind::mismatch)
                    found->behindAudio = chaptersBehind (document->outline, endOf (path));
            }

            desk.tell (Changed::writing);
            desk.happened (Desk::Event::targets);
            askPlayers();
        });
}

/** One file after the other, since a later question may leave an earlier one unanswered. */
void Writing::askPlayers()
{
    if (! outgoing || outgoing->isBusy() || desk.view().panel != Panel::write
        || ! desk.services.showAsPlayers)
        return;

    const auto next = std::ranges::find_if (
        outgoing->targets, [] (const WriteTarget& t) { return t.isAllClear() && ! t.reached; });

    if (next == outgoing->targets.end())
        return;

    desk.services.showAsPlayers (next->path,
                                 next->state == State::ready ? next->preview.plan : nullptr,
                                 [this, path = next->path, plan = next->asked, number = ++playersAsked] (
                                     Result<std::vector<PlayerList>> lists)
                                 {
                                     if (number != playersAsked)
                                         return;

                                     if (auto* target = outgoing ? outgoing->find (path) : nullptr;
                                         target != nullptr && target->asked == plan)
                                     {
                                         target->reached = lists ? reachedBy (*lists) : PlayersReached();
                                         desk.tell (Changed::writing);
                                     }

                                     askPlayers();
                                 });
}

} // namespace earmark
